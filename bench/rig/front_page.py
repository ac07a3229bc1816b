"""The tables of the README, in English and with the least that says it all."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from bench.rig import ratios
from bench.rig.markdown import table
from bench.rig.outcomes import Outcome, Pair
from bench.rig.pairs import Estimate

QUESTIONS = {
    "een-ding": "one thing with its neighbours",
    "relatie-met-filter": "a filtered relation with its properties",
    "drie-stappen": "three hops",
    "fragmenten": "fragments and aliases",
    "lange-lijst": "a sorted list of 1,000",
    "diep": "five hops",
    "telling": "a list with its total and cursors",
    "vijf-wortels": "five root fields",
}
SIZES = {"peers-klein": "2,000 nodes", "peers-groot": "200,000 nodes"}
OURS, YOGA, LOADERS = "Op de Plank", "@neo4j/graphql", "Strawberry, DataLoaders"
Column: TypeAlias = tuple[str, str, Callable[[Pair], Estimate]]
COLUMNS: tuple[Column, ...] = (
    ("time", OURS, Pair.time), ("CPU", OURS, Pair.cpu), ("@neo4j/graphql, time", YOGA, Pair.time),
    ("DataLoaders, time", LOADERS, Pair.time),
)  # fmt: skip


def dot(value: float, digits: int) -> str:
    return f"{value:,.{digits}f}"


def peers(outcomes: Mapping[str, Outcome]) -> str:
    """A column for each size that was measured, with ours first."""
    sizes = {name: outcomes[name] for name in SIZES if name in outcomes}
    if not sizes:
        return "*Not measured yet.*"
    head = [
        "operation",
        *(f"{SIZES[size]}: {what}" if what == "time" else what for size in sizes for what, *_ in _columns(sizes[size])),
    ]
    rows = [[title, *(c for each in sizes.values() for c in _cells(each, key))] for key, title in QUESTIONS.items()]
    middle = [
        ratios.over_all(each, server, cost, write=dot) for each in sizes.values() for _, server, cost in _columns(each)
    ]
    rows.append(["**median**", *(f"**{each}**" for each in middle)])
    return f"{table(head, rows)}\n\n{_note(sizes, rows)}"


def _columns(outcome: Outcome) -> list[Column]:
    """Without the servers that took no part: that is not being too slow."""
    part = {pair.tweede for pair in outcome.paren} | {server for _, server in outcome.te_traag}
    return [each for each in COLUMNS if each[1] in part]


def _cells(outcome: Outcome, key: str) -> list[str]:
    found = {pair.tweede: pair for pair in outcome.paren if pair.vraag == key}
    columns = _columns(outcome)
    return [_cell(cost(found[server]), server) if server in found else "too slow" for _, server, cost in columns]


def _cell(value: Estimate, server: str) -> str:
    """Ours with its interval; of the others the ratio alone, with a mark when it is not sure."""
    if server == OURS:
        return ratios.shown(value, dot)
    return f"{value.value:.2f}{'' if value.sure else ratios.UNSURE}"


def _note(sizes: Mapping[str, Outcome], rows: list[list[str]]) -> str:
    days = ", ".join(f"{SIZES[name]} on {each.gemeten.split()[0]}" for name, each in sizes.items())
    said = f"Measured: {days}."
    if any(ratios.UNSURE in cell for row in rows for cell in row):
        said += f" {ratios.UNSURE} Still wider than 10 % after the most rounds."
    return said


def curve(outcomes: Mapping[str, Outcome]) -> str:
    """How long a page of a hundred takes on the embedded engine, by the size of the graph."""
    found = outcomes["kromme"].tabellen["kromme"]
    page = found.kop.index("bladzijde van 100")
    rows = [(row[0], row[page]) for row in found.rijen]
    return table(("things", *(size for size, _ in rows)), [("ms", *(ms for _, ms in rows))])


PARTS: Mapping[str, Callable[[Mapping[str, Outcome]], str]] = {"peers": peers, "kromme": curve}
