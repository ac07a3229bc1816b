"""Asking the full text: the rows a statement can go on with. A procedure and not a pattern, so written by hand.

The engines only find; how well it fits is measured in `graph.matching`.
"""

from graph import matching

NAME = "entiteit_tekst"
WINDOW = 200
"""Hits that are measured, and that one can page through."""
DEEP, MOST_COUNTED = 1_000, 10_000
"""What the full text hands over at most, best first, for measuring and for counting: a common word is everywhere."""


def hits(node: str, term: str, such: str, most: int = DEEP) -> str:
    """Rows `node, score` for which `such` holds, out of the best `most`."""
    return (
        f"CALL db.index.fulltext.queryNodes('{NAME}', {term}, {{limit: {most}}}) YIELD node AS {node}, score "
        f"WITH {node}, score WHERE {such}"
    )


def found(node: str, term: str, words: str, such: str) -> str:
    """Everything that shares a word with the question, to be counted. What only the engine's analyzer takes for the
    same word (ouders, ouderen) is left out."""
    return hits(node, term, f"{such} AND {matching.found(node, words)}", MOST_COUNTED)


def ranked(node: str, term: str, words: str, stems: str, such: str) -> str:
    """The WINDOW best, measured (see `matching.ranked`); in no order yet."""
    best = f"WITH {node}, score ORDER BY score DESC, {node}.id LIMIT {WINDOW}"
    return f"{hits(node, term, such)} {best} {matching.ranked(node, words, stems)}"
