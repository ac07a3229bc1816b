"""Gemeenten named in running text.

gemeente-genoemd     the word gemeente, or a function of a gemeente, points at the name: asserted
gemeente-plaats      a place name behind "in", "uit" and the like, that is nothing but a gemeente: asserted
gemeente-of-niet     two of that name, also a province, an ordinary word, or a figure of speech: asked or left

A place name can be a surname (Van Houten), part of a body (Universiteit Utrecht), a province, or Rijk in one word
(Den Haag). Those are no gemeenten.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from loaders.names.lexicon import Entry, Hit
from loaders.names.tokens import flat, tidy
from loaders.prose.people.functions import LOCAL, begins_with_role, is_role
from loaders.prose.people.people import everybody
from loaders.prose.people.signs import ORDINARY, SURNAMES
from loaders.prose.text.notebook import SURE, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.spans import Spans

POINTER = re.compile(
    r"(?:\bgemeenten?|\bgem\.|\bgemeentes|\bgemeentebestuur van|\bcollege van b(?:urgemeester )?(?:&|"
    r"en) w(?:ethouders)? van|\bgemeenteraad van|"
    r"\bgemeentehuis van|\bcentrumgemeenten?|\bbuurgemeenten?|\bkoplopergemeenten?|\bpilotgemeenten?|"
    r"\bproefgemeenten?|\btrekkende gemeente)"
    r"(?: van)?\s{1,3}['’‘]?$",
    re.IGNORECASE,
)
PLACED = re.compile(r"\b(?:in|uit|rond|rondom|buiten|binnen|te|zoals|bijvoorbeeld in)\s{1,3}$", re.IGNORECASE)
JOINED = re.compile(
    r"^(?:\s{0,2},\s{0,2}(?:en\s{1,2}|of\s{1,2})?|\s{1,3}(?:en|of|&|én|alsook|met)\s{1,3}(?:de\s|in\s|"
    r"gemeente\s)?|\s{0,2}/\s{0,2}|\s{0,2},?\s(?:maar ook|en ook)\s(?:in\s)?)$",
    re.IGNORECASE,
)
BODY = re.compile(
    r"\b(?:universiteit|hogeschool|provincie|regio|rechtbank|gerechtshof|ggd|ggz|politie|eenheid|"
    r"politie-eenheid|roc|mbo|station|fc|"
    r"arrondissement|bisdom|kamer van koophandel|veiligheidsregio|arbeidsmarktregio|jeugdregio|zorgregio|"
    r"metropoolregio|stadsregio|"
    r"luchthaven|haven|ziekenhuis|umc|museum|stichting|vereniging|kredietbank|drechtsteden|"
    r"commissaris van de koning in|"
    r"gedeputeerde staten van|provinciale staten van|vrijeschool|gedeputeerde|hof|slag bij|vrede van|"
    r"verdrag van|conferentie van|unie van)"
    r"(?:\s(?:van|te|in|de))?\s{1,3}$",
    re.IGNORECASE,
)
SURNAME = re.compile(r"(?:\b(?:van|van de|van der|van den|ter|ten)\s{1,2})$", re.IGNORECASE)
PROVINCES = frozenset({"utrecht", "groningen", "limburg", "zeeland"})
SPEECH = frozenset({"den haag", "haagse"})
PROVINCE_SHORT = {
    short: province
    for province, shorts in {
        "Drenthe": "dr dn drenthe", "Flevoland": "fl flevoland", "Fryslân": "fr frl friesland fryslân",
        "Gelderland": "g gld gelderland", "Groningen": "gr gn groningen", "Limburg": "l lb li limb limburg",
        "Noord-Brabant": "nb b br noord-brabant", "Noord-Holland": "nh noord-holland",
        "Overijssel": "o ov ovl overijssel",
        "Utrecht": "u ut utrecht", "Zeeland": "z ze zld zeeland", "Zuid-Holland": "zh zuid-holland",
    }.items()
    for short in shorts.split()
}  # fmt: skip
DATELINE = re.compile(r",\s(?:\d{1,2}\s[a-z]{3,9}|(?:maandag|dinsdag|woensdag|donderdag|vrijdag)\b)")
SIGNED = re.compile(r"\b(?:getekend|ondertekend|opgemaakt|gedaan)\b.{0,30}\s(?:te|in)\s$", re.IGNORECASE)
VENUE = re.compile(
    r"\b(?:bijeenkomst|congres|conferentie|symposium|vergadering|overleg|sessie|workshop|training|netwerkdag|beurs|"
    r"gehouden|plaatsvindt|stadhuis|gemeentehuis|zaal|hotel|theater)\b.{0,40}\s(?:te|in)\s$",
    re.IGNORECASE,
)
WHEN = re.compile(
    r"\b\d{1,2}\s(?:jan|feb|ma|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]{0,7}\b|\b\d{1,2}[.:]\d{2}\b", re.IGNORECASE
)
ADDRESS = re.compile(r"^(?:postbus|antwoordnummer)\s\d|\b\d{1,4}[a-z]?$|^\d{4}\s?[A-Z]{2}$", re.IGNORECASE)
NEAR = 80
PERSONAL = re.compile(r"\s(is|was|vertelt|lacht|knikt|glimlacht|schudt|zucht|haalt|denkt|herinnert)\s")
BORNE = re.compile(r"[\w,;:] (?:Van|Ter|Ten|Te|Den|Der|Uit|In|Op)(?: (?:de|den|der|het|’t|'t))? $")
"""`burgemeester Van Doorn`: with a capital in the middle of a sentence it is the surname of somebody."""
BRACKET = re.compile(r"\s?\(([A-Za-z.-]{1,15})\)")


class _Place(NamedTuple):
    """A name that may be that of a gemeente. `start`, `end` take in a word gemeente before it and a province behind it;
    `form` is what stands there; `ids` the gemeenten of that name; `pointer` what points at it."""

    hit: Hit
    start: int
    end: int
    form: str
    ids: tuple[str, ...]
    pointer: str


GEMEENTE, PLAATS, NOTHING = "gemeente", "plaats", ""
"""What points at a name: the word gemeente or a function of one; a preposition; nothing."""


def read(page: Page, book: Notebook) -> None:
    people, held, asked = everybody(page).spans, _held(book, asked=False), _held(book, asked=True)
    last: _Place | None = None
    for hit in page.hits:
        entries = tuple(e for e in hit.entries if e.soort == "Gemeente")
        if entries and _is_written_large(page, hit) and not people.touches(hit.start, hit.end):
            last = _place(page, hit, entries, held, last)
            if last.pointer == NOTHING and _borne_by_office(page, last, asked):
                last = last._replace(pointer=PLAATS)
            _read(page, book, last)


def _borne_by_office(page: Page, place: _Place, asked: Mapping[str, Spans]) -> bool:
    """`Oud-wethouder Anna Bos van Ede`, where what she was is asked: the place of an office, and no surname."""
    span = place.hit.start, place.hit.end
    here = any(key in asked and asked[key].touches(*span) for key in place.ids)
    longer = re.match(r"[-/]?\s?[A-Z]", page.after(place.hit.end, 4))
    return here and not longer and page.before(place.hit.start, 6).endswith(("van ", "in ", "te "))


def _held(book: Notebook, asked: bool) -> dict[str, Spans]:
    """Where a function at each gemeente stands: the gemeente is named there. `asked`: those that are questions."""
    found: dict[str, Spans] = defaultdict(Spans)
    for key, fact in book.facts.items():
        if fact.soort == "rol" and fact.velden.get("organisatie") and bool(fact.vraag) is asked:
            for span in book.spans[key]:
                found[fact.velden["organisatie"]].add(span)
    return found


def _place(page: Page, hit: Hit, entries: tuple[Entry, ...], held: Mapping[str, Spans], last: _Place | None) -> _Place:
    """`last`: the place before this one; in a row of names what points at the first points at all."""
    pointer = _pointer(page, hit, last)
    if any(e.id in held and held[e.id].touches(hit.start, hit.end) for e in entries):
        pointer = GEMEENTE
    start = _with_own_word(page, hit)
    end, ids = _with_province(page, hit, _alive(page, entries))
    return _Place(hit, start, end, tidy(page.tekst[start:end]), ids, pointer)


def _read(page: Page, book: Notebook, place: _Place) -> None:
    """What a place is: the dateline of a letter, somebody's surname, no gemeente, one of several, or one."""
    span, before = (place.start, place.end), page.before_in_sentence(place.hit.start)
    if not before.strip() and not page.after(place.hit.end).strip() and _in_address(page, place):
        book.leave(*span, "een adres")
    elif DATELINE.match(page.after(place.hit.end, 30)) and not before.strip():
        book.leave(*span, "de plaats waar het geschreven is")
    elif place.pointer == PLAATS and _is_venue(page, place, before):
        book.leave(*span, "de plaats van een bijeenkomst")
    elif place.pointer == PLAATS and _somebody(page, place.hit, before):
        book.leave(*span, "iemand in dit document heet zo")
    elif place.pointer == NOTHING or (place.pointer == PLAATS and _is_something_else(place.hit)):
        return
    elif not place.ids and place.pointer == PLAATS:
        book.leave(*span, "een plaats van die naam in een andere provincie")
    elif len(place.ids) == 1:
        _known(page, book, place)
    else:
        said = f"Welke gemeente is '{place.form}'?"
        if place.ids:
            said = f"Welke gemeente is bedoeld met '{place.form}': {' of '.join(place.ids)}?"
        velden = {"id": None, "naam": place.form, "vorm": place.form}
        book.ask("gemeente", velden, [span], "gemeente-of-niet", said)


