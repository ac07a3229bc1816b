"""What each sign of an answer weighs, learnt from the questions for making.

    python -m bench.grens              what it would be, and how well it does on questions it was not learnt from
    python -m bench.grens --schrijf    also write it to graph/map/coefficients.py, to be read before it is committed

Logistic regression over the numbers of `graph.map.telling`, with the questions that have an answer counting as much in
all as those that have none, and an L2 penalty (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning,
2009, section 4.4). One in three questions is learnt from in a letter as well (`bench.brieven`); each of those
counts twice. It never sees a question of the sets for measuring. "Not learnt from" is five-fold: a fifth of the
questions is left out each time, with their letters; divided so in three ways, since one way is lucky by a hundredth.
The threshold is the lowest at which the balanced accuracy of what people wrote, letters too, is about as high as it
gets. Who hears a wrong "no" looks no further; who gets hits sees by each of them why it is there. The letters that are
made here are harder than those: what stands around a question was picked at random.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench import brieven
from bench.vragen import ROOT, Asked, learnt, questions
from graph.map.placing import places
from graph.map.telling import NAMES, numbers
from graph.map.understanding import weigh
from graph.search.find import OPENBAAR
from graph.search.wanted import Wanted

TARGET = ROOT / "graph" / "map" / "coefficients.py"
SETS = ("oefenen", "maken", "eerder")
PENALTY, STEPS, FOLDS, WAYS = 3.0, 30, 5, 3
LETTERS = 2.0
"""What a letter counts for, next to a question by itself."""
THRESHOLDS = [step / 20 for step in range(2, 19)]
AS_GOOD = 0.002
"""Thresholds that differ no more than this do equally well."""
Numbers = NDArray[np.float64]


def teaches(name: str, question: Asked) -> bool:
    """Names are another matter; and of the earliest questions without an answer some have one by now."""
    return question.soort != "naam" and (name != "eerder" or question.soort != "domein")


@dataclass(frozen=True)
class Taught:
    """The numbers of every text, whether there is an answer to it, which question it asks, and whether in a letter."""

    rows: Numbers
    answered: NDArray[np.bool_]
    question: NDArray[np.int64]
    letter: NDArray[np.bool_]

    def some(self, chosen: NDArray[np.bool_]) -> "Taught":
        return Taught(self.rows[chosen], self.answered[chosen], self.question[chosen], self.letter[chosen])

    def counts(self) -> Numbers:
        """What each text counts for: with an answer as much in all as without, also among letters by themselves."""
        found = np.ones(len(self.rows))
        for letter in (False, True):
            for answered in (False, True):
                group = (self.letter == letter) & (self.answered == answered)
                part = group.sum() / max((self.letter == letter).sum(), 1)
                found[group] = (LETTERS if letter else 1.0) * 0.5 / max(part, 1e-6)
        return found


async def signs(data: Path | None) -> Taught:
    asked = [q for name in SETS for q in questions(name) if teaches(name, q)]
    plain = [(number, question.vraag) for number, question in enumerate(asked)]
    rows, answered, numbered, within = [], [], [], []
    async with learnt(data) as (store, beside):
        for i, (number, text) in enumerate([*plain, *brieven.letters([question.vraag for question in asked])]):
            sought = await weigh(store, beside, text, Wanted(OPENBAAR))
            if sought.tekens is not None:
                plekken = await places(store, [m.id for m in sought.onderwerpen], OPENBAAR)
                rows.append(numbers(sought.tekens, plekken))
                answered.append(asked[number].soort == "aanbod")
                numbered.append(number)
                within.append(i >= len(plain))
    return Taught(np.array(rows), np.array(answered), np.array(numbered), np.array(within))


class Learnt:
    """What the signs weigh, from these questions."""

    def __init__(self, taught: Taught) -> None:
        rows, answered, counts = taught.rows, taught.answered, taught.counts()
        self.mean, self.spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
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


def left_out(taught: Taught, way: int) -> Numbers:
    """The chance of every text, by what was learnt from other questions."""
    fold = np.random.default_rng(way).permutation(int(taught.question.max()) + 1)[taught.question] % FOLDS
    found = np.zeros(len(fold))
    for part in range(FOLDS):
        found[fold == part] = Learnt(taught.some(fold != part)).chance(taught.rows[fold == part])
    return found


def balanced(chance: Numbers, answered: NDArray[np.bool_], enough: float) -> tuple[float, float, float]:
    wel, niet = float((chance[answered] >= enough).mean()), float((chance[~answered] < enough).mean())
    return (wel + niet) / 2, wel, niet


Curve = dict[float, tuple[float, float, float]]
"""By threshold, of what was left out: the balanced accuracy, with its two halves."""


def curve(taught: Taught, chances: Sequence[Numbers], letters: bool) -> Curve:
    which = taught.letter == letters

    def mean(enough: float) -> tuple[float, float, float]:
        found = [balanced(chance[which], taught.answered[which], enough) for chance in chances]
        total, wel, niet = np.mean(found, axis=0)
        return float(total), float(wel), float(niet)

    return {enough: mean(enough) for enough in THRESHOLDS}


def lowest(found: Curve) -> float:
    best = max(total for total, _, _ in found.values())
    return min(enough for enough, (total, _, _) in found.items() if total >= best - AS_GOOD)


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.grens")
    parser.add_argument("--schrijf", action="store_true")
    parser.add_argument("--data", type=Path, help="a folder with an embedded graph that holds the seeds")
    given = parser.parse_args(argv)
    taught = asyncio.run(signs(given.data))
    chances = [left_out(taught, way) for way in range(WAYS)]
    alone, letters = (curve(taught, chances, letters=each) for each in (False, True))
    print("| drempel | niets | wel | niet | niets, gemaakt | wel | niet |\n| --- | --- | --- | --- | --- | --- | --- |")
    for each in THRESHOLDS:
        print(f"| {each:.2f} | {' | '.join(f'{figure:.3f}' for figure in (*alone[each], *letters[each]))} |")
    made = Learnt(taught).module(lowest(alone))
    print(f"\n{len(taught.rows)} teksten, {int(taught.answered.sum())} met een antwoord\n\n{made}")
    if given.schrijf:
        TARGET.write_text(made, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
