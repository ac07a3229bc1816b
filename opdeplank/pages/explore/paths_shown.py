"""Paths between two things: the sentence with its things as links, and per step the passages it rests on."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from opdeplank.display.passages import Citaat, passages

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Stap:
    """One step, as the sentence about it says it, and what it rests on."""

    zin: str
    citaten: Sequence[Citaat]


@dataclass(frozen=True)
class PadZin:
    """A path. `delen` is its sentence in pieces: text, and with an id where it names a thing."""

    lengte: int
    delen: Sequence[tuple[str, str]]
    stappen: Sequence[Stap]
    dingen: Sequence[Data]

    @property
    def ids(self) -> list[str]:
        return [thing["id"] for thing in self.dingen]


def paths(found: Iterable[Data]) -> list[PadZin]:
    return [_path(each) for each in found]


def _path(path: Data) -> PadZin:
    steps = path["stappen"]
    things = list({end["id"]: end for step in steps for end in (step["van"], step["naar"])}.values())
    told = _sentences(path["uitleg"], len(steps))
    made = [Stap(zin, passages(step["herkomst"])) for zin, step in zip(told, steps, strict=True)]
    return PadZin(path["lengte"], pieces(path["uitleg"], things), made, things)


def _sentences(text: str, count: int) -> list[str]:
    """One sentence for each step; where names hold full stops of their own the steps share the whole text."""
    found = [each.strip() for each in re.split(r"(?<=\.)\s+(?=[A-Z0-9‘“'\"])", text.strip()) if each.strip()]
    return found if len(found) == count else [text] * count


def pieces(text: str, things: Iterable[Data]) -> list[tuple[str, str]]:
    """A sentence cut at the names in it, the longest name first."""
    ids = {str(thing["weergavenaam"]): str(thing["id"]) for thing in things}
    names = sorted(filter(None, ids), key=len, reverse=True)
    if not names:
        return [(text, "")]
    parts = re.split("(" + "|".join(re.escape(name) for name in names) + ")", text)
    return [(part, ids.get(part, "")) for part in parts if part]
