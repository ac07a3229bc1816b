"""Names of people: where one stands in a text, and how strong the sign is that it is a name.

A row of words with capitals is only a name when something says so: initials, a title, a first name that people go by,
or somebody the graph knows. `Sociale Zaken` and `Programma Sociaal Domein` have the same shape.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from graph.dutch.collation import PARTICLES
from loaders.names.naming import PARTIJ
from loaders.names.tokens import flat, tidy
from loaders.prose.people.first_names import FIRST_NAMES
from loaders.prose.people.functions import TITLES, is_role
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import APART

PIECE = re.compile(r"[^\s,;:()\[\]“”\"„!?…–—•|=<>]+")
INITIALS = re.compile(r"(?:[A-Z]\.?(?:[Tt]h|[Cc]h|[Pp]h)?\.-?){1,6}[A-Z]?\.?|[A-Z]")
CAPITAL = re.compile(r"(?:['’]?[a-z]{1,2}['’])?[^\W\d_a-z][\w'’.-]*|[dD]['’][^\W\d_a-z][\w'’-]*")
SHORT = re.compile(r"[A-Z]{2,}[\w/&-]*|[A-Z]\w*\d\w*|[A-Z][a-z]{0,3}[a-z]?[A-Z]{1,3}")
"""`D66`, `PvdA`, `BZK`: the short form of a body, not the end of a surname."""
STREET = re.compile(r"(?!Ver|Ter)\w{3,30}(?:straat|plein|kade|gracht|singel|fonds|prijs|school|college)|\w{5,30}laan")
LONGEST = 7
BRACKETED = re.compile(r"\((?:[A-Z]\.?){1,6}\)")
PREPOSITIONS = frozenset("in op aan bij voor over onder uit tot en af".split())
ARTICLES = ("de", "den", "der", "het", "'t", "’t", "ten", "ter")
ORDINARY = frozenset(
    """sociaal sociale domein zaken programma programmaraad programmabureau gemeente gemeenten ministerie departement
    rijk bestuur directie afdeling team jeugd zorg welzijn werk inkomen wonen onderwijs veiligheid participatie wmo wet
    jeugdwet participatiewet beleid samenleving maatschappelijke ondersteuning ontwikkeling publieke gezondheid
    vereniging stichting netwerk platform city deal traject trajecten thema themas regio provincie stad dorp nederland
    nederlandse kamer tweede eerste kabinet regering college burgemeester wethouders commissie brede regietafel bureau
    project pilot nieuws agenda verslag notulen besluitenlijst vergadering bijeenkomst congres inspiratie samen meer
    beste geachte dear de het een dit dat deze die wij we onze ons ook in op per van voor wie wat waar hoe als er te en
    of maar want toen daarom dus zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart
    april mei juni juli augustus september oktober november december binnenlandse koninkrijksrelaties volksgezondheid
    sport justitie cultuur wetenschap financiën economische infrastructuur algemene directeur hoofd manager voorzitter
    lid leden aanwezig afwezig datum plaats locatie adres telefoon postbus mail website contact contactpersoon bron foto
    tekst beeld thuis mensen inwoners kind kinderen ouders gezinnen jongeren ouderen inclusieve inclusief lerende
    praktijk actieplan plan visie nota kader beleidskader uitvoeringsprogramma openbaar integrale integraal aanpak
    schulden armoede mantelzorg centrum unie europese hogeschool universiteit rechtbank politie ggd ggz mbo hbo roc
    eerste-kamer organisatie naam functie rol ja nee volgens vanuit namens bij met tijdens na door uit over tot naar
    tussen sinds vanaf zonder hier daar elke iedere alle vooral toch nog wel niet geen meneer mevrouw heer dames heren
    vragen vraag antwoord punt actie besluit zoals omdat terwijl dankzij vandaag gisteren morgen onlangs inmiddels
    intussen later eerder daarna verder zelf alleen juist zowel beide kortom immers echter behalve ondanks wegens via
    rond sommige veel weinig ieder wethouder minister collega initiatiefnemer beleidsmedewerker aan dag lees bekijk meld
    download klik ga kijk neem bel stel geef laat doe mooi goed nieuwe huidige kansen eigen kracht sociaal-domein versie
    bijlage hoofdstuk paragraaf tabel figuur bladzijde pagina ontwikkelingen uitvoering toezicht handhaving ruimte
    milieu economie burgerzaken dienstverlening bedrijfsvoering control communicatie""".split()
)
"""Folded words that stand with a capital in headings and names of bodies, and are nobody's name."""


class Sign(IntEnum):
    """How strong the sign is that a row of words is a name. No text gives `PROVEN`: wanting that is always asking."""

    NONE = 0
    SHAPE = 1
    STRONG = 2
    PROVEN = 3


class Name(NamedTuple):
    """`tekst` with one space between words and without titles; `start`, `end` of the name itself in the document."""

    tekst: str
    start: int
    end: int
    sign: Sign
    titled: bool = False


