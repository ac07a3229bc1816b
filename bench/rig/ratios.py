"""Pairs as tables: what each one did, and how many times as much the second costs as the first.

The figures beside a ratio are those of the round in the middle, the one that gave that ratio (`bench.rig.pairs`).
"""

from collections.abc import Callable, Iterable, Sequence
from math import inf
from statistics import geometric_mean, median

from bench.rig.load import Load
from bench.rig.markdown import comma, table
from bench.rig.outcomes import Outcome, Pair
from bench.rig.pairs import WITHIN, Estimate

UNSURE = "†"
NOTE = f"{UNSURE} Ook na het grootste aantal rondes is het interval breder dan {100 * WITHIN:.0f} procent."
Cost = Callable[[Pair], Estimate]
Middle = Callable[[Iterable[float]], float]


def side_by_side(pairs: Sequence[Pair]) -> str:
    """One server beside another, question by question."""
    first, second = pairs[0].eerste, pairs[0].tweede
    head = ("vraag", f"{first}, per s", f"{second}, per s", "tijd", f"{first}, CPU in ms", f"{second}, CPU in ms")
    return noted(table((*head, "rekentijd", "rondes"), [row(pair) for pair in pairs]))


def row(pair: Pair) -> tuple[str, ...]:
    time, cpu = pair.time(), pair.cpu()
    fast, slow = pair.rondes[time.middle]
    cheap, dear = pair.rondes[cpu.middle]
    return (
        pair.titel,
        rate(fast),
        rate(slow),
        shown(time),
        spent(cheap),
        spent(dear),
        shown(cpu),
        str(time.rounds),
    )


def rate(load: Load) -> str:
    """Answers a second, in at least three figures."""
    return comma(load.per_second, 0 if load.per_second >= 100 else 1 if load.per_second >= 10 else 2)


def spent(load: Load) -> str:
    """Processor time of the server and, when it has one of its own, of the database."""
    return comma(load.cpu, 3) + (f" + {comma(load.database, 2)}" if load.database else "")


def shown(value: Estimate, write: Callable[[float, int], str] = comma) -> str:
    """A ratio with its interval."""
    digits = 2 if value.value < 10 else 1
    between = f"{write(value.low, digits)}–{write(value.high, digits)}" if value.high < inf else "te weinig rondes"
    return f"**{write(value.value, digits)}** ({between}){'' if value.sure else UNSURE}"


def overview(outcome: Outcome, names: Sequence[str], cost: Cost, slow: str = "te traag") -> str:
    """A ratio for each question and server, with the median and the geometric mean over the questions."""
    titles = questions(outcome)
    found = {(pair.titel, pair.tweede): cost(pair) for pair in outcome.paren}
    rows = [
        [title, *(shown(found[title, name]) if (title, name) in found else slow for name in names)] for title in titles
    ]
    for what, middle in (("mediaan", median), ("meetkundig gemiddelde", geometric_mean)):
        rows.append([f"**{what}**", *(f"**{over_all(outcome, name, cost, middle)}**" for name in names)])
    return noted(table(("vraag", *names), rows))


def over_all(
    outcome: Outcome, name: str, cost: Cost, middle: Middle = median, write: Callable[[float, int], str] = comma
) -> str:
    """The ratio over the questions that were measured."""
    values = [cost(pair).value for pair in outcome.with_server(name)]
    return write(middle(values), 2) if values else "–"


def waits(outcome: Outcome, names: Sequence[str]) -> str:
    """p50, p99 and the one divided by the other, of the round in the middle."""
    first = outcome.paren[0].eerste
    titles = questions(outcome)
    found: dict[tuple[str, str], Load] = {}
    for pair in outcome.paren:
        one, other = pair.rondes[pair.time().middle]
        found.setdefault((pair.titel, first), one)
        found[pair.titel, pair.tweede] = other
    rows = [[title, *(_wait(found.get((title, name))) for name in (first, *names))] for title in titles]
    return table(("vraag", first, *names), rows)


def _wait(load: Load | None) -> str:
    if load is None or not load.p50:
        return "–"
    return f"{comma(load.p50, 1)}, {comma(load.p99, 1)} ({comma(load.p99 / load.p50, 1)})"


def noted(text: str) -> str:
    return f"{text}\n\n{NOTE}" if UNSURE in text else text


def questions(outcome: Outcome) -> list[str]:
    return list(dict.fromkeys([*(pair.titel for pair in outcome.paren), *(title for title, _ in outcome.te_traag)]))


def servers(outcome: Outcome) -> list[str]:
    """The second ones, in the order in which they were measured; those that never were at the end."""
    return list(dict.fromkeys([*(pair.tweede for pair in outcome.paren), *(name for _, name in outcome.te_traag)]))
