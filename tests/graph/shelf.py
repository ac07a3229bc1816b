"""A small shelf for the tests of search and look-up: a few gemeenten, knelpunten and oplossingen, all made up."""

from collections.abc import Mapping
from typing import Any

from graph.cypher.rows import EdgeRow, NodeRow, derived, merge_edges, merge_nodes, with_defaults
from graph.domain.provenance import MODEL
from graph.engine.store import Run, Store
from graph.upkeep.constraints import ensure

THINGS: dict[str, list[dict[str, Any]]] = {
    "Gemeente": [
        {
            "id": "gemeente:gm0034", "naam": "Almere", "inwoners": 232650, "provincie": "Flevoland",
            "telefoon": "14 036", "website": "https://www.almere.nl",
        },
        {"id": "gemeente:gm0200", "naam": "Apeldoorn", "inwoners": 168211, "provincie": "Gelderland"},
        {"id": "gemeente:gm0772", "naam": "Eindhoven", "inwoners": 249873, "provincie": "Noord-Brabant"},
        {"id": "gemeente:gm0114", "naam": "Emmen", "inwoners": 109838, "provincie": "Drenthe"},
        {
            "id": "gemeente:gm0518", "naam": "Den Haag", "inwoners": 568419, "provincie": "Zuid-Holland",
            "telefoon": "14 070", "website": "https://www.denhaag.nl",
            "ookBekendAls": ["'s-Gravenhage"],
        },
        {
            "id": "gemeente:gm0757", "naam": "Boxtel", "inwoners": 33900, "provincie": "Noord-Brabant",
            "jeugdregio": "Noordoost-Brabant",
        },
        {
            "id": "gemeente:gm0865", "naam": "Vught", "inwoners": 32000, "provincie": "Noord-Brabant",
            "jeugdregio": "Noordoost-Brabant", "website": "https://www.vught.nl",
        },
        {"id": "gemeente:gm0788", "naam": "Haaren", "provincie": "Noord-Brabant", "einddatum": "2020-12-31"},
    ],
    "Departement": [{"id": "departement:szw", "afkorting": "SZW", "naam": "Ministerie van Sociale Zaken"}],
    "Wet": [{"id": "wet:participatiewet", "naam": "Participatiewet"}],
    "Organisatie": [{"id": "organisatie:kredietbank", "naam": "Kredietbank Noord"}],
    "Persoon": [
        {"id": "persoon:ria-nu", "naam": "Ria Nu"},
        {"id": "persoon:otto-toen", "naam": "Otto Toen"},
    ],
    "Thema": [
        {"id": "thema:geld", "naam": "Geld"},
        {"id": "thema:schulden", "naam": "Schulden"},
        {"id": "thema:jongeren", "naam": "Jongeren"},
        {"id": "thema:eenzaamheid", "naam": "Eenzaamheid"},
        {"id": "thema:gegevens", "naam": "Gegevens delen"},
    ],
    "Knelpunt": [
        {
            "id": "knelpunt:steken", "titel": "Jongeren met schulden blijven steken in school en werk",
            "synoniemen": ["studieschuld"],
        },
        {"id": "knelpunt:laat", "titel": "Jongeren met schulden krijgen te laat hulp"},
        {"id": "knelpunt:traag", "titel": "Een schuldregeling duurt zo lang dat inwoners afhaken"},
        {
            "id": "knelpunt:norm", "titel": "Jongvolwassenen raken dakloos door de kostendelersnorm",
            "route": "REGELS_WIJZIGEN",
        },
        {
            "id": "knelpunt:privacy", "titel": "Professionals durven persoonsgegevens niet te delen", "route": "MAG_AL",
            "omschrijving": "De wijkagent en de huisarts weten niet wat ze elkaar mogen vertellen.",
        },
        {"id": "knelpunt:alleen", "titel": "Ouderen eten en leven alleen"},
    ],
    "Oplossing": [
        {
            "id": "oplossing:fonds", "titel": "Perspectieffonds", "rijpheid": "BEPROEFD", "feiten": ["feit:1"],
            "samenvatting": "Een fonds koopt schulden af, zodat een jongere weer naar school kan.",
        },
        {"id": "oplossing:toekomst", "titel": "Jongeren met Toekomst"},
        {
            "id": "oplossing:afkopen", "titel": "Sneller schuldenvrij", "rijpheid": "PASKLAAR",
            "bewijs": "EERSTE_AANWIJZINGEN", "laatstGetoetstOp": "2026-03-01", "feiten": ["feit:2"],
            "materialen": ['{"titel":"Handleiding","url":"https://voorbeeld.nl/h","soort":"handleiding"}'],
            "juridischeGrondslag": ["Wet gemeentelijke schuldhulpverlening"],
        },
        {"id": "oplossing:norm", "titel": "Kostendelersnorm vanaf 27 jaar", "rijpheid": "UITGEFASEERD"},
        {"id": "oplossing:eettafel", "titel": "Eettafel in de buurt", "rijpheid": "PILOT"},
        {
            "id": "oplossing:geheim", "titel": "Nog niet openbaar schuldenplan", "rijpheid": "PASKLAAR",
            "publicatieStatus": "CONCEPT",
        },
    ],
    "Toepassing": [
        {"id": "toepassing:fonds-almere", "status": "IN_GEBRUIK"},
        {"id": "toepassing:fonds-eindhoven"},
        {"id": "toepassing:fonds-emmen", "status": "IN_GEBRUIK", "tot": "2024-12-31"},
        {"id": "toepassing:fonds-denhaag", "status": "IN_GEBRUIK"},
        {"id": "toepassing:eettafel-emmen", "status": "GESTOPT", "redenGestopt": "Het geld was op."},
        {"id": "toepassing:eettafel-vught", "status": "IN_GEBRUIK"},
        {"id": "toepassing:eettafel-almere", "status": "OVERWEEGT"},
    ],
    "Traject": [
        {"id": "traject:uitwisseling", "naam": "Uitwisseling persoonsgegevens", "status": "LOPEND"},
        {"id": "traject:klaar", "naam": "Oud traject", "status": "AFGEROND"},
    ],
    "Document": [
        {"id": "bron:oud", "titel": "Oud bericht", "soort": "webpagina", "datum": "2017-05-01", "sha256": "a"},
        {
            "id": "bron:nieuw", "titel": "Nieuw bericht", "soort": "webpagina", "datum": "2026-02-03", "sha256": "b",
            "url": "https://voorbeeld.nl/bericht",
        },
    ],
    "Passage": [
        {"id": "vermelding:1", "passage": "Het fonds loopt sinds 2017.", "onderbouwt": "rijpheid"},
        {"id": "vermelding:2", "passage": "Inwoners zijn binnen acht weken schuldenvrij.", "onderbouwt": "bewijs"},
    ],
    "Feit": [
        {"id": "feit:1", "soort": "oplossing", "gezegde": "rijpheid"},
        {"id": "feit:2", "soort": "oplossing", "gezegde": "bewijs"},
    ],
}  # fmt: skip

