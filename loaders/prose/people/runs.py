"""Runs of words with capitals: what has the shape of a name, before anything says that it is one.

`mevrouw Anna de Bos van Waterdam.` -> mevrouw Anna de Bos van Waterdam
`R. (Ronald) Bos`                   -> Ronald Bos
`W.J. (Wim Jan) ter Bos`            -> Wim Jan ter Bos
`Hans (H.J.M.A.) Bos`               -> Hans Bos
"""

import re
from enum import Enum, auto
from typing import NamedTuple

from graph.dutch.collation import PARTICLES
from loaders.prose.people.functions import TITLES
from loaders.prose.text.sentences import APART

WORD = re.compile(r"[^\s,;:()\[\]“”\"„!?…–—•|=<>]+")
INITIALS = re.compile(
    r"(?:(?:[A-Z]|Th|Ch|Ph|St|Chr|Fr|Joh|IJ|Tj|Sj|Jac)\.?(?:[Tt]h|[Cc]h|[Pp]h|[Hh]r)?\.-?){1,6}[A-Z]?\.?|[A-Z]"
)
CAPITAL = re.compile(r"(?:['’]?[a-z]{1,2}['’])?[^\W\d_a-z][\w'’.\u2010\u2011\u00ad-]*|[dD]['’][^\W\d_a-z][\w'’-]*")
BRACKETED = re.compile(r"\((?:[A-Z]\.?){1,6}\)")
"""Initials in brackets: `(H.J.M.A.)`."""
NOTE = re.compile(r"(?<=[a-z]{3})\d{1,2}$")
"""The number of a footnote behind a word."""
TWO_FIRST = re.compile(r"[A-Z][\w’'-]+ [A-Z][\w’'-]+\)\s")
"""Two first names that close a bracket: `(Wim Jan) `."""
AFTER_INITIAL = re.compile(r"[A-Z]\.\s?\($")
PREPOSITIONS = frozenset("in op aan bij voor over onder uit tot en af".split())
"""Particles that are mostly prepositions: `Anna in Delft`."""
HALF = re.compile(
    r"\s-\s(?:van|de(?=\s[A-Z])|ter|ten|te|’t|'t)\s(?:de\s|der\s|den\s|het\s|’t\s|'t\s)?[A-Z][\w’'-]{2,25}\b"
)
"""The second half of a double name, with spaces around the hyphen: `G. Streef - van Luijn`."""
SHORTENED = frozenset("v.d v.d. v/d vd vd. v. d.".split())
"""Particles as lists write them."""
ARTICLES = ("de", "den", "der", "het", "'t", "’t", "ten", "ter")
OPENING = PARTICLES | {"een", "deze", "dit", "die", "wij", "zij"}
DEGREES = frozenset("MSc BSc MBA LLM PhD MPA MPM MA BA".split())
NO_MARK = " \u00a0\n\r.’'"
FURTHEST = 14
"""Words that are looked at; a name is shorter."""


class Piece(NamedTuple):
    """A word with its place in the text."""

    tekst: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        return bool(CAPITAL.fullmatch(self.tekst)) and not self.is_title

    @property
    def is_title(self) -> bool:
        return self.tekst.lower() in TITLES

    @property
    def is_initials(self) -> bool:
        return INITIALS.fullmatch(self.tekst) is not None

    @property
    def is_short_form(self) -> bool:
        """`BZK`: capitals only, and no initial."""
        return len(self.tekst) > 1 and self.tekst.isupper() and "." not in self.tekst


class Between(Enum):
    """What stands between a word and the run before it."""

    NOTHING = auto()
    """The run goes on."""
    NICKNAME = auto()
    """A bracket behind initials, around this word: it takes the place of the initials."""
    INITIALS = auto()
    """A bracket around initials, behind a first name: they are passed over."""
    MARK = auto()
    """The run ends."""


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """The words between spaces and marks; a dot at the end belongs to initials and titles only."""
    found = []
    for match in WORD.finditer(text, start, end):
        word = match[0] if match[0].isalpha() else _bare(match[0])
        if word:
            at = match.start() + match[0].index(word)
            found.append(Piece(word, at, at + len(word)))
    return found


