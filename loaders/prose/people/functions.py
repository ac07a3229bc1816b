"""Words for functions: what somebody is, where, and whether still.

`Directeur Jeugd, gemeente X` -> functie, the organisation as written, and what that can mean.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from loaders.names.naming import PARTIJ, Names
from loaders.names.tokens import flat, tidy
from loaders.prose.text.body_words import CAPITAL, ENDING, JOINT
from loaders.prose.text.function_words import COMPOUND, LIKE, NOT_LIKE, ROLE

QUOTED = re.compile(r"(?:^|\s)['‘“\"„]\w")
PARTY = re.compile(r"[A-Z]\w{0,12}[A-Z0-9]\w{0,12}\s|(?:GroenLinks|Denk|Volt|Lijst|Partij|Fractie)\s")
"""A party or a short name before the word for a function: `D66 wethouder`."""
PARTIES = re.compile(
    r"PvdA|VVD|CDA|D66|GL|GroenLinks|SP|CU|ChristenUnie|SGP|PvdD|Partij voor de Dieren|BBB|FvD|JA21|50PLUS|Volt|DENK|"
    r"Denk|NSC|PVV|(?:Fractie|Lijst|Gemeentebelangen|Dorpsbelangen|Leefbaar)(?:\s.{1,30})?|"
    r"(?:[A-Z]\w+)?(?:belang(?:en)?|partij)|[A-Z][\w-]{1,15}\s?/\s?[A-Z]\w{1,15}",
)
"""Parties and factions: what stands so behind the name of somebody is not where they work."""
LOCAL = re.compile(
    r"(?:wethouder|burgemeester|gemeentesecretaris|raadslid|griffier|fractievoorzitter|locoburgemeester)$"
)
NATIONAL = re.compile(r"^(?:minister|staatssecretaris|minister-president)$")
TITLES = frozenset(
    "drs. dr. mr. ir. ing. prof. mevrouw mevr. de.heer dhr. mw. drs dr mr ir ing prof mevr dhr mw ds. ds heer".split()
)
JOINTS = ("van", "bij", "namens", "voor", "uit", "te", "in")
PARTICLES = frozenset("toe uit aan af op mee in voor".split())
"""The end of a verb that stands in two parts, behind the name of a body."""
ARTICLES = ("de", "het", "der", "een", "den")
FORMER = re.compile(
    r"\b(?:vm\.|v\.m\.|vml\.|toenmalige?|voormalige?|vroegere?|gewezen|gepensioneerde?\b|wijlen\b|ex-|oud-(?=\w)|vorige?\b|afgetreden|vertrekkende?|destijds\b|"
    r"indertijd\b|toentertijd\b|toen(?:\snog)?\b|ooit\b|eerder\b|vroeger\b|voorheen\b|later\b|daarna\b|nadien\b|"
    r"tot voor kort\b)",
    re.IGNORECASE,
)
COMING = re.compile(
    r"\b(?:beoogde?|aankomende?|toekomstige?|kandidaat-?|straks\b|hopelijk\b|binnenkort\b|mogelijk\b|wellicht\b|misschien\b|"
    r"waarschijnlijk\b|aanstaande?|nieuw te benoemen)",
    re.IGNORECASE,
)
DASH = re.compile(r"\s[–—-]\s")
AND = re.compile(r"\s(?:&|en|tevens|alsmede|én)\s|;\s|,\s(?:tevens\s|ook\s)?")
PLURAL = re.compile(
    r"\b[\w-]{0,30}(?:ers|eurs|airs|ouders|eesters|aars|ears|oren|euren|isten|enten|ders|ssen|leden),?(?=\s|$)",
    re.IGNORECASE,
)
SINGULAR = re.compile(r"(?<=er|ur|or|ir)s$|(?<=or)en$|(?<=eur)en$|(?<=ist)en$|(?<=ent)en$")
FRONT = re.compile(r"^(?:(?:de|een|onze|nu|nog|thans|momenteel|tegenwoordig|inmiddels|tevens|ook|al)\s){1,3}")
NO_COLOUR = re.compile(
    r"(?:is|was|wordt|werd|blijft|heeft|had|van|bij|in|voor|met|en|of|tot|als|geen|niet|nooit|bijna|ooit|kandidaat|over|aan|op|door|uit|vanuit|namens|te|om|zo|ook|nog|al|"
    r"(?:ge|be|ver|ont|aan|op|af|her)[a-z]{2,20}(?:d|t|en)|vader|moeder|jaar|jaren|maand|maanden|week|weken|dag|dagen)[,.]?"
)
CLAUSE = re.compile(
    r"\b(?:die|dat|werd|wordt|worden|was|is|wil|wilde|zou|bestaat|zijn|blijft|zegt|heeft|maar)\b", re.IGNORECASE
)
"""Words of a sentence: `die wethouder werd` says something of a function, and is none."""
DETERMINER = frozenset("de het een onze hun haar zijn deze die".split())
MEMBERS = re.compile(r"(?:kamer|raads|staten|commissie|bestuurs)?leden", re.IGNORECASE)
FRONTED = re.compile(r"(?:[a-zé]{3,14}\s)?(?P<wie>[A-Z][\w&]{1,20})-(?P<rol>[a-zé][\w-]{3,30})(?=\s|$|,)")
"""`VNG-bestuurder`, `oud Divosa-directeur`"""
SIGLE = re.compile(r"\s([A-Z]{2,6}(?:-[A-Z]{2,6})?|[A-Z][A-Za-z]?[a-z]?[A-Z]{1,3})$")
"""An organisation by its capitals behind a function: `projectcoördinator UWV`."""
BODY_BEHIND = re.compile(
    rf"^(?P<rol>[^,]{{3,60}}?)\s(?P<waar>(?:(?:De|Het|’t|'t)\s|(?:{ENDING})\s(?:(?:De|Het|’t|'t|van|voor)\s)?)"
    rf"{CAPITAL}(?:{JOINT}\s{CAPITAL}){{0,4}})$"
)
"""A body by a word for its kind, or with an article that has a capital: `jongerenwerker De Schakel`."""
LEADS = re.compile(
    r"\b(?:directeur|directrice|directeur-bestuurder|bestuurder|bestuursvoorzitter|voorzitter|teamleider)\s"
    r"(?P<waar>[A-Z][\w’'&-]{3,20}(?:\s[A-Z][\w’'&-]{3,20}){0,2})$"
)
"""Who leads an organisation has its name behind the function: `directeur Senzer`; a field is one of `FIELD`."""
FIELD = re.compile(
    r"(?:ing|heid|zorg|werk|beleid|schap|iek|tie|dienst|domein|hulp|zaken|wonen|leven|jeugd|onderwijs|welzijn|economie|"
    r"financiën|sport|cultuur|ruimte|milieu|schulden|inkomen|armoede|toegang|jongeren|ouderen|wmo|stad|bestuur|control|"
    r"innovatie|strategie|advies|beheer|toezicht|sociaal|team|raad|noord|zuid|oost|west|centrum|wijk|buurt|klant.*)$|"
    r"^(?:sociaal|team|raad|publieke|maatschappelijk\w*)\b"
)
NO_SIGLE = frozenset(
    "wmo hbo mbo vo po ict hr hrm pr ggz ra re msc mba ai wia wsw woz ozb sw pgb rvt rvb db ab".split()
)
INSIDE = ("bestuur", "toezicht", "commissarissen", "advies", "b&w", "bestuur en toezicht")
"""Behind `van`, and no organisation: `voorzitter Raad van Bestuur`."""
SINCE = re.compile(r"^(?:sinds\s(?:kort|\d{4}|vorig jaar|dit jaar|\w+\s\d{4})|daarnaast|tegelijk|ook|tevens|nu)\s")
"""Before the second of two functions: `wethouder en sinds kort voorzitter`."""
NEXT_TITLE = re.compile(r"(?<=\w)\s(?:de heer|mevrouw|dhr\.?|mevr\.?|mw\.?)$", re.IGNORECASE)
"""The title of the next one in a row: `wethouder mevrouw`."""
LONGEST = 400


class Role(NamedTuple):
    """`vorm` is the organisation as it is written; `ids` what that can mean."""

    functie: str
    vorm: str
    ids: tuple[str, ...]


@lru_cache(maxsize=50_000)
def is_role(word: str) -> bool:
    """ "wethouder", "programmamanager", and in the plural "onderzoekers"."""
    bare = word.strip(",.();:’'\"“”*").lower().partition("/")[0]
    if ROLE.search(bare) or COMPOUND.search(bare):
        return True
    return len(bare) > 6 and bare.endswith("s") and ROLE.search(bare[:-1]) is not None


def whole(function: str) -> bool:
    """A function as it should be: no bracket that stands alone, and the word for it at the start.

    `Lijst Zes (fractievoorzitter` is a party and half of what stood behind it.
    """
    bare = COMING.sub("", FORMER.sub("", function)).strip(" -")
    if QUOTED.search(function) or PARTY.match(bare) and not is_role(bare.split()[0]) and not bare.isupper():
        return False
    if CLAUSE.search(function):
        return False
    return function.count("(") == function.count(")") and begins_with_role(bare.split(",")[0])


def has_role(text: str) -> bool:
    """Whether a word for a function stands anywhere in it."""
    return any(is_role(word) for word in re.split(r"[\s/-]", text))


def is_local(functie: str) -> bool:
    """Whether the function is one of a gemeente."""
    return any(LOCAL.search(word.strip(",.()").lower()) for word in functie.split())


def is_office(functie: str) -> bool:
    """Whether the function is one that somebody is appointed or elected to: "wethouder", "oud-minister"."""
    words = (word.strip(",.()").lower().removeprefix("oud-") for word in functie.split())
    return is_local(functie) or any(map(NATIONAL.search, words))


def like_role(word: str) -> bool:
    """A word that looks like one for a function: never enough to assert."""
    bare = word.strip(",.()").lower()
    return len(bare) > 3 and LIKE.search(bare) is not None and bare not in NOT_LIKE and not bare.endswith("baar")


def parts(text: str) -> list[str]:
    """`Voorzitter NDSD & Directeur Sociaal, gemeente Utrecht` -> two functions: both sides begin with one."""
    made, at = [], 0
    for joint in AND.finditer(text):
        right = text[joint.end() : joint.end() + 60]
        opens = is_role(right.split()[0]) if joint[0].startswith(",") and right.split() else _opens(right)
        if (opens or joint[0].startswith(";")) and _opens(text[at : joint.start()]):
            made.append(tidy(text[at : joint.start()]))
            at = joint.end()
    return [*made, tidy(text[at:])]


def _opens(text: str) -> bool:
    """Whether a word for a role stands at the start, perhaps behind one other word (`technisch directeur`)."""
    return any(is_role(word) for word in SINCE.sub("", text).split()[:2])


def parse(part: str, names: Names) -> Role:
    """The function and the organisation in the words for one role; the surest way to tell them apart first."""
    part = NEXT_TITLE.sub("", part[:LONGEST])
    known = _apart(part, names) or _ending(part, names) or _compound(part, names)
    return _without_party(known or _behind_comma(part, names) or _named(part, names))


def _without_party(role: Role) -> Role:
    """`wethouder, VVD`: a party is not where somebody holds an office."""
    party = role.vorm and not role.ids and " " not in role.vorm and PARTIES.fullmatch(role.vorm)
    return role._replace(vorm="") if party else role


def _compound(part: str, names: Names) -> Role | None:
    """`VNG-bestuurder`: the organisation in front, when we know it; a gemeente in front says something else."""
    found = FRONTED.match(part)
    ids = names.resolve(found["wie"], PARTIJ) if found and is_role(found["rol"]) else ()
    if found is None or not ids or any(key.startswith("gemeente:") for key in ids):
        return None
    front = part[: found.start("wie")]
    return Role(tidy(f"{front}{found['rol']}{part[found.end() :]}"), found["wie"], ids)


def _apart(part: str, names: Names) -> Role | None:
    """`directeur Jeugd, gemeente Waterdam`: behind a mark stands a name that we know."""
    for left, right in _cuts(part):
        ids = names.resolve(right, PARTIJ)
        if ids and left:
            return Role(without_joint(left.split()), right, ids)
    return None


def _behind_comma(part: str, names: Names) -> Role | None:
    """`directeur, Stichting Onbekend`; small words behind the last comma are no name, and may be left out."""
    left, _, right = part.rpartition(",")
    if left and right.islower():
        inner = parse(left, names)
        if inner.ids or not right.startswith("gemeente"):
            return inner
    return Role(tidy(left), tidy(right), ()) if left and not has_role(right) else None


def _ending(part: str, names: Names) -> Role | None:
    """`wethouder van Waterdam`: the longest row of words at the end that is a name we know."""
    said = part.split()
    for start in range(max(1, len(said) - 12), len(said)):
        vorm = tidy(" ".join(said[start:])).strip("()")
        ids = names.resolve(vorm, PARTIJ)
        if ids and _sure(said, start, ids):
            return Role(without_joint(said[:start]), vorm, ids)
    return None


def _named(part: str, names: Names) -> Role:
    """`directeur van Stichting Onbekend` -> the organisation is what stands behind the joint, when it has a capital."""
    said = part.split()
    for at in range(1, len(said) - 1):
        if said[at].lower() in ("van", "bij", "namens") and said[at + 1].lower() not in ("wonen",):
            rest = said[at + 1 :]
            while rest and rest[0].lower() in ARTICLES:
                rest = rest[1:]
            while len(rest) > 1 and rest[-1] in PARTICLES:  # licht Anna Bos, adviseur bij Dal, toe
                rest = rest[:-1]
            if rest and rest[0][:1].isupper() and flat(" ".join(rest)) not in INSIDE:
                return Role(without_joint(said[: at + 1]), tidy(" ".join(rest)), ())
    body = BODY_BEHIND.search(part)
    if body and is_role(body["rol"].split()[-1]) and not names.resolve(tidy(body["waar"]), PARTIJ):
        return Role(tidy(part[: body.start("waar")]), tidy(body["waar"]), ())
    lead = LEADS.search(part)
    if lead and not FIELD.search(lead["waar"].lower()) and not names.resolve(lead["waar"], PARTIJ):
        return Role(part[: lead.start("waar")].strip(), lead["waar"], ())
    last = SIGLE.search(part)
    if last and is_role(said[0]) and last[1].lower() not in NO_SIGLE:
        return Role(without_joint(part[: last.start()].split()), last[1], ())
    return Role(tidy(part), "", ())


def _sure(said: list[str], start: int, ids: tuple[str, ...]) -> bool:
    """A bare place name at the end can be an ordinary word (Best, Huizen, Buren): something must point at it."""
    if start > 1 and said[start - 1][:1].isupper() and not is_role(said[start - 1]) and said[start][:1].isupper():
        return False  # directeur Sociale Dienst Drechtsteden
    if not all(key.startswith("gemeente:") for key in ids):
        return said[start][:1].isupper() or said[start].lower() in (
            "ministerie",
            "departement",
            "programma",
            "programmabureau",
            "het",
            "de",
        )
    before = said[start - 1].lower()
    return said[start].lower() == "gemeente" or before in ("van", "bij", "namens", "te") or bool(LOCAL.search(before))


def _cuts(part: str) -> Iterator[tuple[str, str]]:
    """Where the organisation may start: after the last dash, then after each comma or bracket from the end."""
    for dash in reversed([*DASH.finditer(part)]):
        yield tidy(part[: dash.start()]), tidy(part[dash.end() :])
    for i in range(len(part) - 1, -1, -1):
        if part[i] in ",(":
            yield tidy(part[:i]), tidy(part[i + 1 :].rstrip(")"))


def without_joint(said: list[str]) -> str:
    """`directeur van de` -> `directeur`"""
    while said and said[-1].lower().strip(",") in (*JOINTS, *ARTICLES):
        said = said[:-1]
    return tidy(" ".join(said))


def singular(function: str) -> str:
    """`onderzoekers` -> `onderzoeker`: what each of a row of names is."""
    first, _, rest = function.partition(" ")
    if MEMBERS.fullmatch(first):
        return tidy(f"{first[:-5]}lid {rest}")
    return tidy(f"{SINGULAR.sub('', first)} {rest}") if PLURAL.search(first) else function


def begins_with_role(text: str) -> bool:
    """A word for a function at the start, behind at most two adjectives: `zelfstandig adviseur`."""
    said = [w for w in FRONT.sub("", text).split() if w.lower() not in DETERMINER][:3]
    for word in said:
        if is_role(word):
            return True
        if NO_COLOUR.fullmatch(word.lower()):
            return False
    return False
