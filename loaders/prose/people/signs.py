"""How strong the sign is that a run of words with capitals is the name of somebody.

A run is only a name when something says so: initials, a title, a first name that people go by, or somebody the graph
knows. `Sociale Zaken` and `Programma Sociaal Domein` have the same shape.
"""

import re
from enum import IntEnum

from graph.dutch.collation import PARTICLES
from loaders.names.naming import PARTIJ
from loaders.names.tokens import flat
from loaders.prose.people.first_names import FIRST_NAMES
from loaders.prose.people.runs import Piece
from loaders.prose.text.page import Page

ORDINARY = frozenset(
    map(
        flat,
        """sociaal sociale domein zaken programma programmaraad programmabureau gemeente gemeenten ministerie
        departement rijk bestuur directie afdeling team jeugd zorg welzijn werk inkomen wonen onderwijs veiligheid
        participatie wmo wet jeugdwet participatiewet beleid samenleving maatschappelijke ondersteuning
        ontwikkeling publieke gezondheid vereniging stichting netwerk platform city deal traject trajecten thema
        themas regio provincie stad dorp nederland nederlandse kamer tweede eerste kabinet regering college
        burgemeester wethouders commissie brede regietafel bureau project pilot nieuws agenda verslag notulen
        besluitenlijst vergadering bijeenkomst congres inspiratie samen meer beste geachte dear de het een dit dat
        deze die wij we onze ons ook in op per van voor wie wat waar hoe als er te en of maar want toen daarom dus
        zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli
        augustus september oktober november december binnenlandse koninkrijksrelaties volksgezondheid sport
        justitie cultuur wetenschap financiën economische infrastructuur algemene directeur hoofd manager
        voorzitter lid leden aanwezig afwezig datum plaats locatie adres telefoon postbus mail website contact
        contactpersoon bron foto tekst beeld thuis mensen inwoners kind kinderen ouders gezinnen jongeren ouderen
        inclusieve inclusief lerende praktijk actieplan plan visie nota kader beleidskader uitvoeringsprogramma
        openbaar integrale integraal aanpak schulden armoede mantelzorg centrum unie europese hogeschool
        universiteit rechtbank politie ggd ggz mbo hbo roc eerste-kamer organisatie naam functie rol ja nee
        volgens vanuit namens bij met tijdens na door uit over tot naar tussen sinds vanaf zonder hier daar elke
        iedere alle vooral toch nog wel niet geen meneer mevrouw heer dames heren vragen vraag antwoord punt actie
        besluit zoals omdat terwijl dankzij vandaag gisteren morgen onlangs inmiddels intussen later eerder daarna
        verder zelf alleen juist zowel beide kortom immers echter behalve ondanks wegens via rond sommige veel
        weinig ieder wethouder minister collega initiatiefnemer beleidsmedewerker aan dag lees bekijk meld
        download klik ga kijk neem bel stel geef laat doe mooi goed nieuwe huidige kansen eigen kracht
        sociaal-domein versie bijlage hoofdstuk paragraaf tabel figuur bladzijde pagina ontwikkelingen uitvoering
        toezicht handhaving ruimte milieu economie huis lokaal leefbaar onafhankelijk vrijwillig burgerzaken
        dienstverlening bedrijfsvoering control communicatie nr tijd onderwerp social work""".split(),
    )
)
"""Folded words that stand with a capital in headings and names of bodies, and are nobody's name."""


BODY = re.compile(
    r"(?:bureau|team|teams|raad|punt|dienst|groep|centrum|fonds|loket|instituut|inrichting|inrichtingen|vereniging|stichting|"
    r"advies|partij|overleg|netwerk|toerisme|coöperatie|academie|commissie|corporatie|servicepunt|uitleg|media|regio|bedrijf|bank|"
    r"theater|museum|school)$",
    re.IGNORECASE,
)
"""The last part of words for bodies, which are nobody's name."""
BODY_FIRST = re.compile(
    r"(?:huis|werk|net|plein|zorg|wonen|hulp|college|kantoor|kring|bond|belang|club|stede|platform|pact|koor)$",
    re.IGNORECASE,
)
"""The same of a first word: `Veiligheidshuis Dal`. Behind a first name it may be a surname: `Anna Nijhuis`."""
SURNAMES = frozenset(
    """
    best huizen buren haren horst echt ede epe beek born stein sluis grave hulst goes elst doorn leek heel monster hoorn
    putten neer losser wierden goor mook urk axel altena thorn houten duiven kampen steen dongen bergen borne graaf
    waterland westland veere made vlist
    """.split()
)
"""Gemeenten of which the name is an ordinary word or a common surname as well: a preposition is not enough for them."""


