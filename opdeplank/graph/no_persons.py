"""A question without personal data, or nothing. Pure functions.

Two sieves. What has the shape of personal data (an address, a number, a date) is taken out. Then every word that is
left must be one that could stand in a document about the social domain; a first name, a word behind "meneer", or a word
that nobody can place, and the whole question is dropped. Missing a question is a pity, keeping a name is a breach.
"""

import re
from collections.abc import Callable, Iterator

from graph.dutch.collation import PARTICLES, fold
from graph.dutch.words import STOP
from loaders.prose.people.first_names import FIRST_NAMES

GONE = "…"
STREET = (
    "straat|laan|weg|plein|kade|gracht|singel|dijk|hof|pad|dreef|steeg|park|plantsoen|wal|markt|hoek|erf|ring|baan|"
    "veld|berg|burg|haven|brink|donk|akker|kamp|weide"
)
MONTHS = "jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec"
SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"\S+@\S+",  # e-mail, and names on social media
        r"(?:https?://|www\.)\S+",
        r"\b[A-Z]{2}\d{2}[A-Z\d ]{10,30}",  # bank account
        r"\b\d{4}\s?[A-Z]{2}\b(?:\s*\d+\w*)?",  # postcode
        rf"\b[\w'’-]*(?:{STREET})\s+\d+\s?[a-z]?\b",  # street and number
        rf"\b\d{{1,2}}\s+(?:{MONTHS})\w*\.?(?:\s+\d{{2,4}})?\b",
        r"\b\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?\b",
        r"\+?\(?\d(?:[\s().-]*\d){3,}",  # a citizen's number, a telephone, a year, an amount: none is needed
    )
)
TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
INITIAL = re.compile(r"(?:[A-Z]\.)+|[A-Z]")
ADDRESSED = frozenset(
    "meneer mevrouw mijnheer dhr mevr mw heer familie fam tante oom opa oma dokter juf meester".split()
)
NAMED = frozenset("heet heten genaamd noemt naam namens".split())
COMMON = frozenset(
    """vader moeder zoon dochter broer zus buurman buurvrouw man vrouw kind kinderen jongen meisje baby oma opa partner
    vriend vriendin collega client cliënt klant leerling student patient bewoner jaar maand week dag dagen keer uur geld
    huis thuis werk school hulp zorg kamer auto fiets bus trein eten slapen leven wonen werken leren lezen schrijven
    bellen vragen zoeken krijgen geven betalen kopen huren lopen rijden zitten liggen gemeente stad dorp wijk buurt
    straat land nieuw oud jong groot klein lang kort ziek gezond arm rijk alleen samen bang boos moe blij tekort teveel
    gratis duur goedkoop regels wet recht plicht brief formulier aanvraag loket website dokter huisarts ziekenhuis
    advocaat politie rechter kerk moskee club sport taal taalles computer telefoon internet gas licht water energie
    """.split()
)
ENDINGS = (
    "heid", "heden", "ing", "ingen", "schap", "schappen", "teit", "iteit", "atie", "aties", "isme", "loos", "lijk",
    "lijke", "baar", "bare", "zorg", "hulp", "geld", "werk", "school", "huis", "wonen", "les", "taal", "wet", "beleid",
)  # fmt: skip
LEAST_ENDED = 3
"""Letters before such an ending: "Ing" and "Les" are names, "begeleiding" and "taalles" are not."""
LONGEST = 300


def without_persons(text: str, knows: Callable[[str], bool]) -> str | None:
    """The question with personal data taken out; None when there may be some left. `knows` says of a folded word
    whether the graph uses it."""
    if len(text) > LONGEST:
        return None
    for shape in SHAPES:
        text = shape.sub(f" {GONE} ", text)
    tidy = " ".join(text.split())
    if not any(c.isalpha() for c in tidy) or any(_may_be_a_person(tidy, knows)):
        return None
    return tidy


def _may_be_a_person(text: str, knows: Callable[[str], bool]) -> Iterator[bool]:
    tokens = list(TOKEN.finditer(text))
    plain = [fold(t[0].rstrip(".")) for t in tokens]
    for i, token in enumerate(tokens):
        word, before = plain[i], plain[i - 1] if i else ""
        yield word in FIRST_NAMES and word not in COMMON
        yield bool(INITIAL.fullmatch(token[0])) and not (i == 0 and len(token[0]) == 1)
        yield before in NAMED
        ordinary = _is_ordinary(word, knows)
        yield not ordinary
        yield before in ADDRESSED and word not in STOP and word not in COMMON
        yield before in PARTICLES and i > 1 and plain[i - 2] in FIRST_NAMES
        yield token[0][:1].isupper() and not _starts_sentence(text, token.start()) and not knows(word)


def _is_ordinary(word: str, knows: Callable[[str], bool]) -> bool:
    pieces = [p for p in re.split(r"[^\w]+", word) if p]
    return all(p in STOP or p in COMMON or p.isdigit() or knows(p) or _is_built(p) for p in pieces)


def _is_built(word: str) -> bool:
    """Whether it is made as Dutch makes words for things that are not people."""
    return any(word.endswith(e) and len(word) - len(e) >= LEAST_ENDED for e in ENDINGS)


def _starts_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip()
    return not before or before[-1] in ".!?:"