TIES: list[tuple[str, str, str, dict[str, Any]]] = [
    ("gemeente:gm0788", "OPGEGAAN_IN", "gemeente:gm0757", {}),
    ("gemeente:gm0788", "OPGEGAAN_IN", "gemeente:gm0865", {}),
    ("wet:participatiewet", "VAN_DEPARTEMENT", "departement:szw", {}),
    ("thema:schulden", "DEEL_VAN", "thema:geld", {}),
    ("knelpunt:steken", "GAAT_OVER", "thema:schulden", {}),
    ("knelpunt:steken", "GAAT_OVER", "thema:jongeren", {}),
    ("knelpunt:laat", "GAAT_OVER", "thema:schulden", {}),
    ("knelpunt:laat", "GAAT_OVER", "thema:jongeren", {}),
    ("knelpunt:traag", "GAAT_OVER", "thema:schulden", {}),
    ("knelpunt:norm", "GAAT_OVER", "thema:jongeren", {}),
    ("knelpunt:privacy", "GAAT_OVER", "thema:gegevens", {}),
    ("knelpunt:norm", "VALT_ONDER", "wet:participatiewet", {}),
    ("knelpunt:norm", "LIJKT_OP", "knelpunt:privacy", {"score": 0.5}),
    ("oplossing:fonds", "GAAT_OVER", "thema:schulden", {}),
    ("oplossing:fonds", "GAAT_OVER", "thema:jongeren", {}),
    ("oplossing:toekomst", "GAAT_OVER", "thema:schulden", {}),
    ("oplossing:afkopen", "GAAT_OVER", "thema:schulden", {}),
    ("oplossing:fonds", "LOST_OP", "knelpunt:steken", {"dekking": 0.9}),
    ("oplossing:fonds", "LOST_OP", "knelpunt:steken", {"dekking": 0.4, "id": "tweede bron"}),
    ("oplossing:toekomst", "LOST_OP", "knelpunt:laat", {}),
    ("oplossing:afkopen", "LOST_OP", "knelpunt:traag", {}),
    ("oplossing:geheim", "LOST_OP", "knelpunt:traag", {}),
    ("oplossing:norm", "LOST_OP", "knelpunt:norm", {}),
    ("oplossing:eettafel", "LOST_OP", "knelpunt:alleen", {}),
    ("oplossing:fonds", "ONTWIKKELD_DOOR", "gemeente:gm0518", {}),
    ("oplossing:toekomst", "ONTWIKKELD_DOOR", "organisatie:kredietbank", {}),
    ("gemeente:gm0200", "ERVAART", "knelpunt:steken", {}),
    ("gemeente:gm0772", "ERVAART", "knelpunt:steken", {}),
    ("traject:uitwisseling", "ONDERZOEKT", "knelpunt:privacy", {}),
    ("traject:klaar", "ONDERZOEKT", "knelpunt:privacy", {}),
    ("persoon:ria-nu", "WERKT_BIJ", "gemeente:gm0034", {"functie": "Adviseur schulden"}),
    ("persoon:otto-toen", "WERKT_BIJ", "gemeente:gm0772", {"functie": "Wethouder", "tot": "2022-03-30"}),
    ("persoon:ria-nu", "CONTACT_VOOR", "toepassing:fonds-almere", {}),
    ("persoon:otto-toen", "CONTACT_VOOR", "oplossing:fonds", {}),
    ("feit:1", "BLIJKT_UIT", "vermelding:1", {}),
    ("feit:2", "BLIJKT_UIT", "vermelding:2", {}),
    ("vermelding:1", "UIT", "bron:oud", {}),
    ("vermelding:2", "UIT", "bron:nieuw", {}),
]

