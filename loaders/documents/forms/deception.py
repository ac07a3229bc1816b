"""Characters that make a text look like something else: direction marks, invisible letters, letters of another script.

They stay in the text, since a quote is verbatim. A notice names them, and in that line nothing is asserted.
"""

import re
from collections.abc import Iterator

from loaders.documents.document import Zone

DIRECTION = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u202c\u2069\u061c\u200e\u200f"
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u180e"
LOOK_ALIKE = "\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u13a0-\u13ff\uff21-\uff5a\U0001d400-\U0001d7ff"
"""Greek, Cyrillic, Armenian and Cherokee have letters drawn like ours, and so have the wide and the bold ones."""

ODD = re.compile(f"[{DIRECTION}{INVISIBLE}{LOOK_ALIKE}]")
KINDS = (
    (re.compile(f"[{DIRECTION}]"), "een teken dat de leesrichting verandert"),
    (re.compile(f"[{INVISIBLE}]"), "een onzichtbaar teken"),
    (
        re.compile(f"[A-Za-zÀ-ÿ][{LOOK_ALIKE}]|[{LOOK_ALIKE}][A-Za-zÀ-ÿ]"),
        "letters uit twee schriften in een woord",
    ),
)
SHOWN = 5
JOINED = re.compile("(?<=[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f])\u200d")


def look(text: str, name: str) -> tuple[list[Zone], list[str]]:
    """The lines that hold such characters as zones, and a sentence for each kind that was seen."""
    zones: list[Zone] = []
    seen: dict[str, list[int]] = {}
    for start, end, number in _odd_lines(text):
        line = JOINED.sub(" ", text[start:end])  # a family of emoji is held together by an invisible joiner
        kinds = [said for pattern, said in KINDS if pattern.search(line)]
        if kinds:
            zones.append(Zone("verdacht", start, end))
            for said in kinds:
                seen.setdefault(said, []).append(number)
    return zones, [
        f"{name}: {said} ({_places(numbers)}). Vergelijk de tekst daar met het origineel."
        for said, numbers in seen.items()
    ]


def _odd_lines(text: str) -> Iterator[tuple[int, int, int]]:
    number, counted, at = 1, 0, 0
    while odd := ODD.search(text, at):
        start = text.rfind("\n", 0, odd.start()) + 1
        end = text.find("\n", odd.start())
        end = len(text) if end < 0 else end
        number += text.count("\n", counted, start)
        counted = start
        yield start, end, number
        at = end


def _places(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:SHOWN]))
    return f"regel {shown} en {len(numbers) - SHOWN} meer" if len(numbers) > SHOWN else f"regel {shown}"
