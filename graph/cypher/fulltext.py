"""Asking the full text: the rows a statement can go on with. A procedure and not a pattern, so written by hand.

The engines only find; how well it fits is measured in `graph.cypher.relevance`.
"""

from graph.cypher import relevance

NAME = "entiteit_tekst"
WINDOW = 200
"""Hits that are measured, and that one can page through."""
DEEP, EVERYTHING = 1_000, 1_000_000
"""What the full text hands over, best first: so many when only the best are wanted, or all, when what comes after it
narrows them down or counts them. A condition that comes after a limit would say "nothing" where there is something."""


def hits(node: str, term: str, such: str, most: int = EVERYTHING) -> str:
    """Rows `node, score` for which `such` holds, out of the best `most`."""
    return (
        f"CALL db.index.fulltext.queryNodes('{NAME}', {term}, {{limit: {most}}}) YIELD node AS {node}, score "
        f"WITH {node}, score WHERE {such}"
    )


def found(node: str, term: str, words: str, such: str, most: int = EVERYTHING) -> str:
    """Rows `node, score, heeft`: everything that shares a word with the question, and which. What only the engine's
    analyzer takes for the same word (ouders, ouderen) is left out."""
    return (
        f"{hits(node, term, such, most)} "
        f"WITH {node}, score, {relevance.held(node, words)} AS heeft WHERE any(h IN heeft WHERE h)"
    )


def ranked(node: str, rows: str, words: str, stems: str, most: int = WINDOW, also: str = "") -> str:
    """The `most` best of the rows that `found` gives, measured (see `relevance.ranked`); in no order yet."""
    best = f"WITH {node}, heeft, score ORDER BY score DESC, {node}.id"
    return f"{rows} {best} {relevance.ranked(node, words, stems, most, also)}"