class Piece(NamedTuple):
    tekst: str
    start: int
    end: int


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """The words between spaces and marks; a dot at the end belongs to initials and titles only."""
    found = []
    for match in PIECE.finditer(text, start, end):
        word = match[0]
        if word.endswith(".") and not INITIALS.fullmatch(word) and word.lower() not in TITLES:
            word = word.rstrip(".")
        word = word.strip("‘’'*") if word[:1] in "‘'*’" and not word[1:2].islower() else word.rstrip("’'*")
        if word:
            at = match.start() + match[0].index(word)
            found.append(Piece(word, at, at + len(word)))
    return found


class People:
    """Everybody on a page by more than a surname: in order, and by surname and first name."""

    def __init__(self, names: Iterable[Name] = ()) -> None:
        self.names = [*names]
        self._surnames: dict[str, dict[str, Name]] = defaultdict(dict)
        self._firsts: dict[str, dict[str, Name]] = defaultdict(dict)
        for name in self.names:
            self._surnames[surname(name.tekst)].setdefault(name.tekst, name)
            self._firsts[flat(name.tekst).partition(" ")[0]].setdefault(name.tekst, name)

    def with_surname(self, text: str) -> list[Name]:
        return [*self._surnames.get(flat(text), {}).values()]

    def called(self, text: str) -> list[Name]:
        """By surname, or else by first name."""
        return self.with_surname(text) or [*self._firsts.get(flat(text), {}).values()]


def find(page: Page) -> People:
    found = (name for s in page.sentences for name in names_in(page, s.start, s.end))
    return People(name for name in found if name.sign > Sign.NONE and (" " in name.tekst or name.titled))


def names_in(page: Page, start: int, end: int) -> list[Name]:
    """The names in a stretch of text, from left to right."""
    if (start, end) not in page.seen_names:
        page.seen_names[start, end] = [*_names_in(page, start, end)]
    return page.seen_names[start, end]


def _names_in(page: Page, start: int, end: int) -> Iterator[Name]:
    said = pieces(page.tekst, start, end)
    at = 0
    while at < len(said):
        row = _row(page.tekst, said, at)
        if not row:
            at += 1
            continue
        found = name_of(page, row)
        if found is not None:
            yield found
        at += len(row)


def name_at(page: Page, start: int, end: int) -> Name | None:
    """The name with which a stretch begins, or None."""
    said = pieces(page.tekst, start, min(end, start + 200))
    row = _row(page.tekst, said, 0) if said and not page.tekst[start : said[0].start].strip() else []
    return name_of(page, row) if row else None


def _row(text: str, said: list[Piece], at: int) -> list[Piece]:
    """A run of words that may be a name: capitals, initials and titles, with particles in between."""
    row: list[Piece] = []
    for number, piece in enumerate(said[at : at + 14], at):
        space = text[row[-1].end : piece.start] if row else ""
        between = "\t" if APART.search(space) else space.strip(" \u00a0\n\r.’'")
        if between == "(" and INITIALS.fullmatch(row[-1].tekst) and text[piece.end : piece.end + 1] == ")":
            row, between = [], ""  # R. (Ronald) Bos
        elif row and between == "(" and INITIALS.fullmatch(piece.tekst) and text[piece.end : piece.end + 1] == ")":
            continue  # Hans (H.J.M.A.) Bos
        elif BRACKETED.fullmatch(between) or (between == ")" and len(row) == 1 and _after_initial(text, row[0].start)):
            between = ""
        if between or (row and piece.tekst.lower() in TITLES and row[-1].tekst.lower() not in TITLES):
            break
        fits = CAPITAL.fullmatch(piece.tekst) or INITIALS.fullmatch(piece.tekst) or piece.tekst.lower() in TITLES
        if (
            row
            and _short_form(piece.tekst)
            and not _short_form(row[0].tekst)
            and row[-1].tekst.lower() not in PARTICLES
        ):
            break
        if not fits and piece.tekst in PREPOSITIONS and not _before_article(said, number):
            break
        if not fits and not (row and piece.tekst.lower().strip("'’") in PARTICLES and piece.tekst != "en"):
            break
        row.append(piece)
    while row and (row[-1].tekst.lower() in PARTICLES or row[-1].tekst.lower() in TITLES) and not _is_capital(row[-1]):
        row.pop()
    return row


def _before_article(said: list[Piece], number: int) -> bool:
    """`Anna in 't Veld` is a name; `Anna in Delft` is Anna, in Delft."""
    return number + 1 < len(said) and said[number + 1].tekst.lower() in ARTICLES


def _after_initial(text: str, at: int) -> bool:
    return re.search(r"[A-Z]\.\s?\($", text[max(0, at - 6) : at]) is not None


