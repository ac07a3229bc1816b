"""Thema's that a text calls so, one by one.

thema-opsomming   a row behind "thema's": "de thema's Meedoen, Veilig thuis en in de buurt en Mantelzorg"
domein-opsomming  a row behind "domeinen als" or "het sociaal domein gaat over"
thema-nieuw       a thema of such a row that the graph does not know: kept as said, and asked whether it must be added

A known name is never split: "Veilig thuis en in de buurt" is one thema.
"""

import re
from collections.abc import Iterator

from loaders.names.lexicon import Hit
from loaders.names.tokens import tidy
from loaders.prose.text.notebook import PROSE, SURE, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Sentence

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


def read(page: Page, book: Notebook) -> None:
    for sentence in page.sentences:
        for pattern, rule in ((ROW, "thema-opsomming"), (DOMAINS, "domein-opsomming")):
            for found in pattern.finditer(page.tekst, sentence.start, sentence.end):
                _row(page, book, sentence, found.end(), rule)
    _under_heading(page, book)


def _row(page: Page, book: Notebook, sentence: Sentence, begin: int, rule: str) -> None:
    last = min(sentence.end, begin + LONGEST)
    known = [h for h in page.hits_in(begin, last) if any(e.soort == "Thema" for e in h.entries)]
    items = [*items_of(page.tekst, begin, _end(page.tekst, begin, last, known), [(h.start, h.end) for h in known])]
    capital = items and page.tekst[items[0][0]].isupper()
    if rule == "thema-opsomming" and len(items) == 1 and not capital and not _quoted(page.tekst, items[0]):
        return
    if rule == "thema-opsomming" and not _several(page.tekst, begin):
        items = [
            item for item in items[:1] if page.names.resolve(tidy(page.tekst[slice(*item)]).strip("‘’“”"), ("Thema",))
        ]
    for start, end in items:
        if end - start <= 60 and len(page.tekst[start:end].split()) <= 7:
            one(page, book, start, end, rule)


def one(page: Page, book: Notebook, start: int, end: int, rule: str) -> None:
    """A thema that the text calls so: known, or said and asked."""
    form = tidy(page.tekst[start:end]).strip("‘’“”'\"")
    plain = re.sub(r"\s\([^()]{1,40}\)$", "", form)
    plain = re.sub(r"^(?:de|het)\s", "", plain)
    ids = page.names.resolve(form, ("Thema",)) or page.names.resolve(plain, ("Thema",))
    if len(ids) == 1:
        book.state("thema", {"id": ids[0], "naam": page.names.name(ids[0]), "vorm": form}, [(start, end)], rule, SURE)
        return
    bare = plain.replace("‘", "").replace("’", "") if plain.count("‘") else plain
    book.state("thema", {"id": None, "naam": bare, "vorm": form}, [(start, end)], rule, PROSE)
    near = page.names.suggest(bare, ("Thema",), 3)
    hint = f" Misschien {' of '.join(f'{s.id} ({s.name}, {s.score:.2f})' for s in near)}." if near else ""
    velden = {"id": page.names.proposed("thema", bare), "naam": bare, "vorm": form}
    book.ask("thema", velden, [(start, end)], "thema-nieuw", f"Moet '{bare}' een nieuw thema worden?{hint}")


def items_of(text: str, start: int, end: int, whole: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The items between commas; the last "en" divides too, unless it stands inside a known name."""
    cuts: list[tuple[int, int]] = [(m.start(), m.end()) for m in re.finditer(r",\s{0,2}", text[start:end])]
    cuts = [(start + a, start + b) for a, b in cuts]
    joints = [(start + m.start(), start + m.end()) for m in LAST.finditer(text[start:end])]
    last_comma = cuts[-1][1] if cuts else start
    free = [j for j in joints if j[0] >= last_comma and not any(v < j[1] and j[0] < t for v, t in whole)]
    cuts += free[-1:]
    cuts = [c for c in cuts if not any(v < c[1] and c[0] < t for v, t in whole)]
    at = start
    for a, b in [*sorted(cuts), (end, end)]:
        left, right = at, a
        while left < right and text[left] in " \t\u00a0,":
            left += 1
        while right > left and text[right - 1] in " \t\u00a0,.;:":
            right -= 1
        joined = re.match(r"(?:(?:en|of|&|onder (?:meer|andere)|o\.a\.|bijvoorbeeld)\s){1,2}", text[left:right])
        left += joined.end() if joined else 0
        if right > left:
            yield left, right
        at = b


def _end(text: str, begin: int, last: int, known: list[Hit]) -> int:
    """Where the row stops: at a verb or the end of the sentence; never inside a known name."""
    spans = [(h.start, h.end) for h in known]
    for stop in STOP.finditer(text, begin, last):
        inside = any(start <= stop.start() < end for start, end in spans)
        if not inside and not (
            stop[0].endswith("(") and text[stop.end() : stop.end() + 40].find(")") >= 0 and _goes_on(text, stop.end())
        ):
            return stop.start()
    return last


def _goes_on(text: str, at: int) -> bool:
    close = text.find(")", at, at + 40)
    return text[close + 1 : close + 2] == "," or text[close + 1 : close + 4] == " en"


def _several(text: str, start: int) -> bool:
    return re.search(r"[Tt]hema['’`]s[^\n]{0,24}$", text[max(0, start - 36) : start]) is not None


def _quoted(text: str, item: tuple[int, int]) -> bool:
    return "‘" in text[item[0] : item[1]] or "“" in text[item[0] : item[1]]


def _under_heading(page: Page, book: Notebook) -> None:
    """A list under the heading Thema's."""
    inside = False
    for line in page.lines:
        if HEADED.fullmatch(line.tekst) and "s" in line.tekst[-3:].lower():
            inside = True
        elif (
            inside
            and len(line.tekst) <= 60
            and line.tekst[-1] not in ".?!:"
            and (line.is_item or page.names.resolve(line.tekst, ("Thema",)))
        ):
            one(page, book, line.mark, line.end, "thema-opsomming")
        else:
            inside = False
