"""HTML -> the text a visitor sees, in the order of the page. Menus, side bars, comments, captions and what is hidden
stay in the text as zones; scripts and styles are no text.

What an element is for comes from its name, its role, whether it is hidden, and the words of its class and id.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from loaders.documents.document import Text, refuse
from loaders.documents.forms.canvas import LINE, PARAGRAPH, Canvas, covered
from loaders.documents.forms.encoding import decode
from loaders.documents.forms.inside.style_rules import STRUCK_STYLE, hidden_by_rules, unseen

DEEPEST = 1_000
DROPPED = frozenset(
    "head script style template svg math iframe object embed canvas audio video select datalist textarea map".split()
)
LINES = frozenset(
    "div li dt dd tr td th caption summary details address center option legend figcaption label dialog".split()
)
PARAGRAPHS = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote figure pre article section header footer nav aside main form "
    "fieldset hr hgroup menu search".split()
)
ELEMENTS = {
    "nav": "nav", "aside": "aside", "form": "formulier", "button": "formulier", "label": "formulier",
    "figcaption": "bijschrift", "blockquote": "citaat", "li": "lijst", "noscript": "verborgen",
    "del": "doorgehaald", "s": "doorgehaald", "strike": "doorgehaald", "search": "formulier",
}  # fmt: skip
HEADINGS = {f"h{level}": level for level in range(1, 7)} | {"caption": 6}
OF_THE_PAGE = {"header": "koptekst", "footer": "voettekst"}
"""Within an article these are a part of the article, not of the page."""
SECTIONS = frozenset(("article", "main", "section", "blockquote"))
ROLES = {
    "navigation": "nav", "menu": "nav", "menubar": "nav", "complementary": "aside", "banner": "koptekst",
    "contentinfo": "voettekst", "search": "formulier", "form": "formulier",
}  # fmt: skip
WORDS = (
    (
        "nav",
        r"nav|navbar|navigation|navigatie|(?:hoofd|sub)?menu|breadcrumbs?|\w*kruimel\w*|paginat\w*|paginer\w*",
    ),
    ("aside", r"sidebar|zijbalk|zijkolom|widgets?|related|gerelateerd|share|sharing|advert\w*|cookie\w*|nieuwsbrief"),
    ("reactie", r"comments?|commentlist|reacties?|respond|disqus\w*"),
    ("bijschrift", r"caption|bijschrift|onderschrift|(?:foto|photo)-?credits?|credits?"),
    ("voettekst", r"site-?footer|page-?footer|footer|colofon"),
)
WORD_KINDS = tuple((kind, re.compile(rf"(?:^|[-_])(?:{words})(?:$|[-_])", re.IGNORECASE)) for kind, words in WORDS)
HIDDEN_NAMES = frozenset("hidden sr-only visually-hidden visuallyhidden screen-reader-text d-none verborgen".split())
TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
NO_END = frozenset(
    b"area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option html "
    b"head body".split()
)
BLANK = re.compile(r"[ \t\n\r\f]+")
DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w:.-]{2,40})", re.IGNORECASE)
DATES = ("article:published_time", "dcterms.issued", "dcterms.date", "dcterms.created", "date", "datepublished")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def read(content: bytes, name: str) -> Text:
    _check_depth(content, name)
    declared = DECLARED.search(content[:4_096])
    text, notices = decode(content, name, declared[1].decode("ascii", "replace") if declared else None)
    page = LexborHTMLParser(text)
    if page.root is None:
        return Text("", meldingen=notices)
    canvas = Canvas()
    _Walk(canvas, hidden_by_rules(page)).walk(page.body or page.root)
    title = page.css_first("head title")
    return canvas.text(_one_line(title.text()) if title else None, _date(page), notices)


def _check_depth(content: bytes, name: str) -> None:
    """Before the parser sees it: the time it takes grows with the square of the depth."""
    depth = 0
    for end, tag in TAG.findall(content):
        if tag.lower() in NO_END:
            continue
        depth = max(depth - 1, 0) if end else depth + 1
        if depth > DEEPEST:
            said = f"de pagina is dieper genest dan {DEEPEST} lagen. Sla hem op als txt en probeer opnieuw."
            raise refuse("TE_DIEP", name, said)


@dataclass
class _Element:
    """An element that was entered, and what to undo when it is left."""

    node: LexborNode
    tag: str
    zones: list[object] = field(default_factory=list)
    table: str = ""
    section: bool = False
    verbatim: bool = False


class _Walk:
    """Depth first, with a stack of its own: a page may be nested deeper than Python may call."""

    def __init__(self, canvas: Canvas, hidden: frozenset[str]) -> None:
        self.canvas = canvas
        self.hidden = hidden
        self.stack: list[_Element] = []
        self.in_table: list[str] = []

    def walk(self, root: LexborNode) -> None:
        node: LexborNode | None = root
        while node is not None:
            entered = self._enter(node)
            if entered and node.first_child is not None:
                node = node.first_child
                continue
            if entered:
                self._leave()
            while node.next is None or node.mem_id == root.mem_id:
                if not self.stack:
                    return
                node = self.stack[-1].node
                self._leave()
            node = node.next

    def _enter(self, node: LexborNode) -> bool:
        """Whether there is something to leave again."""
        if node.is_text_node:
            self._text(node.text_content or "")
            return False
        if not node.is_element_node or node.tag is None or node.tag in DROPPED:
            return False
        if node.tag == "br":
            self.canvas.feed()
            return False
        self._open(node, node.tag)
        return True

    def _open(self, node: LexborNode, tag: str) -> None:
        """Begin an element, with its zones; what it stands in tells whether it is verbatim or part of an article."""
        verbatim, in_section = (self.stack[-1].verbatim, self.stack[-1].section) if self.stack else (False, False)
        element = _Element(node, tag, section=in_section or tag in SECTIONS, verbatim=verbatim or tag == "pre")
        self._gap(tag)
        self.stack.append(element)
        self._open_table(element)
        kinds = self._kinds(node, tag, in_section)
        element.zones = [self.canvas.begin(kind, HEADINGS.get(tag, 0) if kind == "kop" else 0) for kind in kinds]

    def _leave(self) -> None:
        element = self.stack.pop()
        for zone in reversed(element.zones):
            self.canvas.end(zone)  # type: ignore[arg-type]
        self._close_table(element)
        self._gap(element.tag)

    def _gap(self, tag: str) -> None:
        if tag in PARAGRAPHS:
            self.canvas.gap(PARAGRAPH)
        elif tag in LINES:
            self.canvas.gap(LINE)

    def _text(self, text: str) -> None:
        if self.in_table and self.in_table[-1] != "cell" and not text.strip():
            return
        if self.stack and self.stack[-1].verbatim:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self.canvas.feed()
                self.canvas.write(line.replace("\t", " "))
            return
        bare = BLANK.sub(" ", text)
        if bare.startswith(" "):
            self.canvas.space()
        self.canvas.write(bare.strip(" "))
        if bare.endswith(" "):
            self.canvas.space()

    # tables

    def _open_table(self, element: _Element) -> None:
        where = self.in_table[-1] if self.in_table else ""
        if element.tag == "table" and where in ("", "cell"):
            self.canvas.begin_table()
            self._in(element, "table")
        elif element.tag == "tr" and where == "table":
            self.canvas.begin_row()
            self._in(element, "row")
        elif element.tag in ("td", "th") and where == "row":
            attributes = element.node.attributes
            self.canvas.begin_cell(covered(attributes.get("colspan")), covered(attributes.get("rowspan")))
            self._in(element, "cell")

    def _in(self, element: _Element, where: str) -> None:
        element.table = where
        self.in_table.append(where)

    def _close_table(self, element: _Element) -> None:
        if not element.table:
            return
        self.in_table.pop()
        if element.table == "cell":
            self.canvas.end_cell()
        elif element.table == "row":
            self.canvas.end_row(_is_head(element.node))
        else:
            self.canvas.end_table()

    # zones

    def _kinds(self, node: LexborNode, tag: str, in_section: bool) -> list[str]:
        """The kinds of zone an element makes: by its name, its role, what hides it, and the words in its class and id.

        A word in the class of what holds the whole page says how the page looks, not what it is.
        """
        attributes = node.attributes
        role = ROLES.get((attributes.get("role") or "").strip().lower())
        found = [kind for kind in (_kind_of_tag(tag, in_section), role) if kind]
        names = [*(attributes.get("class") or "").split(), attributes.get("id") or ""]
        if _is_hidden(attributes) or any(n.lower() in HIDDEN_NAMES or n in self.hidden for n in names):
            found.append("verborgen")
        if STRUCK_STYLE.search(attributes.get("style") or ""):
            found.append("doorgehaald")
        for kind in _kinds_of_names(names):
            if kind not in found and not _holds_the_page(node, tag):
                found.append(kind)
        return found


def _kind_of_tag(tag: str, in_section: bool) -> str | None:
    if tag in HEADINGS:
        return "kop"
    return ELEMENTS.get(tag) or (None if in_section else OF_THE_PAGE.get(tag))


def _kinds_of_names(names: list[str]) -> Iterator[str]:
    return (kind for kind, pattern in WORD_KINDS if any(pattern.search(name) for name in names))


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    if "hidden" in attributes or (attributes.get("aria-hidden") or "").lower() == "true":
        return True
    return unseen(attributes.get("style") or "")


def _holds_the_page(node: LexborNode, tag: str) -> bool:
    """`<body class="right-sidebar">` says how the page looks, not what all of it is."""
    return tag in ("html", "body", "main", "article") or node.css_first("main, article, h1") is not None


def _is_head(row: LexborNode) -> bool:
    above = row.parent
    if above is not None and above.tag == "thead":
        return True
    cells = [cell.tag for cell in row.iter() if cell.tag in ("td", "th")]
    return bool(cells) and set(cells) == {"th"}


def _date(page: LexborHTMLParser) -> str | None:
    """The day that the page says it was published."""
    said: dict[str, str] = {}
    for meta in page.css("head meta[content]"):
        attributes = meta.attributes
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        said.setdefault(key.lower(), attributes.get("content") or "")
    dates = (DATE.match(said[key]) for key in DATES if key in said)
    return next((match[0] for match in dates if match), None)


def _one_line(text: str) -> str | None:
    return " ".join(text.split()) or None
