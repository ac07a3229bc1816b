"""docx -> the text as it would be with every tracked change accepted.

Insertions are kept; deletions are dropped, with a notice. Foot notes, comments, page headers and footers follow the
text, each in a zone of its own. What a style or a mark hides stays as hidden. Numbers that Word itself puts before a
line are not in the file, and not in the text.
"""

from collections.abc import Callable
from typing import Any

from loaders.documents.document import Text
from loaders.documents.forms.archive import Archive
from loaders.documents.forms.canvas import LINE, PARAGRAPH, Canvas, covered
from loaders.documents.forms.inside import word_elements as word

BODY = "word/document.xml"
BESIDE = (
    ("word/footnotes.xml", "footnote", "voetnoot"),
    ("word/endnotes.xml", "endnote", "voetnoot"),
    ("word/comments.xml", "comment", "reactie"),
)
AROUND = (("word/header", "hdr", "koptekst"), ("word/footer", "ftr", "voettekst"))
DROPPED = frozenset("del moveFrom delText delInstrText instrText rPr pPr tblPr trPr tcPr tblGrid sectPr".split())
BREAKS = ("br", "cr")
PICTURES = ("drawing", "pict", "object")
NOTE_MARKS = ("separator", "continuationSeparator", "continuationNotice")
STYLES = (
    ("caption", "bijschrift"), ("quote", "citaat"), ("intense quote", "citaat"), ("toc ", "nav"),
    ("table of ", "nav"), ("header", "koptekst"), ("footer", "voettekst"), ("list ", "lijst"),
)  # fmt: skip
MARKS = (
    ("vanish", "verborgen"), ("webHidden", "verborgen"), ("strike", "doorgehaald"), ("dstrike", "doorgehaald"),
)  # fmt: skip
UNSEEN = (*MARKS, ("white", "verborgen"), ("tiny", "verborgen"))
WHITE = ("FFFFFF", "FEFEFE")
TINY = 4
"""Half points: letters of two points are no letters to a reader."""
TITLES = ("title", "titel")


def read(content: bytes, name: str) -> Text:
    archive = Archive(content, name, "docx", BODY)
    root = archive.xml(BODY)
    walk = _Walk(Canvas(), *_styles(archive))
    walk.blocks(root)
    for part, tag, kind in BESIDE:
        if part in archive:
            for note in archive.xml(part):
                if word.tag(note) == tag and word.value(note, "type") not in NOTE_MARKS:
                    walk.apart(note, kind)
    for start, tag, kind in AROUND:
        for part in archive.parts(start):
            beside = archive.xml(part)
            if word.tag(beside) == tag:
                walk.apart(beside, kind)
    return walk.canvas.text(walk.title, None, walk.notices(name))


def _styles(archive: Archive) -> tuple[dict[str, tuple[str, int]], dict[str, dict[str, bool]]]:
    """Style id -> the kind of zone it makes, with the level of a heading; and what it says of being seen.

    Styles are named in English in every Word. A style has what it is based on, where it says nothing else itself.
    """
    part = "word/styles.xml"
    found: dict[str, tuple[str, int]] = {}
    seen: dict[str, dict[str, bool]] = {}
    based: dict[str, str] = {}
    for style in archive.xml(part) if part in archive else ():
        key = word.value(style, "styleId")
        if word.tag(style) == "style" and key:
            found[key] = _style(style)
            seen[key] = _marks(word.child(style, "rPr"))
            based[key] = word.child_value(style, "basedOn") or ""
    return found, {key: _inherited(key, seen, based) for key in seen}


def _inherited(key: str, seen: dict[str, dict[str, bool]], based: dict[str, str]) -> dict[str, bool]:
    made: dict[str, bool] = {}
    for _ in range(len(based)):
        if key not in seen:
            break
        made = {**seen[key], **made}
        key = based[key]
    return made