def run(text: str, said: list[Piece], at: int) -> list[Piece]:
    """The run that begins at one of these words, or none: capitals, initials and titles, with particles in between."""
    made: list[Piece] = []
    for number, piece in enumerate(said[at : at + FURTHEST], at):
        between = _between(text, made, piece) if made else Between.NOTHING
        if between is Between.INITIALS:
            continue
        if between is Between.NICKNAME:
            made = []
        if between is Between.MARK or not _fits(made, said, number):
            break
        made.append(piece)
    made = _without_loose_end(made)
    half = HALF.match(text, made[-1].end) if len(made) > 1 and said[-1].end > made[-1].end else None
    if half is not None and (made[0].is_initials or not half[0].startswith(" - de ")):
        made = [*made, *(piece for piece in said[at : at + FURTHEST] if made[-1].end < piece.start < half.end())]
    return made


def _bare(word: str) -> str:
    """Without the marks around it."""
    if word.endswith(".") and not INITIALS.fullmatch(word) and word.lower() not in TITLES:
        word = word.rstrip(".")
    word = NOTE.sub("", word)
    quoted = word[:1] in "‘'*’" and not word[1:2].islower()
    return word.strip("‘’'*") if quoted else word.rstrip("’'*")


def _between(text: str, made: list[Piece], piece: Piece) -> Between:
    space = text[made[-1].end : piece.start]
    if APART.search(space) or "\n" in space and _begins_line(text, piece):
        return Between.MARK
    if space.startswith(".") and _is_word(made[-1]):
        return Between.MARK
    marks = space.strip(NO_MARK)
    if marks == "(" and made[-1].is_initials and TWO_FIRST.match(text, piece.start):
        return Between.NICKNAME
    if marks == "(" and text[piece.end : piece.end + 1] == ")":
        if made[-1].is_initials:
            return Between.NICKNAME
        if piece.is_initials:
            return Between.INITIALS
    behind_nickname = marks == ")" and len(made) <= 2 and _after_initial(text, made[0].start)
    return Between.NOTHING if not marks or BRACKETED.fullmatch(marks) or behind_nickname else Between.MARK


def _is_word(piece: Piece) -> bool:
    """With a dot behind it a sentence ends; behind initials, a title or a short form it does not."""
    return len(piece.tekst) > 3 and not (piece.is_initials or piece.is_title) and piece.is_capital


def _begins_line(text: str, piece: Piece) -> bool:
    """`De gemeenten`, `Werkgevers:` at the start of a line: a name does not go on there."""
    word = piece.tekst
    return word[:1].isupper() and word.lower() in OPENING or text[piece.end : piece.end + 1] == ":"


def _after_initial(text: str, at: int) -> bool:
    return AFTER_INITIAL.search(text[max(0, at - 6) : at]) is not None


def _fits(made: list[Piece], said: list[Piece], number: int) -> bool:
    """Whether this word can stand in a name, behind the words of the run."""
    piece = said[number]
    if made and _opens_another(made, piece):
        return False
    if CAPITAL.fullmatch(piece.tekst) or piece.is_initials or piece.is_title:
        return True
    if piece.tekst in PREPOSITIONS and not _before_article(said, number):
        return False
    small = piece.tekst.lower().strip("'’")
    return bool(made) and (small in PARTICLES or small in SHORTENED) and piece.tekst != "en"


def _opens_another(made: list[Piece], piece: Piece) -> bool:
    """`Anna Bos mr. Vos`, `Anna Bos BZK`: a title or a short form behind a name is no part of it."""
    if piece.is_initials and not made[-1].is_initials and any(each.is_initials for each in made):
        return True
    if piece.tekst in DEGREES or piece.is_title and not made[-1].is_title:
        return True
    return piece.is_short_form and not made[0].is_short_form and made[-1].tekst.lower() not in PARTICLES


def _before_article(said: list[Piece], number: int) -> bool:
    """`Anna in 't Veld` is a name; `Anna in Delft` is Anna, in Delft."""
    return number + 1 < len(said) and said[number + 1].tekst.lower() in ARTICLES


def _without_loose_end(made: list[Piece]) -> list[Piece]:
    """`Anna Bos van` -> `Anna Bos`"""
    while made and (made[-1].tekst.lower() in PARTICLES or made[-1].is_title) and not made[-1].is_capital:
        made = made[:-1]
    return made
