"""What each sign of an answer weighs, learnt from the questions for making.

    python -m bench.grens              what it would be, and how well it does on questions it was not learnt from
    python -m bench.grens --schrijf    also write it to graph/map/coefficients.py, to be read before it is committed

Logistic regression over the numbers of `graph.map.telling`, with the questions that have an answer counting as much in
all as those that have none, and an L2 penalty (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning,
2009, section 4.4). It never sees a question of the sets for measuring. "Not learnt from" is five-fold: a fifth is left
out each time. The threshold is the middle of those at which the balanced accuracy of what was left out is highest.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.vragen import ROOT, Asked, learnt, questions
from graph.map.placing import places
from graph.map.telling import NAMES, numbers
from graph.map.understanding import weigh
from graph.search.find import OPENBAAR
from graph.search.wanted import Wanted

TARGET = ROOT / "graph" / "map" / "coefficients.py"
SETS = ("oefenen", "maken", "eerder")
PENALTY, STEPS, FOLDS = 3.0, 30, 5
THRESHOLDS = [step / 20 for step in range(2, 19)]
AS_GOOD = 0.002
"""Thresholds that differ no more than this do equally well."""
Numbers = NDArray[np.float64]


def teaches(name: str, question: Asked) -> bool:
    """Names are another matter; and of the earliest questions without an answer some have one by now."""
    return question.soort != "naam" and (name != "eerder" or question.soort != "domein")


async def signs(data: Path | None) -> tuple[Numbers, NDArray[np.bool_]]:
    """The numbers of every question, and whether it has an answer."""
    rows, answered = [], []
    async with learnt(data) as (store, beside):
        for question in (q for name in SETS for q in questions(name) if teaches(name, q)):
            sought = await weigh(store, beside, question.vraag, Wanted(OPENBAAR))
            if sought.tekens is not None:
                plekken = await places(store, [m.id for m in sought.onderwerpen], OPENBAAR)
                rows.append(numbers(sought.tekens, plekken))
                answered.append(question.soort == "aanbod")
    return np.array(rows), np.array(answered)


class Learnt:
    """What the signs weigh, from these questions."""

    def __init__(self, rows: Numbers, answered: NDArray[np.bool_]) -> None:
        self.mean, self.spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
        counts = np.where(answered, 0.5 / answered.mean(), 0.5 / (1 - answered.mean()))
        told = self._told(rows)
        self.weights = np.zeros(told.shape[1])
        penalty = PENALTY * np.append(np.ones(rows.shape[1]), 1e-6)
        for _ in range(STEPS):
            chance = _logistic(told @ self.weights)
            slope = told.T @ (counts * (chance - answered)) + penalty * self.weights
            bend = (told * (counts * chance * (1 - chance))[:, None]).T @ told + np.diag(penalty)
            self.weights = self.weights - np.linalg.solve(bend, slope)

    def chance(self, rows: Numbers) -> Numbers:
        return _logistic(self._told(rows) @ self.weights)

    def _told(self, rows: Numbers) -> Numbers:
        return np.column_stack([(rows - self.mean) / self.spread, np.ones(len(rows))])

    def module(self, enough: float) -> str:
        lines = [
            f'    ("{name}", {mean:.4f}, {spread:.4f}, {weight:.3f}),'
            for name, mean, spread, weight in zip(NAMES, self.mean, self.spread, self.weights[:-1], strict=True)
        ]
        return MODULE.format(always=f"{self.weights[-1]:.3f}", enough=f"{enough:.2f}", lines="\n".join(lines))


MODULE = '''"""What each sign of an answer weighs: made by `python -m bench.grens --schrijf`, not by hand."""

ALWAYS, ENOUGH = {always}, {enough}
"""What is added whatever the signs; and from which chance on there is an answer."""
SIGNS = (
{lines}
)
"""Each sign of `graph.map.telling.numbers`, in that order: its name, its mean and spread over the questions that were
learnt from, and what it weighs."""
'''


def _logistic(told: Numbers) -> Numbers:
    found: Numbers = 1 / (1 + np.exp(-told))
    return found


def left_out(rows: Numbers, answered: NDArray[np.bool_]) -> Numbers:
    """The chance of every question, by what was learnt from the others."""
    fold = np.arange(len(rows)) % FOLDS
    found = np.zeros(len(rows))
    for part in range(FOLDS):
        found[fold == part] = Learnt(rows[fold != part], answered[fold != part]).chance(rows[fold == part])
    return found


def balanced(chance: Numbers, answered: NDArray[np.bool_], enough: float) -> tuple[float, float, float]:
    wel, niet = float((chance[answered] >= enough).mean()), float((chance[~answered] < enough).mean())
    return (wel + niet) / 2, wel, niet


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.grens")
    parser.add_argument("--schrijf", action="store_true")
    parser.add_argument("--data", type=Path, help="a folder with an embedded graph that holds the seeds")
    given = parser.parse_args(argv)
    rows, answered = asyncio.run(signs(given.data))
    chance = left_out(rows, answered)
    curve = {enough: balanced(chance, answered, enough) for enough in THRESHOLDS}
    best = max(mean for mean, _, _ in curve.values())
    enough = float(np.median([each for each, (mean, _, _) in curve.items() if mean >= best - AS_GOOD]))
    print("| drempel | niets | wel | niet |\n| --- | --- | --- | --- |")
    for each, (mean, wel, niet) in curve.items():
        print(f"| {each:.2f} | {mean:.3f} | {wel:.3f} | {niet:.3f} |")
    made = Learnt(rows, answered).module(enough)
    print(f"\n{len(rows)} vragen, {int(answered.sum())} met een antwoord\n\n{made}")
    if given.schrijf:
        TARGET.write_text(made, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
