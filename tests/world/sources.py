"""Where the test world comes from: loads, documents, passages, facts, and who rests on which."""

from collections.abc import Iterator
from random import Random
from typing import Any

from tests.world.things import Thing
from tests.world.ties import Tie

FACTS = 60
DOCUMENTS = (
    {"id": "bron:a", "titel": "Kamerbrief", "soort": "brief", "datum": "2020-03-10", "url": "https://voorbeeld.nl/a"},
    {"id": "bron:b", "titel": "Lijst van leden", "soort": "lijst"},
    {"id": "bron:c", "titel": "Één rapport", "soort": "rapport", "datum": "2024-02-29"},
)
LOADS = ("lading:1", "lading:2")
FACT_OF = "feit:{:02}"


def sources(random: Random) -> Iterator[Thing]:
    for i, key in enumerate(LOADS):
        counts = {"aangemaakt": 3 + i, "bijgewerkt": 0, "ongewijzigd": 1, "afgekeurd": i}
        yield "Lading", {"id": key, "gestartOp": f"2024-0{i + 1}-01T10:00:00.000Z", "door": "tester",
                         "teruggedraaid": i == 1, **counts}  # fmt: skip
    for i, values in enumerate(DOCUMENTS):
        yield "Document", {"sha256": str(i) * 64, **values}
    for i in range(FACTS):
        fact: dict[str, Any] = {"id": FACT_OF.format(i), "soort": "oplossing", "velden": "{}", "onderwerp": "x:y",
                                "gezegde": "rijpheid", "besluit": "ja"}  # fmt: skip
        yield "Feit", {**fact, **({"voorwerp": "PILOT"} if i % 2 else {})}
        for j in range(passages_of(i)):
            yield "Passage", {
                "id": f"vermelding:{i:02}-{j}", "zekerheid": random.choice((0.5, 0.95, 1.0)), "onderbouwt": "rijpheid",
                "regel": "lijst", "vastgelegdDoor": "tester", "vastgelegdOp": f"2024-01-0{1 + i % 9}T09:00:00.000Z",
                "bevestigd": i % 3 == 0,
                **({"passage": f'Er staat: "{i}"\nén meer.', "van": i, "tot": i + 9} if i % 4 else {}),
                **({"pagina": i} if i % 5 == 0 else {}),
            }  # fmt: skip


def source_ties() -> Iterator[Tie]:
    yield "bron:a", "UITGEGEVEN_DOOR", "departement:bzk", {}
    yield "bron:c", "UITGEGEVEN_DOOR", "gemeente:gm0344", {}
    yield "bron:a", "GELADEN_MET", "lading:1", {}
    yield "bron:c", "GELADEN_MET", "lading:1", {}
    for i in range(FACTS):
        for j in range(passages_of(i)):
            passage = f"vermelding:{i:02}-{j}"
            yield FACT_OF.format(i), "BLIJKT_UIT", passage, {}
            yield passage, "UIT", str(DOCUMENTS[(i + j) % len(DOCUMENTS)]["id"]), {}


def passages_of(fact: int) -> int:
    """Most facts stand in one passage, some in several, one in none."""
    return (1, 1, 2, 1, 3)[fact % 5] if fact else 0


def facts(random: Random) -> list[str]:
    """The facts that something rests on."""
    return sorted({FACT_OF.format(random.randrange(FACTS)) for _ in range(random.choice((0, 1, 1, 2, 4)))})
