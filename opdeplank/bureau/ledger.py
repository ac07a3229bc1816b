"""What was decided about one proposal, by whom and when: a file that only grows, a line of JSON for each step.

    {"nr": 3, "op": "…", "door": "7hq2mzka", "besluiten": {"feit:…": ["ja", {"organisatie": "Almere"}]}, "terug": null}

A step is on the disk before anybody hears that it was saved. A line that a crash cut off was never confirmed, and is
left out. Taking a step back is a step too: it names the one it takes back, and holds what stood there before.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from loaders.answers import given
from loaders.answers.given import Given
from opdeplank.graph.own_file import OWNER_ONLY

NAME = "besluiten.log"
BY_HAND, ALIKE, WORKBOOK = "hand", "gelijke", "werkboek"


@dataclass(frozen=True)
class Step:
    """`besluiten`: what was said of which fact; None for nothing any more. `terug`: the step that this takes back."""

    nr: int
    op: str
    door: str
    besluiten: Mapping[str, Given | None]
    terug: int | None = None
    hoe: str = BY_HAND


class Overtaken(Exception):
    """Somebody decided about this meanwhile; nothing was written. `steps`: his, by fact."""

    def __init__(self, steps: Mapping[str, Step]) -> None:
        super().__init__(*steps)
        self.steps = steps


@dataclass
class Ledger:
    """Used by one thread at a time."""

    path: Path
    steps: list[Step] = field(default_factory=list)
    _last: dict[str, Step] = field(default_factory=dict)
    _taken_back: set[int] = field(default_factory=set)
    _read: int = 0

    def refresh(self) -> None:
        """Take in what is in the file and not yet here."""
        try:
            with self.path.open("rb") as file:
                file.seek(self._read)
                content = file.read()
        except FileNotFoundError:
            return
        for line in content[: content.rfind(b"\n") + 1].splitlines(keepends=True):
            self._read += len(line)
            if (step := _step(line)) is not None:
                self._take(step)

    def given(self) -> dict[str, Given]:
        """What stands now, by fact."""
        found = {key: step.besluiten[key] for key, step in [*self._last.items()]}
        return {key: each for key, each in found.items() if each is not None}

    def last(self, key: str) -> Step | None:
        """The step that said the last word about a fact."""
        return self._last.get(key)

    def number(self, key: str) -> int:
        """The number of that step; 0 when nobody said anything."""
        step = self._last.get(key)
        return step.nr if step else 0

    def since(self, number: int) -> list[Step]:
        return self.steps[_first_after(self.steps, number) :]

    def decide(
        self, door: str, besluiten: Mapping[str, Given], seen: Mapping[str, int] | None = None, hoe: str = BY_HAND
    ) -> Step | None:  # fmt: skip
        """Write down what somebody decides; None when it stood so already. `seen`: the number of the step about each
        fact that he saw when he decided. Raises Overtaken when somebody else said something else meanwhile."""
        self.refresh()
        now = self.given()
        new = {key: each for key, each in besluiten.items() if now.get(key) != each}
        later = {key: self._last[key] for key in new if seen is not None and self.number(key) != seen.get(key, 0)}
        if later:
            raise Overtaken(later)
        return self._write(door, new, None, hoe) if new else None

    def take_back(self, door: str) -> tuple[Step | None, dict[str, Step]]:
        """Take back the last step of somebody that still stands, and give it; None when there is none. What another
        decided about since stays, and is given too."""
        self.refresh()
        overtaken: dict[str, Step] = {}
        for step in reversed(self.steps):
            if not self.can_go_back(step, door):
                continue
            last = {key: self._last[key] for key in step.besluiten}
            others = {key: each for key, each in last.items() if each.nr != step.nr and self._stands(each)}
            overtaken |= others
            if mine := step.besluiten.keys() - others.keys():
                before = {key: self._before(key, step.nr) for key in step.besluiten if key in mine}
                return self._write(door, before, step.nr, BY_HAND), overtaken
        return None, overtaken

    def can_go_back(self, step: Step, door: str) -> bool:
        return step.door == door and self._stands(step)

    def _stands(self, step: Step) -> bool:
        return step.terug is None and step.nr not in self._taken_back

    def _before(self, key: str, number: int) -> Given | None:
        """What stood of a fact before a step, without the steps that were taken back."""
        earlier = (s for s in reversed(self.steps) if s.nr < number and key in s.besluiten and self._stands(s))
        found = next(earlier, None)
        return found.besluiten[key] if found else None

    def _write(self, door: str, besluiten: Mapping[str, Given | None], back: int | None, hoe: str) -> Step:
        moment = datetime.now(UTC).isoformat(timespec="milliseconds")
        step = Step(self.steps[-1].nr + 1 if self.steps else 1, moment, door, dict(besluiten), back, hoe)
        self._append(_line(step))
        self._take(step)
        return step

    def _append(self, line: bytes) -> None:
        """Behind the last whole line, and on the disk."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with open(os.open(self.path, os.O_RDWR | os.O_CREAT, OWNER_ONLY), "r+b") as file:
            file.truncate(self._read)
            file.seek(self._read)
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
        self._read += len(line)

    def _take(self, step: Step) -> None:
        self.steps.append(step)
        self._last |= dict.fromkeys(step.besluiten, step)
        if step.terug is not None:
            self._taken_back.add(step.terug)


def _first_after(steps: list[Step], number: int) -> int:
    """Steps are numbered from one, each one more."""
    return min(max(number, 0), len(steps)) if not steps or steps[0].nr == 1 else 0


def _line(step: Step) -> bytes:
    said: Iterable[tuple[str, Given | None]] = step.besluiten.items()
    value: dict[str, Any] = {
        "nr": step.nr, "op": step.op, "door": step.door,
        "besluiten": {key: each.as_json() if each else None for key, each in said}, "terug": step.terug,
        "hoe": step.hoe,
    }  # fmt: skip
    return orjson.dumps(value) + b"\n"


def _step(line: bytes) -> Step | None:
    """None for a line that is none of ours: the steps around it stand."""
    try:
        said = orjson.loads(line)
        besluiten = {key: given.from_json(each) if each else None for key, each in said["besluiten"].items()}
        return Step(said["nr"], said["op"], said["door"], besluiten, said["terug"], said["hoe"])
    except (ValueError, KeyError, TypeError):
        return None
