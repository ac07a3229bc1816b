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
SAID: tuple[dict[str, Any], ...] = (
    {"soort": "oplossing", "velden": "{}", "onderwerp": "x:y", "gezegde": "rijpheid", "besluit": "ja"},
    {
        "soort": "oplossing", "onderwerp": "oplossing:p00", "gezegde": "rijpheid", "voorwerp": "PILOT", "besluit": "ja",
        "velden": '{"id":"oplossing:p00","eigenschap":"rijpheid","waarde":"PILOT"}',
    },
    {
        "soort": "rol", "onderwerp": "persoon:p00", "gezegde": "WERKT_BIJ", "besluit": "nee",
        "voorwerp": "gemeente:gm0344|wethouder",
        "velden": '{"persoon":"persoon:p00","functie":"wethouder","organisatie":"gemeente:gm0344","tot":null}',
    },
    {
        "soort": "oplossing", "onderwerp": "oplossing:p01", "gezegde": "bestaan", "besluit": "verbeterd",
        "velden": '{"id":"oplossing:p01","synoniemen":["een","twee"],"materialen":[{"titel":"A"},{"titel":"B"}],'
                  '"overneembaarheid":{"doorlooptijdWeken":12},"leeg":[],"zeker":true}',
    },
)  # fmt: skip
"""A value, a relation, a thing with parts, and something that is about no thing."""


def sources(random: Random) -> Iterator[Thing]:
    for i, key in enumerate(LOADS):
        counts = {"aangemaakt": 3 + i, "bijgewerkt": 0, "ongewijzigd": 1, "afgekeurd": i}
        yield "Lading", {"id": key, "gestartOp": f"2024-0{i + 1}-01T10:00:00.000Z", "door": "tester",
                         "teruggedraaid": i == 1, **counts}  # fmt: skip
    for i, values in enumerate(DOCUMENTS):
        yield "Document", {"sha256": str(i) * 64, **values}
    for i in range(FACTS):
        yield "Feit", {"id": FACT_OF.format(i), **SAID[i % len(SAID)]}
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
