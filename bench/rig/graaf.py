"""A made-up graph on the product's own model, the same every time, in three sizes and what lies between.

    klein   about   2,000 nodes and     8,000 relationships
    midden  about 100,000 nodes and   300,000 relationships
    groot   about 200,000 nodes and 1,000,000 relationships
    N       about N nodes: `midden`, made smaller

Counts per thing and per relation stand in the tables below. Targets are drawn with a skew, so that a few knelpunten,
thema's and trajecten have many neighbours and most have few, as in a real graph.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from graph.cypher import rows as merge
from graph.cypher.rows import EdgeRow, NodeRow
from graph.domain.provenance import MODEL
from graph.engine.store import Run, Store
from graph.upkeep import constraints

SEED = 20261124
PER_TRANSACTION = 20_000
MOMENT = "2026-11-24T12:00:00+00:00"

COUNTS: dict[str, dict[str, int]] = {
    "klein": {
        "Gemeente": 342, "Organisatie": 60, "Persoon": 500, "Traject": 40, "Thema": 24, "Wet": 12, "Knelpunt": 80,
        "Oplossing": 240, "Toepassing": 700,
    },
    "midden": {
        "Gemeente": 342, "Organisatie": 2_000, "Persoon": 27_000, "Traject": 2_500, "Thema": 150, "Wet": 40,
        "Knelpunt": 2_500, "Oplossing": 15_000, "Toepassing": 50_000,
    },
    "groot": {
        "Gemeente": 342, "Organisatie": 5_000, "Persoon": 56_000, "Traject": 5_000, "Thema": 200, "Wet": 60,
        "Knelpunt": 5_000, "Oplossing": 32_000, "Toepassing": 96_000,
    },
}  # fmt: skip


WHOLE = 100_000


def counts(size: str) -> dict[str, int]:
    """How many things of each kind; there are always as many gemeenten."""
    if size in COUNTS:
        return COUNTS[size]
    share = int(size) / WHOLE
    return {kind: n if kind == "Gemeente" else max(1, round(n * share)) for kind, n in COUNTS["midden"].items()}


@dataclass(frozen=True)
class Relation:
    """How many of a relation start (or, with `inward`, end) at each thing, and how skewed its other end is."""

    name: str
    source: str
    target: str
    klein: float
    midden: float
    groot: float
    skew: float = 1.4
    inward: bool = False


RELATIONS = (
    Relation("VAN", "Toepassing", "Oplossing", 1, 1, 1, 1.6),
    Relation("PAST_TOE", "Gemeente", "Toepassing", 1, 1, 1, 1, inward=True),
    Relation("LOST_OP", "Oplossing", "Knelpunt", 3, 2.5, 4, 1.8),
    Relation("GAAT_OVER", "Oplossing", "Thema", 2, 2, 3),
    Relation("GAAT_OVER", "Knelpunt", "Thema", 2, 2, 2),
    Relation("ONTWIKKELD_DOOR", "Oplossing", "Gemeente", 1, 1, 1, 1),
    Relation("ONDERZOEKT", "Traject", "Knelpunt", 4, 4, 5),
    Relation("LEVERT_OP", "Traject", "Oplossing", 3, 2, 4),
    Relation("NEEMT_DEEL_AAN", "Gemeente", "Traject", 15, 14, 20, 1, inward=True),
    Relation("ERVAART", "Gemeente", "Knelpunt", 12, 6, 44, 1, inward=True),
    Relation("VALT_ONDER", "Knelpunt", "Wet", 1, 1, 1),
    Relation("WERKT_BIJ", "Persoon", "Gemeente", 1, 1, 1.4, 1.2),
    Relation("LID_VAN", "Persoon", "Organisatie", 0.3, 0.2, 1),
    Relation("CONTACT_VOOR", "Persoon", "Oplossing", 1, 1, 1.5, 1, inward=True),
)
WORDS = (
    "schuld armoede wonen jeugd zorg mantel inkomen taal werk opvang toeslag minima wijk regie samen loket gegevens "
    "bijstand regeling proces keten preventie signaal vroeg thuis herstel uitvoering aanvraag besluit rond punt"
).split()
ENDINGS = ("dam", "veen", "berg", "horst", "wijk", "drecht", "laar")
PROVINCES = ("Drenthe", "Flevoland", "Gelderland", "Groningen", "Limburg", "Overijssel", "Utrecht", "Zeeland")
READY = ("NIET_BEOORDEELD", "IDEE", "IN_ONTWIKKELING", "PILOT", "BEPROEFD", "PASKLAAR")
USE = ("OVERWEEGT", "VOORBEREIDING", "IN_GEBRUIK", "GESTOPT")
STATUS = ("VERKENNING", "LOPEND", "AFGEROND", "GESTOPT")
PHASE = ("GESIGNALEERD", "GEAGENDEERD", "IN_UITVOERING", "OPGELOST")
FUNCTIONS = ("beleidsadviseur", "consulent", "projectleider", "directeur")

T = TypeVar("T")


def key(kind: str, number: int) -> str:
    """The id of the thing with this number."""
    return f"gemeente:gm{number:04d}" if kind == "Gemeente" else f"{MODEL.nodes[kind].prefix}:{number:06d}"


def nodes(size: str) -> Iterator[NodeRow]:
    chance = random.Random(f"{SEED} nodes")
    for kind, count in counts(size).items():
        node = MODEL.nodes[kind]
        for number in range(count):
            named = _properties(kind, number, chance)
            common = {
                "id": key(kind, number), "publicatieStatus": "GEPUBLICEERD", "gewijzigdOp": MOMENT, "versie": 1,
                "feiten": [f"feit:{kind.lower()}{number}"],
            }  # fmt: skip
            given = merge.with_defaults(node, {**common, **named})
            name = f"Toepassing {number}" if kind == "Toepassing" else None
            made = {**given, **merge.derived(node, given, name)}
            yield NodeRow(node, common["id"], {k: v for k, v in made.items() if v is not None})  # type: ignore[arg-type]


def edges(size: str) -> Iterator[EdgeRow]:
    chance = random.Random(f"{SEED} edges")
    for relation in RELATIONS:
        near, far = (relation.target, relation.source) if relation.inward else (relation.source, relation.target)
        mean, number_of = getattr(relation, size if size in COUNTS else "midden"), counts(size)
        for number in range(number_of[near]):
            drawn = {int(number_of[far] * chance.random() ** relation.skew) for _ in range(_times(mean, chance))}
            for other in sorted(drawn):
                ends = (other, number) if relation.inward else (number, other)
                yield _edge(relation, *ends, chance)


def _times(mean: float, chance: random.Random) -> int:
    if mean <= 1:
        return int(mean) + (chance.random() < mean - int(mean))
    return max(1, round(chance.gauss(mean, mean / 2.5)))


def _edge(relation: Relation, source: int, target: int, chance: random.Random) -> EdgeRow:
    number = f"feit:{relation.name.lower()}:{relation.source[:2]}{source}-{target}".lower()
    said: dict[str, Any] = {}
    if relation.name == "LOST_OP":
        said = {"dekking": round(chance.random(), 2)}
    elif relation.name == "NEEMT_DEEL_AAN":
        said = {"rol": chance.choice(("trekker", "deelnemer", "deelnemer", "volger"))}
    elif relation.name == "ERVAART":
        said = {"ernst": chance.randint(1, 5)}
    elif relation.name in ("WERKT_BIJ", "LID_VAN"):
        said = {"functie": chance.choice(FUNCTIONS)}
    ends = key(relation.source, source), key(relation.target, target)
    edge = MODEL.relationships[relation.name]
    return EdgeRow(edge, *ends, number, {**said, **merge.derived_edge(edge, said), "feiten": [number]})


def _properties(kind: str, number: int, chance: random.Random) -> dict[str, Any]:
    def words(count: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(count))

    title = f"{words(3).capitalize()} {number}"
    match kind:
        case "Gemeente":
            name = f"{words(1).capitalize()}{chance.choice(ENDINGS)} {number}"
            province, people = chance.choice(PROVINCES), chance.randint(1_000, 900_000)
            return {"code": f"GM{number:04d}", "naam": name, "inwoners": people, "provincie": province}
        case "Persoon":
            return {"naam": f"{words(1).capitalize()} van {words(1).capitalize()} {number}"}
        case "Traject":
            return {"naam": title, "samenvatting": words(20), "status": chance.choice(STATUS)}
        case "Knelpunt":
            return {"titel": title, "omschrijving": words(20), "fase": chance.choice(PHASE)}
        case "Oplossing":
            return {"titel": title, "samenvatting": words(28), "rijpheid": chance.choice(READY)}
        case "Toepassing":
            since = f"{chance.randint(2015, 2026)}-{chance.randint(1, 12):02d}-01"
            return {"status": chance.choice(USE), "sinds": since}
    return {"naam": title}


async def load(store: Store, size: str) -> tuple[int, int]:
    """Write the graph; gives the number of nodes and relationships."""
    await constraints.ensure(store, MODEL)
    counted = [0, 0]
    for rows in _chunks(nodes(size)):
        await store.write(_writes_nodes(rows))
        counted[0] += len(rows)
    for chunk in _chunks(edges(size)):
        await store.write(_writes_edges(chunk))
        counted[1] += len(chunk)
    return counted[0], counted[1]


def _writes_nodes(rows: Sequence[NodeRow]) -> Any:
    async def work(run: Run) -> None:
        await merge.merge_nodes(run, rows)

    return work


def _writes_edges(rows: Sequence[EdgeRow]) -> Any:
    async def work(run: Run) -> None:
        await merge.merge_edges(run, MODEL, rows)

    return work


def _chunks(rows: Iterator[T], size: int = PER_TRANSACTION) -> Iterator[list[T]]:
    while chunk := list(islice(rows, size)):
        yield chunk
