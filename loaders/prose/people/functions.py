"""Words for functions: what somebody is, where, and whether still.

`Directeur Jeugd, gemeente X` -> functie, the organisation as written, and what that can mean.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from loaders.names.naming import PARTIJ, Names
from loaders.names.tokens import tidy

ROLE = re.compile(
    r"(?:directeur|directrice|directielid|manager|leider|leidster|regisseur|regisseuse|wethouder|burgemeester|voorzitter|voorzitster|hoofd|"
    r"adviseur|adviseuse|secretaris|minister|coördinator|coordinator|bestuurder|raadslid|penningmeester|functionaris|medewerker|"
    r"medewerkster|ambtenaar|griffier|inspecteur|kwartiermaker|opgavehouder|teamlead|gedeputeerde|commissaris|heemraad|dijkgraaf|"
    r"afgevaardigde|penvoerder|"
    r"wetenschapper|hoogleraar|lector|onderzoeker|projectlead|trekker|portefeuillehouder|consulent|consulente|jurist|"
    r"raadsheer|rector|strateeg|beleidsmaker|specialist|expert|begeleider|bestuurslid|commissielid|statenlid|kamerlid|"
    r"ondernemer|eigenaar|oprichter|oprichtster|initiatiefnemer|ambassadeur|mentor|coach|notulist|directeuren|"
    r"fractievoorzitter|werker|werkster|verpleegkundige|rechter|officier|verlener|deskundige|"
    r"voorlichter|voorlichtster|woordvoerder|vertegenwoordiger|beheerder|docent|consultant|analist|architect|psycholoog|"
    r"advocaat|trainer|presentator|presentatrice|beschermer|recruiter|redacteur|journalist|leraar|lerares|rapporteur|auditor|"
    r"bewindvoerder|mediator|accountant|econoom|socioloog|pedagoog|kundige|notaris|makelaar|verbinder|aanjager|bemiddelaar|"
    r"ontwerper|ontwikkelaar|planner|controller|inkoper|administrateur|uitvoerder|toezichthouder|handhaver|commandant|president|ombudsman|kinderombudsman|"
    r"ombudsvrouw|dominee|predikant|chauffeur|stagiaire?|vrijwilliger|vrijwilligster|kapster|directeur-generaal|secretaris-generaal|inspecteur-generaal|"
    r"notuliste|beheerster|therapeut|psychiater|logopedist|apotheker|verzorgende|onderwijzer|onderwijzeres|bibliothecaris|conservator|huismeester|conciërge|"
    r"wijkagent|organisator|columnist|vertrouwenspersoon|informateur|formateur|gastvrouw|gastheer|programmamaker|rechercheur|thesaurier|kabinetschef|"
    r"teamchef|assistent|assistente|conrector|schooldirecteur|kroonlid|chef|professional|ondersteuner|senator|deurwaarder|werkvoorbereider|diëtist|promovendus|decaan|gezinsvoogd|trainee|leidinggevende|initiatiefneemster|moderator|gemeentesecretaresse|secretaresse)$"
)
COMPOUND = re.compile(
    r"(?:^|-|raads|staten|kamer|bestuurs|commissie|directie|kroon|team|college|jury|kader|fractie|burger|ere|partij|"
    r"panel|gilde|steunfractie|werkgroep|stuurgroep|adviesraad|senaats)lid$|"
    r"(?:^|-|huis|tand|jeugd|kinder|bedrijfs|verzekerings|dieren|school|basis|sport|oog|vrouwen|zenuw|tropen|nood|"
    r"hoofd|wijk|consultatiebureau|geneesheer|sociaal|revalidatie)arts$"
)
"""Short words for a function, alone or behind a word that goes with them: Khalid, Walid and Swarts are names."""
LIKE = re.compile(
    r"(?:[^aeiou]er|eur|euse|trice|iaar|naar|laar|nier|ssier|kant|[aeiou]tor|bode|staatsraad|heemraad|nestor|premier|soof|elier|diaken|(?:al|an|en|et|in|it|og|on|or)iste?|kracht|kundige|leider|houder|meester|ster|loog|graaf|arts|man|vrouw|"
    r"chef|iater|peut|aris|persoon|maatje|hulp|baas|majoor|kapitein|kolonel|luitenant|agent|pastoor|priester|deken|"
    r"bisschop|imam|rabbijn|gezant|sponsor|student|fabrikant|intendant|curator|maker|monteur|tolk|gids|wacht|juf|boer)$"
)
NOT_LIKE = frozenset(
    """ander achter anders bijzonder beter daarachter dichter dochter donker eerder eerlijker ernstiger groter mevrouw
    persoon hulp motor vertier plezier papier manier hier vier dier wacht kracht man graaf
    hierachter bezoeker deelnemer lezer luisteraar toeschouwer
    helder herder iemander jonger ouder ouders langer lekker later liever meester minder moeder vader broer zuster
    verder vroeger waarder waarachter winnaar zeker zonder zomer winter winnaar zelfstandiger slechter sneller sterker
    hoger lager onder over september oktober november december januari kamer kinder klinker duurder dubbel kleiner
    nieuwer makkelijker moeilijker belangrijker wijzer zwanger lever letter nummer computer kenner inwoner bewoner
    buurman buurvrouw vrouw echter immer nimmer wonder onderhoud daar waar naar klaar zwaar gevaar elkaar bestaar
    partner dorpsbewoner jongere oudere maandag avondje kleur deur geur leur voorkeur humeur keur auteur nederlander
    gelukkiger blijer rijker armer zieker warmer kouder voller leger dieper breder smaller korter scherper
    vaker weer erger harder zachter stiller drukker rustiger slimmer dommer mooier lelijker""".split()
)
"""What ends like a function and is none: comparatives, family, months."""
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
    r"\b[\w-]{0,30}(?:ers|eurs|ouders|eesters|aars|ears|oren|euren|isten|enten|ders|ssen|leden),?(?=\s|$)",
    re.IGNORECASE,
)
SINGULAR = re.compile(r"(?<=er|ur|or)s$|(?<=or)en$|(?<=eur)en$|(?<=ist)en$|(?<=ent)en$")
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
    return any(is_role(word) for word in text.split()[:2])


def parse(part: str, names: Names) -> Role:
    """The function and the organisation in the words for one role; the surest way to tell them apart first."""
    part = part[:LONGEST]
    return _apart(part, names) or _ending(part, names) or _behind_comma(part, names) or _named(part)


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
        if inner.ids:
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


def _named(part: str) -> Role:
    """`directeur van Stichting Onbekend` -> the organisation is what stands behind the joint, when it has a capital."""
    said = part.split()
    for at in range(1, len(said) - 1):
        if said[at].lower() in ("van", "bij", "namens") and said[at + 1].lower() not in ("wonen",):
            rest = said[at + 1 :]
            while rest and rest[0].lower() in ARTICLES:
                rest = rest[1:]
            if rest and rest[0][:1].isupper():
                return Role(without_joint(said[: at + 1]), tidy(" ".join(rest)), ())
    return Role(tidy(part), "", ())


def _sure(said: list[str], start: int, ids: tuple[str, ...]) -> bool:
    """A bare place name at the end can be an ordinary word (Best, Huizen, Buren): something must point at it."""
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