def _is_venue(page: Page, place: _Place, before: str) -> bool:
    """`Getekend te Zwolle`, `op 4 oktober in het stadhuis in Zwolle`, `12 september: overleg in Zwolle`"""
    return SIGNED.search(before) is not None or (VENUE.search(before) is not None and WHEN.search(before) is not None)


def _in_address(page: Page, place: _Place) -> bool:
    """`Zwolle` on a line of its own, below `Postbus 1`."""
    return ADDRESS.search(page.tekst[max(0, place.start - NEAR) : place.start].rstrip().rpartition("\n")[2]) is not None


def _is_something_else(hit: Hit) -> bool:
    """A body or a province of that name exists too."""
    return any(e.soort not in ("Gemeente", "Thema", "Persoon") for e in hit.entries)


def _somebody(page: Page, hit: Hit, before: str) -> bool:
    """`Stein is lector`, where a Lianne Stein is on the page: what only a person does."""
    if PLACED.search(before) or not everybody(page).with_surname(page.tekst[hit.start : hit.end]):
        return False
    found = PERSONAL.match(page.tekst, hit.end)
    return found is not None and (found[1] not in ("is", "was") or begins_with_role(page.after(found.end())))


def _known(page: Page, book: Notebook, place: _Place) -> None:
    """There is one gemeente of that name; whether the text means it depends on what points at it."""
    span, key = (place.start, place.end), place.ids[0]
    velden = {"id": key, "naam": page.names.name(key), "vorm": place.form}
    plain = flat(tidy(page.tekst[place.hit.start : place.hit.end]))
    if place.pointer == GEMEENTE:
        book.state("gemeente", velden, [span], "gemeente-genoemd", SURE)
    elif plain in PROVINCES:
        book.ask("gemeente", velden, [span], "gemeente-of-niet", f"Is '{place.form}' hier de gemeente of de provincie?")
    elif plain in SURNAMES:
        book.ask("gemeente", velden, [span], "gemeente-of-niet", f"Is '{place.form}' hier een gemeente?")
    elif page.names.ended(key):
        book.leave(*span, "een plaats; een gemeente van die naam bestaat niet meer")
    elif plain in SPEECH and not _in_row(page, place):
        book.leave(*span, "een plaatsnaam die ook voor het Rijk kan staan")
    else:
        book.state("gemeente", velden, [span], "gemeente-plaats")