OFFICE = re.compile(r"\b(?:wethouder|burgemeester|gedeputeerde|raadslid)\s$", re.IGNORECASE)
"""Somebody of a gemeente or a provincie, with the name right behind it."""
AREA = re.compile(r"(?:Oud|Nieuw|Groot|Klein|Noord|Zuid|Oost|West|Sint|St|Gemeente|Provincie|Regio|Lokaal)")
"""Before the name of a place, a part of it."""


class Sign(IntEnum):
    """From nothing at all to beyond doubt. No text gives `PROVEN`: who wants that much always asks."""

    NONE = 0
    SHAPE = 1
    STRONG = 2
    PROVEN = 3


def sign_of(page: Page, run: list[Piece], titled: bool) -> Sign:
    """`titled`: a title stood before the run."""
    rest = [piece for piece in run[1:] if not (piece.tekst.islower() and piece.tekst in PARTICLES)]
    ordinary = any(is_ordinary(page, piece) for piece in rest)
    if titled or (run[0].is_initials and not ordinary):
        return Sign.STRONG
    said = " ".join(piece.tekst for piece in run)
    if page.names.resolve(said, ("Persoon",)):
        return Sign.STRONG
    if run[0].tekst.lower() in PARTICLES or page.names.resolve(said, PARTIJ) or _begins_with_place(page, run):
        return Sign.NONE
    if has_first_name(run[0]) and not (len(rest) == 1 and flat(rest[0].tekst) in ORDINARY):
        return Sign.STRONG
    if not ordinary and _holds_office(page, run):
        return Sign.STRONG
    if ordinary or is_ordinary(page, run[0]) or _is_body(page, run):
        return Sign.NONE
    if run[0].tekst.isupper() and not _is_shouted_name(page, run):
        return Sign.NONE
    return Sign.SHAPE


def _holds_office(page: Page, run: list[Piece]) -> bool:
    """`wethouder Ritske Bloemendaal`: two words behind an office, of which the second is a place as well."""
    if len(run) != 2 or not OFFICE.search(page.before(run[0].start, 16)) or AREA.fullmatch(run[0].tekst):
        return False
    return not is_ordinary(page, run[0]) and bool(page.names.resolve(run[1].tekst, ("Gemeente",)))


def _is_shouted_name(page: Page, run: list[Piece]) -> bool:
    """`GRIET BOS-VOS`, `RADJESH BOS (D66, Ede)`: as personalia write a name; a heading has no such marks."""
    if not 2 <= len(run) <= 5 or any(len(piece.tekst) < 3 for piece in (run[0], run[-1])):
        return False
    behind = page.tekst[run[-1].end : run[-1].end + 3]
    return "-" in run[-1].tekst or behind.startswith((" (", ", "))


def _is_body(page: Page, run: list[Piece]) -> bool:
    """`Trefpunt Almere`, `Tekstbureau Vlot`: a place at the end, or a word for a body, and no first name."""
    place = len(run) == 2 and page.names.resolve(run[-1].tekst, ("Gemeente",)) and flat(run[-1].tekst) not in SURNAMES
    party = flat(run[-1].tekst) in ("belang", "belangen", "lokaal", "partij")
    first = BODY_FIRST.search(run[0].tekst) is not None
    return bool(place) or party or first or any(BODY.search(piece.tekst) for piece in (run[0], run[-1]))


def has_first_name(piece: Piece) -> bool:
    """`Anna` and `Anna-Fleur`"""
    return piece.tekst.split("-")[0].lower() in FIRST_NAMES


def is_ordinary(page: Page, piece: Piece) -> bool:
    """A word of everyday language, or one that this document writes without a capital too."""
    return flat(piece.tekst) in ORDINARY or piece.tekst.lower() in page.lower


def _begins_with_place(page: Page, run: list[Piece]) -> bool:
    """`West Maas en Waal`, `Lingewaal tot`: the run begins with a known name that is nobody's."""
    if run[0].tekst.lower() in FIRST_NAMES:
        return False
    return any(
        hit.start <= run[0].start and run[0].end <= hit.end and all(e.soort in (*PARTIJ, "Wet") for e in hit.entries)
        for hit in page.hits_in(run[0].start - 40, run[0].end)
    )