def name_of(page: Page, row: list[Piece]) -> Name | None:
    """The name in a row of words with capitals: functions, departments and places around it are taken off."""
    titled = False
    while row and (row[0].tekst.lower() in TITLES or is_role(row[0].tekst)):
        titled = titled or row[0].tekst.lower() in TITLES
        row = row[1:]
    row = _from_first_name(row) if not titled else row
    row = _without_place(page, row)
    if not row:
        return None
    start, end = row[0].start, row[-1].end
    text = tidy(BRACKETED.sub("", page.tekst[start:end]).replace(")", ""))
    if len(row) == 1 and not titled:
        return Name(text, start, end, Sign.NONE) if _is_capital(row[0]) and len(text) > 1 else None
    if len(row) > LONGEST or not _is_capital(row[-1]) or INITIALS.fullmatch(row[-1].tekst):
        return None
    if any(is_role(piece.tekst) for piece in row) or STREET.fullmatch(row[-1].tekst):
        return None
    return Name(text, start, end, sign_of(page, row, titled), titled)


def sign_of(page: Page, row: list[Piece], titled: bool) -> Sign:
    rest = [p for p in row[1:] if not (p.tekst.islower() and p.tekst in PARTICLES)]
    ordinary = any(_ordinary(page, p) for p in rest)
    if titled or (INITIALS.fullmatch(row[0].tekst) and not ordinary):
        return Sign.STRONG
    said = " ".join(p.tekst for p in row)
    if page.names.resolve(said, ("Persoon",)):
        return Sign.STRONG
    if row[0].tekst.lower() in PARTICLES or page.names.resolve(said, PARTIJ) or _is_place(page, row):
        return Sign.NONE
    if row[0].tekst.split("-")[0].lower() in FIRST_NAMES and not (len(rest) == 1 and flat(rest[0].tekst) in ORDINARY):
        return Sign.STRONG
    if ordinary or _ordinary(page, row[0]) or row[0].tekst.isupper():
        return Sign.NONE
    return Sign.SHAPE


def _is_place(page: Page, row: list[Piece]) -> bool:
    """`West Maas en Waal`, `Lingewaal tot`: the row begins with a known name that is nobody's."""
    if row[0].tekst.lower() in FIRST_NAMES:
        return False
    return any(
        hit.start <= row[0].start and row[0].end <= hit.end and all(e.soort in (*PARTIJ, "Wet") for e in hit.entries)
        for hit in page.hits_in(row[0].start - 40, row[0].end)
    )


def looks_like_a_name(page: Page, text_start: int, text_end: int) -> Name | None:
    """The whole stretch is one name."""
    found = name_at(page, text_start, text_end)
    rest = page.tekst[found.end : text_end] if found else ""
    return found if found is not None and not rest.strip(" ,.;:*\u00a0\t") else None


def surname(name: str) -> str:
    """`Kitty de Laat` -> `de laat`, folded; a double name keeps both halves."""
    said = flat(name.replace(".", ". ")).split()
    start = next((i for i, word in enumerate(said) if i and word in PARTICLES), None)
    if start is None:
        start = next(
            (i for i, word in enumerate(said) if i and not word.endswith(".") and word not in FIRST_NAMES),
            len(said) - 1,
        )
    return " ".join(said[start:])


def _from_first_name(row: list[Piece]) -> list[Piece]:
    """`Sociale Zaken Jan Bos` -> `Jan Bos`: a name starts at a first name when ordinary words stand before it."""
    for at, piece in enumerate(row[:-1]):
        first = piece.tekst.lower() in FIRST_NAMES or INITIALS.fullmatch(piece.tekst)
        led = at > 1 and row[at - 1].tekst in ("van", "met", "voor", "door")  # Tip van Anna Bos
        if first and at and (at == 1 or led or all(_no_name(p) for p in row[:at])):
            return row[at:]
        if first:
            break
    return row


def _no_name(piece: Piece) -> bool:
    word = piece.tekst
    return flat(word) in ORDINARY or is_role(word) or word.lower() in PARTICLES or word.isupper()


def _without_place(page: Page, row: list[Piece]) -> list[Piece]:
    """`Anna Bos van Waterdam` -> `Anna Bos`, when there is a whole name before a place or body that we know."""
    for at in range(2, len(row) - 1):
        only_first = all(p.tekst.lower() in FIRST_NAMES for p in row[:at])
        known = row[at].tekst.lower() == "van" and _is_capital(row[at - 1]) and _known_start(page, row[at + 1 :])
        if known and not only_first:
            return row[:at]
    return row


def _known_start(page: Page, rest: list[Piece]) -> bool:
    """Whether a row of words begins with a place or body that we know."""
    rest = rest[1:] if rest and rest[0].tekst.lower() in ("de", "het") else rest
    if rest and (flat(rest[0].tekst) in ORDINARY or SHORT.fullmatch(rest[0].tekst)):
        return True
    return any(page.names.resolve(page.tekst[rest[0].start : last.end], PARTIJ) for last in rest)


def _short_form(word: str) -> bool:
    """`BZK`: capitals only, and no initial."""
    return len(word) > 1 and word.isupper() and "." not in word


def _ordinary(page: Page, piece: Piece) -> bool:
    return flat(piece.tekst) in ORDINARY or piece.tekst.lower() in page.lower


def _is_capital(piece: Piece) -> bool:
    return bool(CAPITAL.fullmatch(piece.tekst)) and piece.tekst.lower() not in TITLES
