"""The things of the test world: few of each type, with every trap that made a query wrong elsewhere.

Names that sort or compare oddly, two gemeenten of one name, former ones, nulls in every field that may be null, empty
lists, text full of quotes. `several` fills up with things whose values a seeded generator picks.
"""

from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

from graph.cypher.rows import stored
from graph.domain.provenance import MODEL
from graph.domain.reader import NodeType, Property, properties_of

Thing = tuple[str, dict[str, Any]]

WORDS = "schuld zorg jeugd wonen eenzaam taal gegevens werk vervoer armoede café zoë".split()
ENDS = "thuis tijdig samen zonder wachten op maat".split()
PROVINCES = ("Utrecht", "Noord-Brabant", "Fryslân", "Limburg")
GEMEENTEN: tuple[dict[str, Any], ...] = (
    {"id": "gemeente:gm0344", "naam": "Utrecht", "inwoners": 374238, "provincie": "Utrecht"},
    {"id": "gemeente:gm0796", "naam": "'s-Hertogenbosch", "inwoners": 160783, "provincie": "Noord-Brabant",
     "ookBekendAls": ["Den Bosch", "Bossche Hoeve"], "regios": ["Noordoost-Brabant"]},
    {"id": "gemeente:gm1900", "naam": "Súdwest-Fryslân", "inwoners": 91000, "provincie": "Fryslân"},
    {"id": "gemeente:gm0518", "naam": "'s-Gravenhage", "inwoners": 568419, "ookBekendAls": ["Den Haag"]},
    {"id": "gemeente:gm0373", "naam": "Bergen", "inwoners": 29000, "provincie": "Noord-Holland"},
    {"id": "gemeente:gm0893", "naam": "Bergen", "inwoners": 13000, "provincie": "Limburg"},
    {"id": "gemeente:gm0164", "naam": "Hengelo", "inwoners": 82000, "provincie": "Overijssel"},
    {"id": "gemeente:gm0247", "naam": "Hengelo", "einddatum": "2004-12-31"},
    {"id": "gemeente:gm0353", "naam": "IJsselstein", "inwoners": 34000, "provincie": "Utrecht"},
    {"id": "gemeente:gm0310", "naam": "De Bilt", "inwoners": 43000, "provincie": "Utrecht"},
    {"id": "gemeente:gm0050", "naam": "Één aan Zee", "inwoners": 0},
    {"id": "gemeente:gm0051", "naam": "een aan zee", "inwoners": 7},
    {"id": "gemeente:gm0788", "naam": "Haaren", "einddatum": "2020-12-31", "provincie": "Noord-Brabant"},
    {"id": "gemeente:gm0757", "naam": "Boxtel", "inwoners": 33900, "begindatum": "1811-01-01", "regios": []},
    {"id": "gemeente:gm0824", "naam": "Oisterwijk", "inwoners": 33900},
    {"id": "gemeente:gm0855", "naam": "Tilburg", "inwoners": 229836, "tooi": "https://voorbeeld.nl/gm0855"},
    {"id": "gemeente:gm0865", "naam": "Vught", "inwoners": 32000},
    {"id": "gemeente:gm0001", "naam": "Oudenrijn", "einddatum": "1953-12-31"},
    {"id": "gemeente:gm0002", "naam": "Oudenrijn", "einddatum": "1960-12-31"},
    {"id": "gemeente:gm0099", "naam": 'Zeg "ja" \\ }) of \' nee', "inwoners": 1},
)  # fmt: skip
PARTIES: tuple[Thing, ...] = (
    ("Departement", {"id": "departement:szw", "afkorting": "SZW", "naam": "Ministerie van Sociale Zaken"}),
    ("Departement", {"id": "departement:vws", "afkorting": "VWS", "naam": "Ministerie van Volksgezondheid"}),
    ("Departement", {"id": "departement:bzk", "afkorting": "BZK", "naam": "ministerie van Binnenlandse Zaken"}),
    ("Organisatie", {"id": "organisatie:vng", "naam": "VNG", "voluit": "Vereniging van Nederlandse Gemeenten",
                     "soortOrganisatie": "vereniging", "website": "https://voorbeeld.nl/vng"}),
    ("Organisatie", {"id": "organisatie:raad", "naam": "Programmaraad", "soortOrganisatie": "programmaraad"}),
    ("Organisatie", {"id": "organisatie:utrecht", "naam": "Utrecht", "soortOrganisatie": "stichting"}),
    ("Organisatie", {"id": "organisatie:zonder-soort", "naam": "Énergie zonder soort"}),
)  # fmt: skip
PEOPLE = (
    ("persoon:jan-de-vries", "Jan de Vries", "jan@voorbeeld.nl"),
    ("persoon:jan-de-vries-2", "Jan de Vries", None),
    ("persoon:lisette-de-bie", "Lisette de Bie", None),
    ("persoon:zoe-van-t-hof", "Zoë van 't Hof", "zoe@voorbeeld.nl"),
    ("persoon:o-brien", "Séan O'Brien", None),
    ("persoon:madonna", "Madonna", None),
    ("persoon:zonder-rol", "Aart Zonder Rol", None),
)
THEMES = (
    ("thema:leven", "Leven"), ("thema:geld", "Geld"), ("thema:schulden", "Schulden"),
    ("thema:studieschuld", "Studieschuld"), ("thema:diep", "Nog dieper"), ("thema:zorg", "Zorg"),
    ("thema:jeugdzorg", "Jeugdzorg"), ("thema:los", "Los thema"), ("thema:leeg", "Leeg"), ("thema:leeg-2", "Leeg"),
)  # fmt: skip
SUBJECTS = (
    ("onderwerp:geld", "Geld"), ("onderwerp:schulden", "Schulden"), ("onderwerp:studieschuld", "Studieschuld"),
    ("onderwerp:afval", "Afval"), ("onderwerp:leeg", "Leeg"), ("onderwerp:ijs", "IJs en sneeuw"),
)  # fmt: skip
COUNTS = {
    "Gemeente": 24, "Organisatie": 8, "Persoon": 20, "Traject": 13, "Thema": 6, "Knelpunt": 40, "Oplossing": 48,
    "Wet": 4, "Beleidskader": 7, "Uitvoeringsprogramma": 10,
}  # fmt: skip