def _marks(properties: Any) -> dict[str, bool]:
    """What the properties of letters say of each kind of not being seen: yes or no; nothing when they say nothing."""
    said = {tag: mark for tag, _ in MARKS if (mark := word.child(properties, tag)) is not None}
    made = {tag: word.is_on(mark) for tag, mark in said.items()}
    colour, size = word.child_value(properties, "color"), word.child_value(properties, "sz")
    ground = word.value(word.child(properties, "shd"), "fill")
    marked = word.child(properties, "highlight") is not None or ground not in (None, "auto", *WHITE)
    if colour is not None:
        made["white"] = colour.upper() in WHITE and not marked
    if size is not None:
        made["tiny"] = size.isdigit() and int(size) <= TINY
    return made


def _style(style: Any) -> tuple[str, int]:
    name = (word.child_value(style, "name") or "").lower()
    if name in TITLES:
        return "kop", 1
    properties = word.child(style, "pPr")
    level = word.child_value(properties, "outlineLvl")
    if name.startswith("heading ") and name[8:].isdigit():
        return "kop", min(int(name[8:]), 6)
    if level is not None and level.isdigit() and int(level) < 9:
        return "kop", min(int(level) + 1, 6)
    return next((kind for start, kind in STYLES if name.startswith(start)), ""), 0