def _in_row(page: Page, place: _Place) -> bool:
    """`Den Haag en Leiden`: in a row with another gemeente it is one too."""
    for hit in page.hits_in(place.hit.start - 40, place.hit.end + 40):
        if hit is place.hit or not any(e.soort == "Gemeente" for e in hit.entries):
            continue
        left, right = sorted((place.hit, hit), key=lambda each: each.start)
        if JOINED.match(page.tekst[left.end : right.start]):
            return True
    return False


def _pointer(page: Page, hit: Hit, last: _Place | None) -> str:
    """What points at a name. The order matters: the clear signs first, then what makes it part of another name."""
    before = page.before_in_sentence(hit.start)
    if page.tekst[hit.start : hit.start + 9].lower() == "gemeente " or POINTER.search(before):
        return GEMEENTE
    if BORNE.search(before):
        return NOTHING
    if last is not None and last.pointer and JOINED.match(page.tekst[last.end : hit.start]):
        return last.pointer
    if BODY.search(before):
        return NOTHING
    if _local_function(before):
        return GEMEENTE
    if PLACED.search(before):
        return PLAATS
    surname = SURNAME.search(before) and not _lower_before(before)
    return NOTHING if surname or _inside_name(page, before, hit) else PLAATS


def _inside_name(page: Page, before: str, hit: Hit) -> bool:
    """`Stadsarchief Zutphen`, `Tilburg University`, `Enschede-Zuid`: a capital beside it makes the name longer."""
    after = page.after(hit.end, 12)
    if re.match(r"[-/]?\s?[A-Z][a-z]", after) and not re.match(r"\s[A-Z]", after) or re.match(r"\s[A-Z]\w", after):
        return True
    found = re.search(r"(\S+)[ \u00a0]{1,2}$", before)
    if found is None or not found[1].lstrip("(“‘")[:1].isupper() or found[1][-1] in ".,;:!?)”":
        return bool(re.search(r"[\w-]$", before)) and not before.endswith(" ")
    word = found[1].lstrip("(“‘")
    return word.lower() not in page.lower and flat(word) not in ORDINARY and not is_role(word)