FIRST = {
    "Gemeente": "publicatieStatus code inwoners provincie regios ookBekendAls begindatum einddatum tooi",
    "Departement": "publicatieStatus afkorting",
    "Organisatie": "publicatieStatus voluit soortOrganisatie website",
    "Persoon": "publicatieStatus email",
    "Traject": "publicatieStatus samenvatting status gestartOp afgerondOp",
    "Thema": "publicatieStatus omschrijving synoniemen toplijst",
    "Knelpunt": "publicatieStatus externeSleutel omschrijving synoniemen fase oorzaken route",
    "Oplossing": (
        "publicatieStatus externeSleutel samenvatting synoniemen soortOplossing toestand periode rijpheid "
        "bewijs doorlooptijdWeken kostenIndicatie benodigd juridischeGrondslag valkuilen laatstGetoetstOp "
        "materialen licentie"
    ),
    "Toepassing": "publicatieStatus status sinds tot redenGestopt aanpassing resultaat",
    "Wet": "publicatieStatus afkorting bwbId",
    "Beleidskader": "publicatieStatus vastgesteldOp",
    "Uitvoeringsprogramma": "publicatieStatus",
    "Voortgang": "publicatieStatus op status",
    "Criterium": "publicatieStatus criterium",
    "Bron": "titel url datum sha256",
    "Vermelding": "passage pagina zekerheid onderbouwt regel vastgelegdDoor vastgelegdOp bevestigd van tot",
    "Feit": "velden onderwerp gezegde voorwerp besluit",
    "Lading": "gestartOp door aangemaakt bijgewerkt ongewijzigd afgekeurd teruggedraaid",
    "Wijziging": "op door velden",
}  # fmt: skip
"""Properties that were there when the first golden answers were made: one generator draws all of them in turn."""
PERIODS = ("2016-heden", "2018-2019", "2020", "vanaf 2015", "2016 of eerder-heden")
"""As sources say it: not every one begins with a year."""
LATER = {
    "Gemeente": (
        "website", "telefoon", "email", "jeugdregio", "arbeidsmarktregio", "ggd", "veiligheidsregio", "stedelijkheid",
    ),
    "Knelpunt": ("bronOntbreekt",),
    "Oplossing": (
        "doelgroep", "rijpheidReden", "bewijsReden", "beoordelingen", "berichten", "kanttekeningen",
        "gebruikersMinstens", "contactpunten",
    ),
    "Toepassing": ("toestand",),
}  # fmt: skip
"""Properties that joined since: each draws for itself. What is in neither list is new, and draws for itself as well,
after all of these: so a property that is added changes nothing else in the world."""


