"""Thema's that a text calls so, one by one.

thema-opsomming   a row behind "thema's": "de thema's Meedoen, Veilig thuis en in de buurt en Mantelzorg"
domein-opsomming  a row behind "domeinen als" or "het sociaal domein gaat over"
thema-nieuw       a thema of such a row that the graph does not know: kept as said, and asked whether it must be added

A known name is never split: "Veilig thuis en in de buurt" is one thema.
"""

import re
from collections.abc import Iterator

from loaders.names.naming import perhaps
from loaders.names.tokens import tidy
from loaders.prose.text.notebook import PROSE, SURE, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Line, Sentence
from loaders.prose.text.spans import Spans

ROW = re.compile(
    r"\b[Tt]hema(?:['’`]s)(?:\s{0,2}:|\s(?:zijn|waren)\s?:?|\sop,?\szoals|"
    r",?\s(?:zoals|als|namelijk|te weten|waaronder)|"
    r"\s(?=[A-Z‘“]))\s{0,2}|\b[Tt]hema(?:\s{0,2}:\s|\s(?=[A-Z‘“]))"
)
"""Behind the plural a row; behind the singular one, when it has a capital."""
DOMAINS = re.compile(
    r"\b(?:(?:leef|beleids)?domeinen|beleidsterreinen|terreinen)\s(?:als|zoals)\s|"
    r"\bsociaal domein\s(?:gaat over|omvat|bestaat uit)\s|\b(?:leef|beleids)?domeinen\s{0,1}:\s",
    re.IGNORECASE,
)
LONGEST = 600
"""A row of thema's is shorter."""
STOP = re.compile(
    r"\s(?:zijn|is|was|waren|wordt|worden|werd|werden|staan|staat|komen|komt|elkaar|hebben|heeft|vormen|"
    r"geformuleerd|kan|kunnen|gaan|gaat|"
    r"met|die|dat|waar|waarin|om|centraal|terug|raken|samen(?=\s|$))(?=\s|$|[.,])|[.;!?](?=\s|$)|\s[–(]"
)
LAST = re.compile(r"\s(?:en|of|&)\s")
HEADED = re.compile(r"(?:(?:de|onze|vier|vijf|zes|drie|zeven|acht)\s){0,2}thema(?:['’`]s)?\s?:?", re.IGNORECASE)


RULE, DOMAIN_RULE, NEW_RULE = "thema-opsomming", "domein-opsomming", "thema-nieuw"
MOST_LETTERS, MOST_WORDS = 60, 7
"""Of a thema; what is longer is a sentence."""
COMMA = re.compile(r",\s{0,2}")
JOINT = re.compile(r"(?:(?:en|of|&|onder (?:meer|andere)|o\.a\.|bijvoorbeeld)\s){1,2}")
"""Words before an item that are no part of it."""
PLURAL = re.compile(r"[Tt]hema['’`]s[^\n]{0,24}$")

Stretch = tuple[int, int]


def read(page: Page, book: Notebook) -> None:
    for sentence in page.sentences:
        for found in ROW.finditer(page.tekst, sentence.start, sentence.end):
            _themas(page, book, sentence, found.end())
        for found in DOMAINS.finditer(page.tekst, sentence.start, sentence.end):
            _write(page, book, _items(page, sentence, found.end()), DOMAIN_RULE)
    _under_heading(page, book)


def _themas(page: Page, book: Notebook, sentence: Sentence, start: int) -> None:
    """The row behind the word thema's; behind the singular only a thema that we know."""
    items = _items(page, sentence, start)
    if len(items) == 1 and not page.tekst[items[0][0]].isupper() and not _is_quoted(page.tekst, items[0]):
        return
    if not PLURAL.search(page.tekst[max(0, start - 36) : start]):
        items = [item for item in items[:1] if page.names.resolve(_unquoted(page.tekst[slice(*item)]), ("Thema",))]
    _write(page, book, items, RULE)


def _unquoted(text: str) -> str:
    return tidy(text).strip("‘’“”")


def _is_quoted(text: str, item: Stretch) -> bool:
    return "‘" in text[slice(*item)] or "“" in text[slice(*item)]


