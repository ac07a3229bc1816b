"""What was sent to the database, for a person to read: a clause a line, what stands in braces indented. Only white
space differs.

    RETURN COLLECT { MATCH (n1:Thema) WITH n1 LIMIT $p0 RETURN [n1.naam] } AS c0

    RETURN COLLECT {
      MATCH (n1:Thema)
      WITH n1
      LIMIT $p0
      RETURN [n1.naam]
    } AS c0

A subquery of one clause stays on its line. What is sent to the database stays the canonical text of `render`.
"""

import re
from dataclasses import dataclass

CLAUSE = re.compile(
    r"(?:OPTIONAL MATCH|MATCH|WHERE|WITH|UNWIND|ORDER BY|LIMIT|RETURN|CALL|YIELD|MERGE|SET|DELETE|DETACH DELETE)\b"
)
SUBQUERY = re.compile(r"(?:COLLECT|COUNT|EXISTS|CALL) \{")
CLOSING = {"(": ")", "[": "]", "{": "}"}
STEP = "  "


@dataclass
class Sent:
    """A text that was sent, and how long its answer took, in seconds."""

    text: str
    took: float = 0.0


@dataclass
class Spent:
    """What the reads of one operation took together, in seconds, and how many there were."""

    seconds: float = 0.0
    reads: int = 0

    def add(self, seconds: float) -> None:
        self.seconds += seconds
        self.reads += 1


def laid_out(statement: str, indent: str = "") -> str:
    """The statement, a clause a line."""
    return "\n".join(indent + _clause(piece, indent) for piece in _clauses(" ".join(statement.split())))


def _clauses(text: str) -> list[str]:
    """The clauses of a text, cut where one begins outside every bracket and quotation."""
    cuts = [0]
    place = 0
    while place < len(text):
        if text[place] in CLOSING or text[place] == "'":
            place = _past(text, place)
            continue
        begins = place > 0 and text[place - 1] == " " and CLAUSE.match(text, place)
        if begins and not _goes_on(text, place):
            cuts.append(place)
        place += 1
    return [text[start:end].strip() for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def _goes_on(text: str, place: int) -> bool:
    """`STARTS WITH`, `ENDS WITH` and `ON MATCH SET` are no new clause."""
    return text[:place].endswith(("STARTS ", "ENDS ", "ON ", "OPTIONAL ", "DETACH "))


def _past(text: str, place: int) -> int:
    """The place behind the bracket or the quotation that opens here."""
    if text[place] == "'":
        return text.index("'", place + 1) + 1
    closing = CLOSING[text[place]]
    place += 1
    while text[place] != closing:
        place = _past(text, place) if text[place] in CLOSING or text[place] == "'" else place + 1
    return place + 1


def _clause(text: str, indent: str) -> str:
    """One clause, its subqueries laid out."""
    found = SUBQUERY.search(text)
    if found is None:
        return text
    end = _past(text, found.end() - 1)
    inner, rest = text[found.end() : end - 1], _clause(text[end:], indent)
    if len(_clauses(inner.strip())) == 1 and not SUBQUERY.search(inner):
        return text[:end] + rest
    return f"{text[: found.end()]}\n{laid_out(inner, indent + STEP)}\n{indent}}}{rest}"
