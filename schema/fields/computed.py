"""The look-ups behind the computed roots: each gives plain values in which things are ids (see
`schema.compile.lookups`)."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.domain.vocabulary import Bewijsniveau, Rijpheid
from graph.errors import NotFound
from graph.map.verdict import Uitkomst
from graph.pasklaar import lookup
from graph.resources import Resources
from graph.search import find, paths, traject_criteria
from graph.search.unanswered import Unanswered
from graph.upkeep import state
from schema.fields.deferred import Asked, judgement, pasklaar, pasklaar_page, path
from schema.fields.gemeente_key import gemeente_id
from schema.fields.paged import best, page_arguments
from schema.leaves.directives import Kosten, per_item
from schema.refusals import Refused, bad_input
from schema.request.binding import LONGEST_TERM, page_size

Arguments = Mapping[str, Any]
Answer = Callable[[Asked, Arguments], Awaitable[Any]]


async def answer(name: str, asked: Asked, arguments: Arguments) -> Any:
    """The answer of a computed root; raises Refused."""
    try:
        return await LOOKUPS[name](asked, arguments)
    except NotFound as error:
        raise Refused("NOT_FOUND", error.melding, (name,)) from None


async def _pasklaar(asked: Asked, arguments: Arguments) -> Any:
    page = pasklaar_page(asked, "Query.pasklaar", arguments)
    invoer = arguments["invoer"]
    vraag = invoer["vraag"]
    omschrijving = vraag.get("omschrijving")
    if omschrijving is not None:
        _check_text("omschrijving", omschrijving)
    bewijs = invoer.get("minimaalBewijs")
    gemeente = await gemeente_id(asked.store, invoer.get("gemeente"))
    found = await lookup.look_up(
        asked.store,
        lookup.Question(
            knelpunt=vraag.get("knelpunt"),
            omschrijving=omschrijving,
            thema=vraag.get("thema"),
            gemeente=gemeente,
            minimale_rijpheid=Rijpheid[invoer["minimaleRijpheid"]],
            minimaal_bewijs=Bewijsniveau[bewijs] if bewijs else None,
            ook_verwant=invoer["ookVerwant"],
            uitsluiten_al_in_gebruik=invoer["uitsluitenAlInGebruik"],
        ),
        page.of,
        resources=asked.resources,
    )
    if found.passing:
        asked.passing.append("pasklaar")
    elif omschrijving is not None and found.onbeantwoord and not page.asked.continued:
        _unanswered(asked.resources, omschrijving, gemeente, found)
    return await pasklaar(asked, page, found)


def _unanswered(
    resources: Resources, omschrijving: str, gemeente: str | None, found: lookup.Answer
) -> None:  # fmt: skip
    """What lies outside the social domain is nothing that the shelf lacks, so nobody hears of it."""
    near = found.alternatief.verwante_knelpunten if found.alternatief else ()
    if resources.heard and found.uitkomst is not Uitkomst.BUITEN_SOCIAAL_DOMEIN:
        resources.heard(Unanswered(omschrijving, gemeente, near[0].id if near else None, found.onderwerp))


async def _suggesties(asked: Asked, arguments: Arguments) -> Any:
    typen = arguments.get("typen")
    first = page_size(arguments.get("first"), ("first", 8, 0), asked.limits)
    labels = [t.capitalize() for t in typen] if typen is not None else None
    found = await find.suggest(asked.store, arguments["term"], labels, first)
    return [{"tekst": s.tekst, "soort": s.soort.upper(), "id": s.id} for s in found]


async def _count_suggesties(asked: Asked, arguments: Arguments) -> Any:
    return len(await _suggesties(asked, {**arguments, "first": min(find.MOST_SUGGESTIONS, asked.limits.most)}))


async def _count_paden(asked: Asked, arguments: Arguments) -> Any:
    return len(await _paden(asked, {**arguments, "first": paths.MOST}))


async def _paden(asked: Asked, arguments: Arguments) -> Any:
    steps = _between("maxStappen", arguments.get("maxStappen"), 4, paths.LONGEST)
    most = _between("first", arguments.get("first"), 3, paths.MOST)
    try:
        found = await paths.find(
            asked.store, arguments["van"], arguments["naar"], arguments.get("via"), (steps, most), asked.viewer
        )
    except paths.TooFar as error:
        raise Refused("TIMEOUT", error.melding, ("paden",), limiet="paden", hoogstens=paths.SECONDS) from None
    return [path(p) for p in found]


def _between(name: str, value: int | None, default: int, most: int) -> int:
    found = default if value is None else value
    if not 1 <= found <= most:
        raise bad_input(f"`{name}` is {found}; geef een getal van 1 tot en met {most}", ("paden",))
    return found


async def _toets(asked: Asked, arguments: Arguments) -> Any:
    invoer = arguments["invoer"]
    for name in ("themas", "knelpunten", "partijen", "beleidsdomeinen"):
        if (number := len(invoer.get(name) or ())) > asked.limits.most:
            raise bad_input(f"`{name}` heeft {number} waarden; geef er hoogstens {asked.limits.most}")
    for domain in invoer.get("beleidsdomeinen") or ():
        _check_text("beleidsdomeinen", domain)
    found = await traject_criteria.test(
        asked.store,
        invoer.get("themas") or (),
        invoer.get("knelpunten") or (),
        invoer.get("partijen") or (),
        invoer.get("beleidsdomeinen") or (),
        asked.viewer,
    )
    return [judgement(j) for j in found]


async def _stand(asked: Asked, arguments: Arguments) -> Any:
    return await state.now(asked.store, asked.viewer)


def _check_text(name: str, text: str) -> None:
    if len(text) > LONGEST_TERM:
        raise bad_input(f"`{name}` heeft {len(text)} tekens; hoogstens {LONGEST_TERM} mag")


@dataclass(frozen=True)
class Computed:
    """A root field that is worked out, as one row: what the schema says of it, what is charged, and what answers.

    `result` and the types of arguments that are texts are names of types of the API; `many` results are a list.
    Without an `answer` it is compiled by hand (`schema.compile.lists.search_page`).
    """

    name: str
    result: str
    description: str
    arguments: Mapping[str, tuple[Any, Any, str]]
    cost: Kosten
    answer: Answer | None
    many: bool = False


SORT = ("[ZoekType]", None, "Alleen deze soorten")
TYPED: Mapping[str, tuple[Any, Any, str]] = {"term": (str, ..., "Wat er al getypt is"), "typen": SORT}
ENDS: Mapping[str, tuple[Any, Any, str]] = {
    "van": ("ID", ..., "De sleutel van het begin"),
    "naar": ("ID", ..., "De sleutel van het eind"),
    "via": ("[RelatieSoort]", None, "Alleen over deze soorten relaties"),
    "maxStappen": (int | None, 4, "Hoeveel stappen een pad hoogstens heeft, van 1 tot en met 6"),
}
CHANGED: Mapping[str, tuple[Any, Any, str]] = {
    "sinds": ("DateTime", None, "Alleen wat er sinds dit tijdstip veranderde"),
    "naPositie": (int | None, None, "Alleen wat na deze positie kwam"),
    "typen": ("[ZoekType]", None, "Alleen van deze soorten dingen"),
    "thema": ("[ID]", None, "Alleen van wat nu over een van deze thema's gaat, en van die thema's zelf"),
    "over": ("[ID]", None, "Alleen van deze dingen, en van wat er nu bij hoort: gebruik, oplossingen, voortgang"),
    "gemeente": ("GemeenteCode", None, "Alleen van deze gemeente, en van wat er nu bij haar hoort"),
}
FOLLOWED: Mapping[str, tuple[Any, Any, str]] = {
    "sinds": (int | None, None, "De positie die je al hebt; leeg voor alleen wat nog komt"),
    **{name: CHANGED[name] for name in ("typen", "thema", "gemeente")},
}
COMPUTED = (
    Computed(
        "zoek", "ZoekConnection", "Zoek in namen, omschrijvingen en synoniemen",
        {
            "term": (str, ..., "Wat je zoekt"),
            "typen": SORT,
            "thema": ("ThemaRelatieFilter", None, "Alleen wat gaat over thema's die hieraan voldoen"),
            "minimaleRijpheid": ("Rijpheid", None, "Alleen oplossingen die minstens zo ver zijn"),
            **page_arguments(),
        },
        per_item(150, 10), None,
    ),
    Computed(
        "suggesties", "Suggestie", "Vul aan terwijl iemand typt",
        {**TYPED, **best(8)},
        Kosten(basis=100), _suggesties, many=True,
    ),
    Computed(
        "aantalSuggesties", "Int", "Hoeveel aanvullingen er zijn; we tellen tot en met 100", TYPED,
        Kosten(basis=100), _count_suggesties,
    ),
    Computed(
        "pasklaar", "PasklaarConnection", "Ligt er iets pasklaar op de plank?",
        {"invoer": ("PasklaarInvoer", ..., "Waarvoor je een oplossing zoekt"), **page_arguments()},
        Kosten(basis=300, perItem=20, omvangUit=["first", "last"], inWoorden=8_000), _pasklaar,
    ),
    Computed(
        "paden", "Pad", "De kortste paden tussen twee dingen, met bewijs per stap",
        {**ENDS, **best(3, "Hoeveel paden je wilt, van 1 tot en met 10")},
        Kosten(basis=400), _paden, many=True,
    ),
    Computed(
        "aantalPaden", "Int", "Hoeveel kortste paden er zijn; we zoeken er hoogstens 10", ENDS,
        Kosten(basis=400), _count_paden,
    ),
    Computed(
        "trajectToets", "CriteriumOordeel", "Toets een voorgenomen traject aan de zes criteria; schrijft niets",
        {"invoer": ("TrajectToetsInvoer", ..., "Het idee")},
        Kosten(basis=200), _toets, many=True,
    ),
    Computed(
        "wijzigingen", "WijzigingConnection", "Wat er in de graaf veranderde, het nieuwste eerst",
        {**CHANGED, **page_arguments()},
        per_item(5), None,
    ),
    Computed("stand", "Stand", "De stand van de graaf waarop dit antwoord rust", {}, Kosten(basis=1), _stand),
)  # fmt: skip
LOOKUPS: Mapping[str, Answer] = {row.name: row.answer for row in COMPUTED if row.answer is not None}
