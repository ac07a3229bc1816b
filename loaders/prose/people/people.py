"""Names of people: where one stands in a text, and how strong the sign is that it is a name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.dutch.collation import PARTICLES
from loaders.names.naming import PARTIJ
from loaders.names.tokens import flat, tidy
from loaders.prose.people import runs
from loaders.prose.people.first_names import FIRST_NAMES
from loaders.prose.people.functions import TITLES, is_role
from loaders.prose.people.runs import BRACKETED, Piece, pieces
from loaders.prose.people.signs import ORDINARY, SURNAMES, Sign, has_first_name, sign_of
from loaders.prose.text.page import Page
from loaders.prose.text.spans import Spans

SHORT = re.compile(r"[A-Z]{2,}[\w/&-]*|[A-Z]\w*\d\w*|[A-Z][a-z]{0,3}[a-z]?[A-Z]{1,3}")
"""`D66`, `PvdA`, `BZK`: the short form of a body, not the end of a surname."""
STREET = re.compile(r"(?!Ver|Ter)\w{3,30}(?:straat|plein|kade|gracht|singel|fonds|prijs|school|college)|\w{5,30}laan")
BODY = re.compile(
    r"(?:Woning(?:corporatie|stichting|bouw)|Stichting|Vereniging|Coöperatie|Bureau|Zorg(?:groep|instelling)|"
    r"Stadsbank|(?:Volks)?Kredietbank|Veiligheidsregio|Werk(?:bedrijf|plein)|Ziekenhuis|Sociale|Hogeschool|Universiteit|"
    r"Waterschap|Provincie|Omgevingsdienst|ROC|CJG|GGD|GGZ|[A-Z][a-z]+[A-Z]\w*|"
    r"Welzijn\w*|Wijkteam|Sociaal|Team|Programma\w*|Versa|Vluchtelingenwerk|Humanitas|MEE|[A-Z][a-z]{2,20}(?:raad|groep|bureau|bank|fonds|werk|huis|team|instituut|zorg|"
    r"welzijn|wonen|school|college|corporatie|dienst|hulp|centrum|kliniek))"
)
"""Words with which the name of a body begins: `Anna Bos van Woningcorporatie Thuis`."""
ENDING = re.compile(
    r"Ziekenhuis|College|Instituut|Foundation|Academie|Wonen|Lyceum|Groep|Fonds|Centrum|Zorggroep|Welzijn|Zorg|Kinderopvang|Werkt?"
)
"""Words with which it ends: `kinderarts Anna Bos van het Martini Ziekenhuis`."""
LONGEST = 7
"""Words in a name."""
BLANKED = re.compile(r"[Xx]{2,}(?:[-\s][Xx]{2,})*\.?|[Nn]\.?[Nn]\.?")
"""`Xxxx`, `N.N.`: a name that somebody left out."""
HYPHENS = ("-", "\u2010", "\u2011", "\u00ad")
BROKEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u2011\u00ad] (?=\w)")
WRAPPED = re.compile(r"[-\u2010\u2011\u00ad][ \t]*\r?\n")
DEGREE = re.compile(r"(?:,?\s(?:MSc|MBA|BSc|LLM|MPM|MPA|MA|BA|PhD|RA|RE|RC|EMIA|CIA)\b\.?)+(?=[\s,;().]|$)")
"""Behind a name: no part of it, and nothing that parts it from what follows."""
FAR = 200
"""Letters in which to look for the name with which a stretch begins."""


class Name(NamedTuple):
    """`tekst` with one space between words and without titles; `start`, `end` of the name itself in the document;
    `titled` when a title stands before it; `guess`: how it is written, when it is taken for a longer name."""

    tekst: str
    start: int
    end: int
    sign: Sign
    titled: bool = False
    guess: str = ""


class People:
    """Everybody whom a page names in full or with a title: in order, and by surname or first name."""

    def __init__(self, names: Iterable[Name] = ()) -> None:
        self.names = [*names]
        self.spans = Spans((name.start, name.end) for name in self.names)
        self.certain = Spans((n.start, n.end) for n in self.names if n.titled or n.sign >= Sign.STRONG)
        self._surnames: dict[str, dict[str, Name]] = defaultdict(dict)
        self._tails: dict[str, dict[str, Name]] = defaultdict(dict)
        self._halves: dict[str, dict[str, Name]] = defaultdict(dict)
        self._firsts: dict[str, dict[str, Name]] = defaultdict(dict)
        for name in self.names:
            self._surnames[surname(name.tekst)].setdefault(name.tekst, name)
            said = name.tekst.split()
            for at in range(1, len(said) - 1):
                self._tails[" ".join(said[at:])].setdefault(name.tekst, name)
            half = surname_half(name.tekst)
            if half:
                self._halves[half].setdefault(name.tekst, name)
            self._firsts[flat(name.tekst).partition(" ")[0]].setdefault(name.tekst, name)

    def with_surname(self, text: str) -> list[Name]:
        """By the whole surname, or else by the first half of a double one."""
        key = flat(text)
        found = self._surnames.get(key, {})
        whole = any(" " in name for name in found)
        return [*({} if whole else self._halves.get(key, {})).values(), *found.values()]

    def ending(self, text: str) -> list[Name]:
        """Whose longer name ends in these words, as they are written."""
        return [*self._tails.get(text, {}).values()]

    def called(self, text: str) -> list[Name]:
        """By surname, or else by first name."""
        return self.with_surname(text) or [*self._firsts.get(flat(text), {}).values()]


def everybody(page: Page) -> People:
    """The people of a page."""
    return page.once(_everybody)


def _everybody(page: Page) -> People:
    found = (name for s in page.sentences for name in names_in(page, s.start, s.end))
    return People(name for name in found if name.sign > Sign.NONE and (" " in name.tekst or name.titled))


def names_in(page: Page, start: int, end: int) -> list[Name]:
    """The names in a stretch of text, from left to right."""
    seen = page.once(_seen)
    if (start, end) not in seen:
        seen[start, end] = [*_names_in(page, start, end)]
    return seen[start, end]


def _seen(_: Page) -> dict[tuple[int, int], list[Name]]:
    """The stretches of a page that were looked at for names, with the names: many rules look at the same ones."""
    return {}


def _names_in(page: Page, start: int, end: int) -> Iterator[Name]:
    said = pieces(page.tekst, start, end)
    at = 0
    while at < len(said):
        run = runs.run(page.tekst, said, at)
        found = name_of(page, run) if run else None
        if found is not None:
            yield found
        at += max(len(run), 1)


def name_at(page: Page, start: int, end: int) -> Name | None:
    """The name with which a stretch begins, or None."""
    said = pieces(page.tekst, start, min(end, start + FAR))
    if len(said) > 1 and said[0].tekst.lower() == "de" and said[1].is_title:  # De heer Bos
        start, said = said[1].start, said[1:]
    run = runs.run(page.tekst, said, 0) if said and not page.tekst[start : said[0].start].strip() else []
    return name_of(page, run) if run else None


def looks_like_a_name(page: Page, start: int, end: int) -> Name | None:
    """The name that the whole stretch is, or None."""
    found = name_at(page, start, end)
    rest = page.tekst[found.end : end] if found else ""
    return found if found is not None and not rest.strip(" ,.;:*\u00a0\t") else None


def surname(name: str) -> str:
    """`Kitty de Laat` -> `de laat`, folded; a double name keeps both halves."""
    said = flat(name.replace(".", ". ")).split()
    particle = next((i for i, word in enumerate(said) if i and word in PARTICLES), None)
    if particle is not None:
        return " ".join(said[particle:])
    first = (i for i, word in enumerate(said) if i and not word.endswith(".") and word not in FIRST_NAMES)
    return " ".join(said[next(first, len(said) - 1) :])


def surname_half(name: str) -> str:
    """The first half of a double surname ("J. Dam-Bos" -> "dam"); none for a first name with a hyphen."""
    first, _, last = name.rpartition("-")
    return surname(first) if last and " " in first and last[:1].isupper() and " " not in last else ""


def name_of(page: Page, run: list[Piece]) -> Name | None:
    """The name in a run of words with capitals: functions, departments and places around it are taken off."""
    row = _without_titles(run)
    titled = any(piece.is_title for piece in run[: len(run) - len(row)])
    row = row if titled else _from_first_name(_without_letter(page, row))
    row = _without_next(_before_function(row))
    row = _surname_alone(page, row) or _without_place(page, row)
    if not row:
        return None
    start, end = row[0].start, row[-1].end
    behind = DEGREE.match(page.tekst, end)
    text = BROKEN.sub("-", tidy(BRACKETED.sub("", page.tekst[start:end]).replace(")", "")))
    if len(row) == 1 and not titled:
        return Name(text, start, end, Sign.NONE) if row[0].is_capital and len(text) > 1 else None
    if not _has_surname(page, row):
        return None
    sign = sign_of(page, row, titled)
    sign = min(sign, Sign.SHAPE) if _is_wrapped(page, start, end) or _ends_in_place(page, row) else sign
    return Name(text, start, behind.end() if behind else end, sign, titled)


def _is_wrapped(page: Page, start: int, end: int) -> bool:
    """`Bos-` at the end of a line and `Vos` on the next: one name that was broken off, or two of a marriage."""
    return WRAPPED.search(page.tekst, start, end) is not None


def _ends_in_place(page: Page, row: list[Piece]) -> bool:
    """`A. Mol Cromstrijen`: two words behind the initials, of which the last is a place: perhaps of the next row."""
    if len(row) < 3 or not row[-2].is_capital or row[-2].is_initials or has_first_name(row[-2]):
        return False
    return bool(page.names.resolve(row[-1].tekst, ("Gemeente",))) and flat(row[-1].tekst) not in SURNAMES


def _has_surname(page: Page, row: list[Piece]) -> bool:
    """Not too long, and the end is no initial, no street, and no function stands in it."""
    last = row[-1]
    if any(BLANKED.fullmatch(piece.tekst) for piece in row) or _is_broken(page.tekst, last.end):
        return False
    street = STREET.fullmatch(last.tekst) and not _has_function(page, last.end)
    if len(row) > LONGEST or not last.is_capital or last.is_initials or street:
        return False
    before = row[:-1] if row[0].is_initials else row
    return not any(is_role(piece.tekst) for piece in before)


def _has_function(page: Page, end: int) -> bool:
    """`Anna Oosterlaan, beleidsadviseur`: nobody says what a street is."""
    behind = re.match(r",\s(?:de\s)?([\w-]+)|\s\(([\w-]+)", page.after(end, 40))
    return behind is not None and is_role(behind[1] or behind[2])


def _is_broken(text: str, end: int) -> bool:
    """`Rijnders-` at the end of a line: half of a name."""
    return text[end - 1] in HYPHENS or (text[end : end + 1] in HYPHENS and text[end + 1 : end + 2].isspace())


def _without_letter(page: Page, row: list[Piece]) -> list[Piece]:
    """`C. Anna Bos`, at the start of a line: the third item."""
    lettered = len(row) > 2 and re.fullmatch(r"[A-H]\.", row[0].tekst) and has_first_name(row[1])
    return row[1:] if lettered and page.before(row[0].start).strip() in ("", "-", "•") else row


def _before_function(row: list[Piece]) -> list[Piece]:
    """`Anna Bos Voorzitter De Dalzaal` -> `Anna Bos`"""
    at = next((i for i, piece in enumerate(row) if i > 1 and is_role(piece.tekst)), len(row))
    return row[:at] if at > 1 and row[at - 1].is_capital and not row[at - 1].is_initials else row


def _without_next(row: list[Piece]) -> list[Piece]:
    """`K. van Hengel Met`, `Anna Bos Secretaris`: an ordinary word or a function with a capital begins what follows."""
    if len(row) > 2 and (flat(row[-1].tekst) in ORDINARY or is_role(row[-1].tekst)) and row[-2].is_capital:
        return row[:-1] if not row[-2].is_initials else row
    return row


def _without_titles(row: list[Piece]) -> list[Piece]:
    """`wethouder mevrouw Anna Bos` -> `Anna Bos`"""
    while row and (row[0].is_title or is_role(row[0].tekst)):
        row = row[1:]
    return row


def _from_first_name(row: list[Piece]) -> list[Piece]:
    """`Sociale Zaken Jan Bos` -> `Jan Bos`: a name starts at a first name when ordinary words stand before it."""
    row = _without_opening(row)
    at = next((i for i, p in enumerate(row[:-1]) if p.tekst.lower() in FIRST_NAMES or p.is_initials), 0)
    led = at > 1 and row[at - 1].tekst in ("van", "met", "voor", "door")  # Tip van Anna Bos
    led = led or at > 0 and is_role(row[at - 1].tekst)  # De Edese VVD-wethouder Anna Bos
    return row[at:] if at == 1 or led or all(_no_name(piece) for piece in row[:at]) else row


def _without_opening(row: list[Piece]) -> list[Piece]:
    """`Ook Alie Bos` -> `Alie Bos`: an ordinary word with the capital of a sentence, before two others."""
    while len(row) > 2 and flat(row[0].tekst) in ORDINARY and row[1].is_capital:
        row = row[1:]
    return row


def _no_name(piece: Piece) -> bool:
    word = piece.tekst
    return flat(word) in ORDINARY or is_role(word) or word.lower() in PARTICLES or word.isupper()


def _without_place(page: Page, row: list[Piece]) -> list[Piece]:
    """`Anna Bos van Waterdam` -> `Anna Bos`, when there is a whole name before a place or body that we know."""
    for at in range(2, len(row) - 1):
        only_first = all(piece.tekst.lower() in FIRST_NAMES for piece in row[:at])
        known = row[at].tekst.lower() == "van" and row[at - 1].is_capital and _known_start(page, row[at + 1 :])
        if known and not only_first:
            return row[:at]
    return row


def _surname_alone(page: Page, row: list[Piece]) -> list[Piece]:
    """`wethouder Zwaagstra van Almere` -> `Zwaagstra`, where a function stands before it: no first name, and a place.

    `wethouder Jelmer van Houten` stays whole: Houten is a surname as often as a place.
    """
    if len(row) < 3 or row[1].tekst.lower() != "van" or row[0].is_initials or has_first_name(row[0]):
        return []
    before = page.before(row[0].start, 30).split()
    place = page.tekst[row[2].start : row[-1].end]
    led = bool(before) and (is_role(before[-1]) or before[-1].lower() in TITLES)
    known = page.names.resolve(place, PARTIJ) and flat(place) not in SURNAMES
    return row[:1] if led and known else []


def _known_start(page: Page, rest: list[Piece]) -> bool:
    """Whether a run of words begins with a place or body that we know."""
    rest = rest[1:] if rest and rest[0].tekst.lower() in ("de", "het") else rest
    if rest and (BODY.fullmatch(rest[0].tekst) or any(ENDING.fullmatch(piece.tekst) for piece in rest[1:])):
        return True
    if rest and (flat(rest[0].tekst) in ORDINARY or SHORT.fullmatch(rest[0].tekst)):
        return True
    return any(page.names.resolve(page.tekst[rest[0].start : last.end], (*PARTIJ, "Oplossing")) for last in rest)
