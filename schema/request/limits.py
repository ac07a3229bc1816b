"""What an operation may ask, and what is said to who asks more."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from schema.refusals import too_large

QUANTIFIERS = ("enige", "geen", "alle")


@dataclass(frozen=True)
class Budget:
    """The limits of operations.md, each a setting."""

    tokens: int = 2000
    depth: int = 10
    aliases: int = 15
    roots: int = 20
    directives: int = 20
    conditions: int = 100
    filter_depth: int = 4
    page: int = 25
    most_per_page: int = 100
    subqueries: int = 40
    subqueries_per_statement: int = 12
    nodes: int = 20_000
    cost: int = 50_000
    fields: int = 3_000
    fragments: int = 50
    repeats: int = 25
    schema_depth: int = 20
    schema_fields: int = 50_000
    shapes: int = 0
    points: int = 0
    points_by_key: int = 0
    answer: int = 10_000_000


WORDS: dict[str, Callable[[int, int], str]] = {
    "diepte": lambda most, asked: f"De vraag gaat {asked} lagen diep; hoogstens {most} mag. Vraag in stappen",
    "aliassen": lambda most, asked: f"De vraag heeft {asked} andere namen (aliassen); hoogstens {most} mag",
    "wortels": lambda most, asked: f"De vraag begint bij {asked} velden; hoogstens {most} mag. Splits de vraag",
    "schemadiepte": lambda most, asked: (
        f"De vraag over het schema gaat {asked} lagen diep; hoogstens {most} mag. Vraag in stappen"
    ),
    "schemavelden": lambda most, asked: (
        f"De vraag over het schema geeft {asked} waarden; hoogstens {most} mag. Vraag minder velden"
    ),
    "fragmenten": lambda most, asked: f"De vraag heeft {asked} fragmenten; hoogstens {most} mag. Voeg er samen",
    "herhalingen": lambda most, asked: (
        f"Eén veld staat {asked} keer in dezelfde selectie; hoogstens {most} mag. Schrijf het één keer"
    ),
    "velden": lambda most, asked: (
        f"De vraag heeft {asked} velden, fragmenten uitgeschreven; hoogstens {most} mag. Vraag minder velden"
    ),
    "richtlijnen": lambda most, asked: f"De vraag heeft {asked} richtlijnen (@…); hoogstens {most} mag",
    "voorwaarden": lambda most, asked: f"De vraag heeft {asked} voorwaarden in filters; hoogstens {most} mag",
    "filterdiepte": lambda most, asked: (
        f"Een filter volgt {asked} relaties achter elkaar; hoogstens {most} mag. Vraag in stappen"
    ),
    "subvragen": lambda most, asked: f"De vraag heeft {asked} onderdelen voor de database; hoogstens {most} mag",
    "knopen": lambda most, asked: (
        f"De vraag kan {asked} dingen opleveren; hoogstens {most} mag. Vraag er minder (`first`)"
    ),
    "uitwerken": lambda most, asked: f"De vraag laat {asked} dingen vergelijken; hoogstens {most} mag. Vraag er minder",
    "antwoord": lambda most, asked: f"Het antwoord is {asked} bytes; hoogstens {most} mag. Vraag minder (`first`)",
    "kosten": lambda most, asked: f"De vraag kost {asked} punten; hoogstens {most} mag. Vraag minder (`first`, diepte)",
}

LARGEST = 10**9
"""What fragments multiply has no end; a number that is larger than this is said as this."""


def check(limit: str, most: int, asked: int) -> None:
    """Refuse what is over a limit, naming the limit, its value and what was asked."""
    if asked > most:
        asked = min(asked, LARGEST)
        raise too_large(limit, most, asked, WORDS[limit](most, asked))


def filter_size(given: object) -> tuple[int, int]:
    """The number of conditions in a filter, and how many relations it follows one after another."""
    if isinstance(given, Mapping):
        sizes = [(filter_size(value), name in QUANTIFIERS) for name, value in given.items()]
        return sum(n for (n, _), _ in sizes), max((depth + follows for (_, depth), follows in sizes), default=0)
    if isinstance(given, list) and any(isinstance(v, Mapping) for v in given):
        sizes_of = [filter_size(v) for v in given]
        return sum(n for n, _ in sizes_of), max(depth for _, depth in sizes_of)
    return 1, 0