def things(random: Random) -> Iterator[Thing]:
    """Every thing that stands on its own: (type, properties)."""
    for values in GEMEENTEN:
        yield "Gemeente", {"code": values["id"].partition(":")[2].upper(), **values}
    yield from PARTIES
    for key, name, email in PEOPLE:
        yield "Persoon", {"id": key, "naam": name, **({"email": email} if email else {})}
    for key, name in THEMES:
        yield "Thema", {"id": key, "naam": name}
    for i, word in enumerate(MODEL.nodes["Criterium"].properties["criterium"].enum or ()):
        yield "Criterium", {"id": f"criterium:c{i}", "criterium": word.name, "omschrijving": f"{word.value}."}
    for kind, count in COUNTS.items():
        yield from several(random, kind, count)


def subjects(random: Random) -> Iterator[Thing]:
    """The map joined later: it draws for itself, so that it changes nothing else in the world."""
    for key, name in SUBJECTS:
        yield "Onderwerp", {**picked(random, MODEL.nodes["Onderwerp"]), "id": key, "naam": name}


def several(random: Random, kind: str, count: int) -> Iterator[Thing]:
    """Things of one type with picked values; a name comes back now and then."""
    node = MODEL.nodes[kind]
    for i in range(count):
        values = picked(random, node)
        name = f"{random.choice(WORDS)} {random.choice(ENDS)}"
        assert node.naming is not None
        values[node.naming.name] = name.capitalize() if i % 3 else name
        values["id"] = f"{node.prefix}:{f'gm5{i:03}' if kind == 'Gemeente' else f'p{i:02}'}"
        if kind == "Gemeente":
            values["code"] = values["id"].partition(":")[2].upper()
            if i % 6:
                values.pop("einddatum", None)
        yield kind, values


def picked(random: Random, node: NodeType) -> dict[str, Any]:
    """A value for every public property, none for a third of those that may be null."""
    made: dict[str, Any] = {}
    left_out = ("id", "soort", "weergavenaam", "versie", "gewijzigdOp", node.naming.name if node.naming else "")
    first, later = FIRST.get(node.name, "").split(), LATER.get(node.name, ())
    properties = [p for p in node.properties.values() if p.public and p.name not in left_out]
    known = [p for p in properties if p.name in first] + [p for p in properties if p.name in later]
    for prop in known:
        _pick(made, prop, Random(f"{prop.name} {made}") if prop.name in later else random)
    seed = str(made)
    for prop in properties:
        if prop not in known:
            _pick(made, prop, Random(f"{prop.name} {seed}"))
    return made


def _pick(made: dict[str, Any], prop: Property, draw: Random) -> None:
    if prop.required or draw.random() > 0.35:
        made[prop.name] = stored(prop, value(draw, prop))


def value(random: Random, prop: Property) -> Any:
    if prop.many:
        return [one(random, prop) for _ in range(random.choice((0, 0, 1, 2)))]
    return one(random, prop)


def one(random: Random, prop: Property) -> Any:
    """One value of the property's kind."""
    if prop.enum is not None:
        return random.choice([m.name for m in prop.enum])
    if prop.records is not None:
        if prop.name != "materialen":
            inside = properties_of(prop.records).values()
            return {p.name: written(one(random, p), p) for p in inside if p.required or random.random() < 0.5}
        made = {"titel": random.choice(WORDS), "url": "https://voorbeeld.nl/m", "soort": "folder"}
        return {**made, **({"mediatype": "text/html"} if random.random() < 0.5 else {})}
    if prop.kind == "Date":
        return f"20{random.randint(14, 26)}-0{random.randint(1, 9)}-{random.choice(('01', '15', '28'))}"
    if prop.kind == "Int":
        return random.choice((0, 1, 5, 5, 12, 90000))
    if prop.kind == "Float":
        return random.choice((0.0, 0.25, 0.5, 1.0))
    if prop.kind == "URI":
        return f"https://voorbeeld.nl/{random.choice(WORDS)}"
    if prop.name == "provincie":
        return random.choice(PROVINCES)
    if prop.name.startswith("soort"):
        return random.choice(("aanpak", "regeling", "hulpmiddel"))
    text = f"{random.choice(WORDS)} {random.choice(ENDS)}"
    return PERIODS[len(text) % len(PERIODS)] if prop.name == "periode" else text


def written(value: Any, prop: Property) -> Any:
    """A word of a list as a source writes it: `E_MAIL` is `e-mail`."""
    return value.lower().replace("_", "-") if prop.enum is not None else value


def stamp(random: Random) -> Mapping[str, Any]:
    """When a thing last changed; moments come back, so that order needs more than them."""
    op = f"202{random.randint(2, 5)}-0{random.randint(1, 4)}-1{random.randint(0, 3)}T0{random.randint(0, 2)}:00:00.000Z"
    return {"gewijzigdOp": op, "versie": random.randint(1, 4)}