def _write(page: Page, book: Notebook, items: list[Stretch], rule: str) -> None:
    for start, end in items:
        if end - start <= MOST_LETTERS and len(page.tekst[start:end].split()) <= MOST_WORDS:
            one(page, book, start, end, rule)


def one(page: Page, book: Notebook, start: int, end: int, rule: str) -> None:
    """A thema that the text calls so: known, or kept as said and asked."""
    form = tidy(page.tekst[start:end]).strip("‘’“”'\"")
    plain = re.sub(r"^(?:de|het)\s", "", re.sub(r"\s\([^()]{1,40}\)$", "", form))
    ids = page.names.resolve(form, ("Thema",)) or page.names.resolve(plain, ("Thema",))
    if len(ids) == 1:
        book.state("thema", {"id": ids[0], "naam": page.names.name(ids[0]), "vorm": form}, [(start, end)], rule, SURE)
        return
    bare = plain.replace("‘", "").replace("’", "") if "‘" in plain else plain
    book.state("thema", {"id": None, "naam": bare, "vorm": form}, [(start, end)], rule, PROSE)
    velden = {"id": page.names.proposed("thema", bare), "naam": bare, "vorm": form}
    hint = perhaps(page.names.suggest(bare, ("Thema",), 3))
    book.ask("thema", velden, [(start, end)], NEW_RULE, f"Moet '{bare}' een nieuw thema worden?{hint}")


# the items of a row


def _items(page: Page, sentence: Sentence, start: int) -> list[Stretch]:
    """The items of the row that begins here."""
    last = min(sentence.end, start + LONGEST)
    known = [hit for hit in page.hits_in(start, last) if any(e.soort == "Thema" for e in hit.entries)]
    whole = Spans((hit.start, hit.end) for hit in known)
    return [*_divided(page.tekst, start, _end(page.tekst, start, last, whole), whole)]


def _divided(text: str, start: int, end: int, whole: Spans) -> Iterator[Stretch]:
    """The items between commas; the last "en" divides too. `whole`: the known names, which are never divided."""
    commas = [found.span() for found in COMMA.finditer(text, start, end)]
    last = commas[-1][1] if commas else start
    joints = [found.span() for found in LAST.finditer(text, start, end) if found.start() >= last]
    joints = [joint for joint in joints if not whole.touches(*joint)][-1:]
    cuts = [cut for cut in sorted([*commas, *joints]) if not whole.touches(*cut)]
    starts, ends = [start, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), end]
    for left, right in zip(starts, ends, strict=True):
        item = _trimmed(text, left, right)
        if item[1] > item[0]:
            yield item


def _trimmed(text: str, left: int, right: int) -> Stretch:
    """Without the space and marks around it, and the words that only join it to the rest."""
    while left < right and text[left] in " \t\u00a0,":
        left += 1
    while right > left and text[right - 1] in " \t\u00a0,.;:":
        right -= 1
    joint = JOINT.match(text, left, right)
    return joint.end() if joint else left, right


def _end(text: str, start: int, last: int, whole: Spans) -> int:
    """Where the row stops: at a verb or the end of the sentence; never inside a known name."""
    for stop in STOP.finditer(text, start, last):
        inside = whole.touches(stop.start(), stop.start() + 1)
        if not inside and not (stop[0].endswith("(") and _goes_on(text, stop.end())):
            return stop.start()
    return last


def _goes_on(text: str, at: int) -> bool:
    """Whether the row goes on behind the bracket that is open here: `Armoede (en schulden), Zorg`."""
    close = text.find(")", at, at + 40)
    return close >= 0 and (text[close + 1 : close + 2] == "," or text[close + 1 : close + 4] == " en")


# a list


def _under_heading(page: Page, book: Notebook) -> None:
    """A list under the heading Thema's."""
    inside = False
    for line in page.lines:
        if HEADED.fullmatch(line.tekst) and "s" in line.tekst[-3:].lower():
            inside = True
        else:
            inside = inside and _is_item(page, line)
            if inside:
                one(page, book, line.mark, line.end, RULE)


def _is_item(page: Page, line: Line) -> bool:
    if len(line.tekst) > MOST_LETTERS or line.tekst[-1] in ".?!:":
        return False
    return line.is_item or bool(page.names.resolve(line.tekst, ("Thema",)))
