"""How well a text answers a question: each word weighs by how rare it is, and counts most in a name. Pure functions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from graph.marks import Zoek
from graph.provenance import MODEL
from graph.wording import Word, read
from graph.words import Bag, stems

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


def compare(asked: str | Sequence[Word], rows: Iterable[Sequence[Any]], total: int) -> list[Match]:
    """Measure how much of the question each row answers; the closest first."""
    wanted = read(asked) if isinstance(asked, str) else asked
    bags = [(row, Bag([row[2]]), Bag(t for t in map(_plain, row[3:]) if t)) for row in rows]
    held = [[_held(word, name, rest) for word in wanted] for _, name, rest in bags]
    weights = _rarity(held, len(wanted), total)
    whole, rarest = sum(weights), _weight(0, total)
    found = [
        Match(
            row[0],
            row[1],
            row[2],
            _sum(weights, shares) / whole,
            {veld: plain for veld, value in zip(("naam", *TEXTS), row[2:], strict=True) if (plain := _plain(value))},
            _share_of_name(row[2], wanted),
            tuple(dict.fromkeys(word.typed for word, share in zip(wanted, shares, strict=True) if share)),
            _sum(weights, shares) / rarest,
        )
        for (row, _, _), shares in zip(bags, held, strict=True)
        if any(shares)
    ]
    return sorted(found, key=lambda m: (-round(m.closeness, 6), -m.whole, m.naam, m.id))


def _held(word: Word, name: Bag, rest: Bag) -> float:
    """How well a thing holds a word in one of its forms."""

    def held(form: str) -> float:
        return max(IN_NAME * name.holds(form), IN_TEXT * rest.holds(form))

    other = [*map(held, word.stems[1:])]
    if word.halves:
        other.append(min(map(held, word.halves)))
    return max(held(word.stems[0]), word.worth * max(other, default=0.0))


def _sum(weights: Sequence[float], shares: Sequence[float]) -> float:
    return sum(w * share for w, share in zip(weights, shares, strict=True))


def _rarity(held: Sequence[Sequence[float]], count: int, total: int) -> list[float]:
    return [_weight(sum(1 for shares in held if shares[i]), total) for i in range(count)]


def _weight(holders: int, total: int) -> float:
    """What a word says when `holders` of all things hold it: much when few do."""
    return log(1 + (max(total, holders) - holders + 0.5) / (holders + 0.5))


def _share_of_name(name: str, wanted: Iterable[Word]) -> float:
    own, asked = stems(name), {s for word in wanted for s in word.stems}
    return sum(s in asked for s in own) / len(own) if own else 0.0


def _plain(value: Any) -> str:
    """A text property as one text; a list becomes a sentence of its items."""
    return "; ".join(value) if isinstance(value, list) else value or ""
