"""How well a text answers a question: each word weighs by how rare it is, and counts most in a name. Pure functions."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from graph.marks import Zoek
from graph.provenance import MODEL
from graph.words import Bag, stem, stems, words

IN_NAME, IN_TEXT = 1.0, 0.7
TEXTS = tuple(sorted({p.name for node in MODEL.nodes.values() for p in node.marked(Zoek)}))
"""The properties, besides the name, that go into the full text."""


@dataclass(frozen=True)
class Match:
    """Something that shares words with a question. `closeness` is the share of the question it answers, 0 to 1."""

    id: str
    soort: str
    naam: str
    closeness: float
    texts: Mapping[str, str]
    whole: float
    """The share of its name that the question holds; it breaks ties."""
    woorden: tuple[str, ...]
    """The words of the question that it holds."""
    evidence: float
    """How much it has in common with the question, in words as rare as can be: one such word is 1."""


def compare(text: str, rows: Iterable[Sequence[Any]], total: int) -> list[Match]:
    """Measure how much of the question each row answers; the closest first."""
    asked_for = {stem(w): w for w in reversed(words(text))}
    wanted = stems(text)
    bags = [(row, Bag([row[2]]), Bag(t for t in map(_plain, row[3:]) if t)) for row in rows]
    held = [{w: max(IN_NAME * name.holds(w), IN_TEXT * rest.holds(w)) for w in wanted} for _, name, rest in bags]
    weights = _rarity(wanted, held, total)
    asked, rarest = sum(weights.values()), _weight(0, total)
    found = [
        Match(
            row[0],
            row[1],
            row[2],
            sum(weights[w] * share for w, share in shares.items()) / asked,
            {veld: plain for veld, value in zip(("naam", *TEXTS), row[2:], strict=True) if (plain := _plain(value))},
            _share_of_name(row[2], wanted),
            tuple(asked_for[w] for w, share in shares.items() if share),
            sum(weights[w] * share for w, share in shares.items()) / rarest,
        )
        for (row, _, _), shares in zip(bags, held, strict=True)
    ]
    return sorted((m for m in found if m.closeness > 0), key=lambda m: (-round(m.closeness, 6), -m.whole, m.naam, m.id))


def _rarity(wanted: Iterable[str], held: Sequence[Mapping[str, float]], total: int) -> dict[str, float]:
    counts = Counter(w for shares in held for w, share in shares.items() if share)
    return {w: _weight(counts[w], total) for w in wanted}


def _weight(holders: int, total: int) -> float:
    """What a word says when `holders` of all things hold it: much when few do."""
    return log(1 + (max(total, holders) - holders + 0.5) / (holders + 0.5))


def _share_of_name(name: str, wanted: Iterable[str]) -> float:
    own = stems(name)
    return sum(s in set(wanted) for s in own) / len(own) if own else 0.0


def _plain(value: Any) -> str:
    """A text property as one text; a list becomes a sentence of its items."""
    return "; ".join(value) if isinstance(value, list) else value or ""