def _lower_before(before: str) -> bool:
    """`de aanpak van Enschede`: the word before `van` has no capital, so this is no surname."""
    words = before.split()
    return len(words) >= 2 and words[-2][:1].islower()


def _local_function(before: str) -> bool:
    """`burgemeester van`, `wethouder in`: somebody of a gemeente."""
    words = before.split()
    if words and words[-1].lower() in ("van", "in", "te", "uit"):
        words = words[:-1]
    return bool(words) and LOCAL.search(words[-1].strip(",.()").lower()) is not None


def _with_own_word(page: Page, hit: Hit) -> int:
    """Where the name begins, with its own word `gemeente`."""
    found = re.search(r"\bgemeente\s{1,3}$", page.before(hit.start, 14), re.IGNORECASE)
    return hit.start - len(found[0]) if found else hit.start


def _alive(page: Page, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """The gemeenten of a name that still exist, or else those that did."""
    ids = [*dict.fromkeys(e.id for e in entries)]
    current = [key for key in ids if not page.names.ended(key)]
    return tuple(sorted(current or ids))


def _with_province(page: Page, hit: Hit, ids: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """`Hengelo (O)`, `Rijswijk (ZH)`: the letters in brackets say which; a wrong province is another place."""
    found = BRACKET.match(page.tekst, hit.end)
    province = PROVINCE_SHORT.get(found[1].lower().replace(".", "")) if found else None
    if found is None or province is None:
        return hit.end, ids
    known = {key: page.names.province(key) for key in ids}
    return found.end(), tuple(key for key, where in known.items() if where is None or where == province)


def _is_written_large(page: Page, hit: Hit) -> bool:
    """`Waterdam`, `'s-Hertogenbosch`, `gemeente Waterdam`, `de Ronde Venen`"""
    text = page.tekst[hit.start : hit.end]
    bare = text.replace("gemeente ", "").lstrip("'’‘").lstrip("s-")
    return (
        page.tekst[hit.start : hit.start + 2].strip("'’‘s").strip()[:1].isupper()
        or bare[:1].isupper()
        or text.split()[-1][:1].isupper()
    )