USES = {
    "toepassing:fonds-almere": ("gemeente:gm0034", "oplossing:fonds"),
    "toepassing:fonds-eindhoven": ("gemeente:gm0772", "oplossing:fonds"),
    "toepassing:fonds-emmen": ("gemeente:gm0114", "oplossing:fonds"),
    "toepassing:fonds-denhaag": ("gemeente:gm0518", "oplossing:fonds"),
    "toepassing:eettafel-emmen": ("gemeente:gm0114", "oplossing:eettafel"),
    "toepassing:eettafel-vught": ("gemeente:gm0865", "oplossing:eettafel"),
    "toepassing:eettafel-almere": ("gemeente:gm0034", "oplossing:eettafel"),
}


async def put_on_shelf(store: Store) -> None:
    """Load the whole shelf; the graph is empty before."""
    await ensure(store, MODEL)
    nodes = [node_row(name, values) for name, things in THINGS.items() for values in things]
    uses: list[tuple[str, str, str, dict[str, Any]]] = []
    for use, (gemeente, oplossing) in USES.items():
        uses += [(gemeente, "PAST_TOE", use, {}), (use, "VAN", oplossing, {})]
    await put(store, nodes, [edge_row(*tie) for tie in [*TIES, *uses]])


async def put(store: Store, nodes: list[NodeRow], edges: list[EdgeRow]) -> None:
    async def work(run: Run) -> None:
        await merge_nodes(run, nodes)
        await merge_edges(run, MODEL, edges)

    await store.write(work)


def node_row(name: str, values: Mapping[str, Any]) -> NodeRow:
    node = MODEL.by_label(name)
    whole = with_defaults(node, values)
    return NodeRow(node, values["id"], {**whole, **derived(node, whole)})


def edge_row(source: str, name: str, target: str, values: Mapping[str, Any] | None = None) -> EdgeRow:
    fact = {"id": "", **(values or {})}
    return EdgeRow(MODEL.relationships[name], source, target, f"{source}|{name}|{target}|{fact['id']}", fact)