class _Walk:
    """Calls itself for what is nested: libxml2 has already refused what is deeper than 256."""

    def __init__(self, canvas: Canvas, styles: dict[str, tuple[str, int]], seen: dict[str, dict[str, bool]]) -> None:
        self.canvas = canvas
        self.styles = styles
        self.seen = seen
        self.paragraph: dict[str, bool] = {}
        self.title: str | None = None
        self.deletions = 0
        self.insertions = 0
        self.unread: set[str] = set()

    def notices(self, name: str) -> tuple[str, ...]:
        said = []
        if self.deletions or self.insertions:
            said.append(
                f"{name}: er staan bijgehouden wijzigingen in. Ingevoegd is gelezen ({self.insertions}), "
                f"verwijderd niet ({self.deletions})."
            )
        if "pictures" in self.unread:
            said.append(f"{name}: tekst in plaatjes is niet gelezen.")
        return tuple(said)

    def apart(self, root: Any, kind: str) -> None:
        self.canvas.gap(PARAGRAPH)
        with self.canvas.zone(kind):
            self.blocks(root)
        self.canvas.gap(PARAGRAPH)

    def blocks(self, root: Any) -> None:
        """Paragraphs and tables, wherever they are wrapped in."""
        self._count(root)
        for child in root:
            tag = word.tag(child)
            if tag == "p":
                self._paragraph(child)
            elif tag == "tbl":
                self._table(child)
            elif tag == "AlternateContent":
                self._alternate(child, self.blocks)
            elif tag in DROPPED:
                self._drop(child)
            elif tag:
                self.blocks(child)

    def _paragraph(self, paragraph: Any) -> None:
        properties = word.child(paragraph, "pPr")
        around = self.paragraph
        self.paragraph = self.seen.get(word.child_value(properties, "pStyle") or "Normal", {})
        kind, level = self._kind(properties)
        # a list is a list of lines, as the items of a page are; other paragraphs are apart
        self.canvas.gap(LINE if kind == "lijst" else PARAGRAPH)
        before = self.canvas.length
        with self.canvas.zone(kind or None, level):
            self._runs(paragraph)
        if kind == "kop" and level == 1 and self.title is None and self.canvas.length > before:
            self.title = " ".join(self.canvas.since(before).split())
        self.canvas.gap(LINE if kind == "lijst" else PARAGRAPH)
        self.paragraph = around

    def _kind(self, properties: Any) -> tuple[str, int]:
        if properties is None:
            return "", 0
        kind, level = self.styles.get(word.child_value(properties, "pStyle") or "", ("", 0))
        own = word.child_value(properties, "outlineLvl")
        if own is not None and own.isdigit() and int(own) < 9:
            return "kop", min(int(own) + 1, 6)
        if not kind and word.child(properties, "numPr") is not None:
            return "lijst", 0
        return kind, level

    def _runs(self, root: Any) -> None:
        self._count(root)
        for child in root:
            tag = word.tag(child)
            if tag == "r":
                self._run(child)
            elif tag == "AlternateContent":
                self._alternate(child, self._runs)
            elif tag in ("p", "tbl", "txbxContent"):
                self._apart_in_line(child)
            elif tag in DROPPED:
                self._drop(child)
            elif tag:
                self._runs(child)

    def _run(self, run: Any) -> None:
        kinds = self._hidden(word.child(run, "rPr"))
        opened = [self.canvas.begin(kind) for kind in kinds]
        for child in run:
            written = word.written(child)
            if written is not None:
                self.canvas.write(written)
            else:
                self._in_run(child)
        for zone in reversed(opened):
            self.canvas.end(zone)

    def _in_run(self, child: Any) -> None:
        """What stands in a run and is no text."""
        tag = word.tag(child)
        if tag in BREAKS:
            self.canvas.feed()
        elif tag == "AlternateContent":
            self._alternate(child, self._runs)
        elif tag in DROPPED:
            self._drop(child)
        elif tag in PICTURES:
            self._picture(child)

    def _hidden(self, properties: Any) -> list[str]:
        """By the style of the paragraph, that of the letters, or their own properties; the last one said holds."""
        style = self.seen.get(word.child_value(properties, "rStyle") or "", {})
        said = {**self.paragraph, **style, **_marks(properties)}
        return [kind for tag, kind in UNSEEN if said.get(tag)]

    def _picture(self, picture: Any) -> None:
        """A text box is a box of paragraphs; a picture is not read."""
        boxes = [box for box in picture.iter() if word.tag(box) == "txbxContent"]
        for box in boxes:
            self._apart_in_line(box)
        if not boxes:
            self.unread.add("pictures")

    def _apart_in_line(self, box: Any) -> None:
        self.canvas.gap(PARAGRAPH)
        if word.tag(box) == "p":
            self._paragraph(box)
        elif word.tag(box) == "tbl":
            self._table(box)
        else:
            self.blocks(box)
        self.canvas.gap(PARAGRAPH)

    def _alternate(self, element: Any, into: Callable[[Any], None]) -> None:
        """The same thing said in two ways: the first one."""
        for child in element:
            if word.tag(child) in ("Choice", "Fallback"):
                into(child)
                return

    def _table(self, table: Any) -> None:
        self.canvas.begin_table()
        above: dict[int, Any] = {}
        for row in word.inside(table, "tr"):
            if self._is_deleted(row):
                continue
            self.canvas.begin_row()
            self._cells(row, above)
            self.canvas.end_row(word.is_on(word.child(word.child(row, "trPr"), "tblHeader")))
        self.canvas.end_table()

    def _is_deleted(self, row: Any) -> bool:
        gone = word.child(word.child(row, "trPr"), "del") is not None
        self.deletions += gone
        return gone

    def _cells(self, row: Any, above: dict[int, Any]) -> None:
        """A cell that continues the one above it stands for that one."""
        column = 0
        for cell in word.inside(row, "tc"):
            properties = word.child(cell, "tcPr")
            width = covered(word.child_value(properties, "gridSpan"))
            merge = word.child(properties, "vMerge")
            if merge is not None and word.value(merge, "val") != "restart" and column in above:
                self.canvas.begin_cell(width)
                self.canvas.end_cell(above[column])
            else:
                self.canvas.begin_cell(width)
                self.blocks(cell)
                span = self.canvas.end_cell()
                above.pop(column, None)
                if merge is not None:
                    above[column] = span
            column += width

    def _count(self, element: Any) -> None:
        self.insertions += word.tag(element) in ("ins", "moveTo")

    def _drop(self, element: Any) -> None:
        self.deletions += word.tag(element) in ("del", "moveFrom")
