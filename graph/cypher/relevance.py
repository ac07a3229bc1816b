"""How well a text answers a question: each word weighs by how rare it is, and counts most in a name.

The engines only find: their scores differ from each other and from day to day. So it is measured in the statement that
finds, over the word forms that stand beside each text (`graph.dutch.words.forms`). The closeness runs from 0 to 1,
and is the same on both engines.

    closeness  the share of the question that a thing answers
    wholeness  the share of its name that the question holds; it breaks ties
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from graph.cypher.sight import HOW_MANY
from graph.domain.marks import Zoek
from graph.domain.provenance import MODEL
from graph.dutch.spelling import Word
from graph.dutch.words import PREFIX

TEXTS = tuple(sorted({p.name for node in MODEL.nodes.values() for p in node.marked(Zoek)}))
"""The properties, besides the name, that one can search in."""
IN_NAME, IN_TEXT = 1.0, 0.7
LONGER = 0.7
"""What a longer word that begins with the one asked for is worth."""
CLOSENESS, WHOLENESS = "nabij", "heel"
"""The variables of `ranked`."""


@dataclass(frozen=True)
class Match:
    """Something that shares words with a question. `closeness` is the share of the question it answers, 0 to 1."""

    id: str
    soort: str
    naam: str
    closeness: float
    whole: float
    """The share of its name that the question holds; it breaks ties."""
    woorden: tuple[str, ...]
    """The words of the question that it holds."""
    evidence: float
    """How much it has in common with the question, in words as rare as can be: one such word is 1."""


def sought(asked: Iterable[Word]) -> list[list[dict[str, Any]]]:
    """A parameter for `held`: per word the ways to hold it, each with its worth and the forms that must all be there.

    A form is a pair of texts: around the word itself, and before a word that begins with it.
    """
    return [
        [
            _way(1.0, word.stems[:1]),
            *(_way(word.worth, [stem]) for stem in word.stems[1:]),
            *([_way(word.worth, word.halves)] if word.halves else []),
        ]
        for word in asked
    ]


def _way(worth: float, stems: Sequence[str]) -> dict[str, Any]:
    return {"waarde": worth, "vormen": [[f" {s} ", f" {s}" if len(s) >= PREFIX else f" {s} "] for s in stems]}


def names(asked: Iterable[Word]) -> list[str]:
    """A parameter for `ranked`: the stems that a name may consist of."""
    return [stem for word in asked for stem in (*word.stems, *word.halves)]


def held(node: str, words: str) -> str:
    """Per word of the question whether the thing holds it. `words` is the parameter of `sought`."""
    name, text = f"{node}.naamVormen", f"{node}.tekstVormen"
    return f"[w IN {words} | any(a IN w WHERE all(f IN a.vormen WHERE {name} CONTAINS f[1] OR {text} CONTAINS f[1]))]"


def _shares(node: str, words: str) -> str:
    """Per word of the question how well the thing holds it, 0 to 1; most things hold few, as `heeft` knows already."""
    name, text = f"{node}.naamVormen", f"{node}.tekstVormen"
    form = (  # the first that holds is worth most
        f"CASE WHEN {name} CONTAINS f[0] THEN {IN_NAME} WHEN {name} CONTAINS f[1] THEN {IN_NAME * LONGER} "
        f"WHEN {text} CONTAINS f[0] THEN {IN_TEXT} WHEN {text} CONTAINS f[1] THEN {IN_TEXT * LONGER:.2f} ELSE 0.0 END"
    )
    way = f"a.waarde * reduce(l = 1.0, x IN [f IN a.vormen | {form}] | CASE WHEN x < l THEN x ELSE l END)"
    best = f"reduce(m = 0.0, x IN [a IN {words}[j] | {way}] | CASE WHEN x > m THEN x ELSE m END)"
    return f"[j IN range(0, size(heeft) - 1) | CASE WHEN heeft[j] THEN {best} ELSE 0.0 END]"


def ranked(node: str, words: str, stems: str, most: int, also: str = "") -> str:
    """What goes on after rows `node, heeft` (what `held` says) with the best first: the first `most` of them, each with
    CLOSENESS, WHOLENESS, `gehad` (per word how well it is held) and `som` (what all words weigh). `words` and `stems`
    are the parameters of `sought` and `names`. With `also`, a condition on `paar[0]`, the first `most` for which it
    holds come too, however many others are before them.

    How many things there are is counted after they are collected: beside an aggregate it is counted for every row.
    A word weighs log(1 + (things that do not hold it + ½) / (things that do + ½)), the holders among all these rows.
    """
    chosen = f"paren[..{most}]"
    if also:
        chosen += f" + [paar IN paren[{most}..] WHERE {also}][..{most}]"
    return (
        f"WITH collect([{node}, heeft]) AS paren WITH paren, {HOW_MANY} AS totaal "
        f"WITH {chosen} AS paren, totaal, "
        "[j IN range(0, coalesce(size(head(paren)[1]), 0) - 1) | size([p IN paren WHERE p[1][j]])] AS houders "
        "WITH paren, [h IN houders | log(1 + (totaal - h + 0.5) / (h + 0.5))] AS gewichten "
        "WITH paren, gewichten, reduce(t = 0.0, g IN gewichten | t + g) AS som "
        f"UNWIND paren AS paar WITH paar[0] AS {node}, paar[1] AS heeft, gewichten, som "
        f"WITH {node}, gewichten, som, {_shares(node, words)} AS gehad, split(trim({node}.naamVormen), ' ') AS eigen "
        f"WITH {node}, gehad, som, "
        f"reduce(t = 0.0, j IN range(0, size(gewichten) - 1) | t + gewichten[j] * gehad[j]) / som AS {CLOSENESS}, "
        f"1.0 * size([e IN eigen WHERE e IN {stems}]) / size(eigen) AS {WHOLENESS}"
    )


def matches(asked: Sequence[Word], rows: Iterable[Sequence[Any]], total: int) -> list[Match]:
    """Rows of `[id, soort, naam, closeness, wholeness, gehad, som]` out of `total` things; the closest first."""
    rarest = log(1 + (total + 0.5) / 0.5)
    found = [
        Match(
            key,
            soort,
            naam,
            near,
            whole,
            tuple(dict.fromkeys(word.typed for word, share in zip(asked, held, strict=True) if share)),
            near * weight / rarest,
        )
        for key, soort, naam, near, whole, held, weight in rows
    ]
    return sorted(found, key=lambda m: (-m.closeness, -m.whole, m.naam, m.id))
