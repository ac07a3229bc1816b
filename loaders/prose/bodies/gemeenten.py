"""Gemeenten named in running text.

gemeente-genoemd     the word gemeente, or a function of a gemeente, points at the name: asserted
gemeente-plaats      a place name behind "in", "uit" and the like, that is nothing but a gemeente: asserted
gemeente-of-niet     two of that name, also a province, an ordinary word, or a figure of speech: asked or left

A place name can be a surname (Van Houten), part of a body (Universiteit Utrecht), a province, or Rijk in one word
(Den Haag). Those are no gemeenten.
"""

import re
from collections import defaultdict

from loaders.names.lexicon import Entry, Hit
from loaders.names.tokens import flat, tidy
from loaders.prose.people.functions import LOCAL, begins_with_role
from loaders.prose.people.people import everybody
from loaders.prose.people.signs import ORDINARY
from loaders.prose.text.notebook import SURE, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.spans import Spans

POINTER = re.compile(
    r"(?:\bgemeenten?|\bgem\.|\bgemeentes|\bgemeentebestuur van|\bcollege van b(?:urgemeester )?(?:&|"
    r"en) w(?:ethouders)? van|\bgemeenteraad van|"
    r"\bgemeentehuis van|\bcentrumgemeenten?|\bbuurgemeenten?|\bkoplopergemeenten?|\bpilotgemeenten?|"
    r"\bproefgemeenten?|\btrekkende gemeente)"
    r"(?: van)?\s{1,3}$",
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
WORDS = frozenset(
    """
    best huizen buren haren horst echt ede epe beek born stein sluis grave hulst goes elst doorn leek heel monster hoorn
    putten neer losser wierden goor mook urk axel altena thorn houten duiven kampen steen dongen bergen borne graaf
    waterland westland veere made vlist
    """.split()
)
"""Names that are ordinary words or common surnames as well: a preposition is not enough for them."""
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
PERSONAL = re.compile(r"\s(is|was|vertelt|lacht|knikt|glimlacht|schudt|zucht|haalt|denkt|herinnert)\s")
BORNE = re.compile(r"[\w,;:] (?:Van|Ter|Ten|Te|Den|Der|Uit|In|Op)(?: (?:de|den|der|het|’t|'t))? $")
"""`burgemeester Van Doorn`: with a capital in the middle of a sentence it is the surname of somebody."""
BRACKET = re.compile(r"\s?\(([A-Za-z.-]{1,15})\)")


def read(page: Page, book: Notebook) -> None:
    people = everybody(page).spans
    pointed = _Pointed()
    for key, fact in book.facts.items():
        if fact.soort == "rol" and fact.velden.get("organisatie"):
            for span in book.spans[key]:
                pointed.held[fact.velden["organisatie"]].add(span)
    for hit in page.hits:
        entries = tuple(e for e in hit.entries if e.soort == "Gemeente")
        if (
            not entries
            or not page.tekst[hit.start : hit.start + 2].strip("'’‘s").strip()[:1].isupper()
            and not _capital(page, hit)
        ):
            continue
        if people.touches(hit.start, hit.end):
            continue
        _one(page, book, hit, entries, pointed)


class _Pointed:
    """The hit before, when something pointed at it: in a row of names the pointer counts for all."""

    end = -1
    how = ""

    def __init__(self) -> None:
        self.held: dict[str, Spans] = defaultdict(Spans)
        """Where a function at each gemeente stands: the gemeente is named there."""


def _one(page: Page, book: Notebook, hit: Hit, entries: tuple[Entry, ...], pointed: _Pointed) -> None:
    before = page.before_in_sentence(hit.start)
    how = _pointer(page, before, hit, pointed)
    if any(e.id in pointed.held and pointed.held[e.id].touches(hit.start, hit.end) for e in entries):
        how = "gemeente"
    own = _own_pointer(page, hit)
    end, ids = _bracket(page, hit, _alive(page, entries, own))
    pointed.end, pointed.how = end, how
    start = own
    form = tidy(page.tekst[start:end])
    if DATELINE.match(page.after(hit.end, 30)) and not before.strip():
        book.leave(start, end, "de plaats waar het geschreven is")
        return
    if how == "plaats" and _somebody(page, hit, before):
        book.leave(start, end, "iemand in dit document heet zo")
        return
    others = [e for e in hit.entries if e.soort not in ("Gemeente", "Thema", "Persoon")]
    if how == "" or (others and how != "gemeente"):
        return
    if not ids and how != "gemeente":
        book.leave(start, end, "een plaats van die naam in een andere provincie")
        return
    if len(ids) != 1:
        said = f"Welke gemeente is bedoeld met '{form}': {' of '.join(ids)}?" if ids else f"Welke gemeente is '{form}'?"
        book.ask("gemeente", {"id": None, "naam": form, "vorm": form}, [(start, end)], "gemeente-of-niet", said)
        return
    _known(page, book, hit, (start, end), ids[0], how)


def _somebody(page: Page, hit: Hit, before: str) -> bool:
    """`Stein is lector`, where a Lianne Stein is on the page: what only a person does."""
    if PLACED.search(before) or not everybody(page).with_surname(page.tekst[hit.start : hit.end]):
        return False
    found = PERSONAL.match(page.tekst, hit.end)
    return found is not None and (found[1] not in ("is", "was") or begins_with_role(page.after(found.end())))


def _known(page: Page, book: Notebook, hit: Hit, span: tuple[int, int], key: str, how: str) -> None:
    """One gemeente of that name: whether it is meant depends on what points at it."""
    form = tidy(page.tekst[slice(*span)])
    velden = {"id": key, "naam": page.names.name(key), "vorm": form}
    plain = flat(tidy(page.tekst[hit.start : hit.end]))
    if how == "gemeente":
        book.state("gemeente", velden, [span], "gemeente-genoemd", SURE)
    elif plain in PROVINCES:
        book.ask("gemeente", velden, [span], "gemeente-of-niet", f"Is '{form}' hier de gemeente of de provincie?")
    elif plain in WORDS:
        book.ask("gemeente", velden, [span], "gemeente-of-niet", f"Is '{form}' hier een gemeente?")
    elif plain in SPEECH:
        book.leave(*span, "een plaatsnaam die ook voor het Rijk kan staan")
    else:
        book.state("gemeente", velden, [span], "gemeente-plaats")


def _pointer(page: Page, before: str, hit: Hit, pointed: _Pointed) -> str:
    """`gemeente` when something says it is one, `plaats` when a preposition does, else nothing."""
    if page.tekst[hit.start : hit.start + 9].lower() == "gemeente " or POINTER.search(before):
        return "gemeente"
    if BORNE.search(before):
        return ""
    if pointed.end >= 0 and JOINED.match(page.tekst[pointed.end : hit.start]) and pointed.how:
        return pointed.how
    if BODY.search(before):
        return ""
    if _local_function(before):
        return "gemeente"
    if PLACED.search(before):
        return "plaats"
    if SURNAME.search(before) and not _lower_before(before):
        return ""
    return "" if _inside_name(page, before, hit) else "plaats"


def _inside_name(page: Page, before: str, hit: Hit) -> bool:
    """`Stadsarchief Zutphen`, `Tilburg University`, `Enschede-Zuid`: a capital beside it makes the name longer."""
    after = page.after(hit.end, 12)
    if re.match(r"[-/]?\s?[A-Z][a-z]", after) and not re.match(r"\s[A-Z]", after) or re.match(r"\s[A-Z]\w", after):
        return True
    found = re.search(r"(\S+)[ \u00a0]{1,2}$", before)
    if found is None or not found[1][:1].isupper() or found[1][-1] in ".,;:!?)”":
        return bool(re.search(r"[\w-]$", before)) and not before.endswith(" ")
    return found[1].lower() not in page.lower and flat(found[1]) not in ORDINARY


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


def _own_pointer(page: Page, hit: Hit) -> int:
    """Where the name begins with its own word `gemeente`."""
    found = re.search(r"\bgemeente\s{1,3}$", page.before(hit.start, 14), re.IGNORECASE)
    return hit.start - len(found[0]) if found else hit.start


def _alive(page: Page, entries: tuple[Entry, ...], _own: int) -> tuple[str, ...]:
    ids = [*dict.fromkeys(e.id for e in entries)]
    current = [key for key in ids if not page.names.ended(key)]
    return tuple(sorted(current or ids))


def _bracket(page: Page, hit: Hit, ids: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """`Hengelo (O)`, `Rijswijk (ZH)`: the letters in brackets say which; a wrong province is another place."""
    found = BRACKET.match(page.tekst, hit.end)
    province = PROVINCE_SHORT.get(found[1].lower().replace(".", "")) if found else None
    if found is None or province is None:
        return hit.end, ids
    known = {key: page.names.province(key) for key in ids}
    return found.end(), tuple(key for key, where in known.items() if where is None or where == province)


def _capital(page: Page, hit: Hit) -> bool:
    return page.tekst[hit.start : hit.end].replace("gemeente ", "").lstrip("'’‘").lstrip("s-")[:1].isupper() or any(
        part[:1].isupper() for part in page.tekst[hit.start : hit.end].split()[-1:]
    )
