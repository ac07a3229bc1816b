"""Letters with boxes -> words -> pieces -> columns and lines. Geometry only; in points, y upwards.

letter   one glyph
piece    words on one base line without a wide gap between them
line     pieces at one height: one piece in prose, more in a table
gutter   the empty strip between two columns of prose; a table has strips too, but few words in each cell
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from statistics import median
from typing import NamedTuple

WIDE_GAP = 1.0
"""Of the height of a letter: more is no space between words."""
GAP_AFTER_MARK = 4.0
MARK = re.compile(r"[-–—•·▪●○■*>]|\d{1,2}[.)]|[a-z][.)]")
"""What stands before an item of a list."""
WORD_GAP = 0.18
FEWEST_STRETCHED = 2
EQUAL = 0.06
WIDEST_STRETCH = 3.2
"""Of the height of a letter: a wider gap parts two cells, however equal it is to the next."""
LINE_STEP = 1.3
STEP = 2.0
NARROWEST_GUTTER = 4.0
FEWEST_LINES = 4
WORDS_OF_PROSE = 4
WORDS_BESIDE, FLOWING = 2, 0.2
DEEPEST = 3
"""A page of eight columns is a table."""

Line = Sequence["Piece"]


class Letter(NamedTuple):
    """`drawn`: false for the spaces and line ends that pdfium adds."""

    char: str
    left: float
    bottom: float
    right: float
    top: float
    drawn: bool


@dataclass
class Word:
    text: str
    left: float
    right: float


@dataclass
class Piece:
    left: float
    bottom: float
    right: float
    top: float
    words: list[Word] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def split(self, at: float) -> "list[Piece]":
        """In two at the word that starts here, or as it is."""
        cut = next((i for i, word in enumerate(self.words) if i and abs(word.left - at) < 2), None)
        if cut is None:
            return [self]
        left, right = self.words[:cut], self.words[cut:]
        return [
            Piece(self.left, self.bottom, left[-1].right, self.top, left),
            Piece(right[0].left, self.bottom, self.right, self.top, right),
        ]


def pieces(letters: Iterable[Letter]) -> list[Piece]:
    made: list[Piece] = []
    here: Piece | None = None
    blanks = 0
    for letter in letters:
        if not letter.drawn or letter.char.isspace():
            blanks += 3 if letter.char == "\n" else 1
            if letter.drawn and here is not None and _same_line(here, letter):
                here.right = max(here.right, letter.right)
            continue
        if here is not None and blanks < 3 and _follows(here, letter):
            _add(here, letter, blanks > 0)
        else:
            here = Piece(letter.left, letter.bottom, letter.right, letter.top)
            here.words.append(Word(letter.char, letter.left, letter.right))
            made.append(here)
        blanks = 0
    return [piece for line in lines_of(made) for piece in _justified(line)] if _any_stretched(made) else made


def _any_stretched(made: Sequence[Piece]) -> bool:
    return sum(len(piece.words) == 1 for piece in made) > FEWEST_STRETCHED


def _justified(line: Line) -> Iterator[Piece]:
    """A line that fills its column has the same wide gap between all its words: those are spaces, and no cells."""
    at = 0
    while at < len(line):
        end = at + 1
        while end < len(line) and _stretched(line, at, end):
            end += 1
        if end - at > FEWEST_STRETCHED:
            run = line[at:end]
            words = [word for piece in run for word in piece.words]
            bottom, top = min(piece.bottom for piece in run), max(piece.top for piece in run)
            yield Piece(run[0].left, bottom, run[-1].right, top, words)
        else:
            yield from line[at:end]
        at = end


def _stretched(line: Line, at: int, end: int) -> bool:
    """Whether the gap before this piece is that between the pieces before it."""
    first, gap = line[at + 1].left - line[at].right, line[end].left - line[end - 1].right
    same = abs(gap - first) <= max(EQUAL * first, 0.5)
    return 0 < gap < WIDEST_STRETCH * line[at].height and same and abs(line[end].height - line[at].height) < 0.5


def _add(piece: Piece, letter: Letter, spaced: bool) -> None:
    word = piece.words[-1]
    if spaced or letter.left - piece.right > WORD_GAP * piece.height:
        piece.words.append(Word(letter.char, letter.left, letter.right))
    else:
        word.text += letter.char
        word.right = max(word.right, letter.right)
    piece.right, piece.left = max(piece.right, letter.right), min(piece.left, letter.left)
    piece.top, piece.bottom = max(piece.top, letter.top), min(piece.bottom, letter.bottom)


def _same_line(piece: Piece, letter: Letter) -> bool:
    overlap = min(piece.top, letter.top) - max(piece.bottom, letter.bottom)
    return overlap > 0.5 * min(piece.height, letter.top - letter.bottom)


def _follows(piece: Piece, letter: Letter) -> bool:
    gap = letter.left - piece.right
    wide = GAP_AFTER_MARK if len(piece.words) == 1 and MARK.fullmatch(piece.words[0].text) else WIDE_GAP
    return _same_line(piece, letter) and -0.6 * piece.height < gap < wide * piece.height


def lines_of(found: Sequence[Piece]) -> list[Line]:
    """From top to bottom, and from left to right in each line."""
    made: list[list[Piece]] = []
    for piece in sorted(found, key=lambda p: (-p.middle, p.left)):
        line = made[-1] if made else None
        if line is not None and abs(line[0].middle - piece.middle) < 0.3 * min(line[0].height, piece.height):
            line.append(piece)
        else:
            made.append([piece])
    return [sorted(line, key=lambda p: p.left) for line in made]


def blocks(found: Sequence[Piece], depth: int = 0) -> Iterator[list[Line]]:
    """The parts of a page in reading order, each as its lines."""
    gutter = _gutter(found) if depth < DEEPEST else None
    if gutter is None:
        if found:
            yield lines_of(found)
        return
    for crosses, lines in groupby(_marked(lines_of(found), gutter), lambda marked: marked[0]):
        band = [piece for _, line in lines for piece in line]
        if crosses:
            yield lines_of(band)
        else:
            yield from blocks([piece for piece in band if piece.right <= gutter], depth + 1)
            yield from blocks([piece for piece in band if piece.left >= gutter], depth + 1)


def _marked(lines: Sequence[Line], gutter: float) -> Iterator[tuple[bool, Line]]:
    """Each line with whether it crosses the gutter, or ends a paragraph that does."""
    above: Line | None = None
    for line in lines:
        crosses = any(piece.left < gutter < piece.right for piece in line)
        if not crosses and above is not None:
            near = above[0].middle - line[0].middle < LINE_STEP * line[0].height
            crosses = near and all(piece.right <= gutter for piece in line)
        yield crosses, line
        above = line if crosses else None


def _gutter(found: Sequence[Piece]) -> float | None:
    """The middle of the strip between two columns: the widest of the strips that the fewest pieces cross."""
    if len(found) < 2 * FEWEST_LINES:
        return None
    start, end = min(p.left for p in found), max(p.right for p in found)
    places = [start + i * STEP for i in range(1, int((end - start) / STEP) + 1)]
    crossed = [_crossed(found, at) for at in places]
    least = min((count for count in crossed if count is not None), default=None)
    if least is None:
        return None
    strips = [
        [at for at, _ in run] for same, run in groupby(zip(places, crossed, strict=True), _crossed_by(least)) if same
    ]
    widest = max(strips, key=len)
    return (widest[0] + widest[-1]) / 2 if widest[-1] - widest[0] + STEP > NARROWEST_GUTTER else None


def _crossed_by(count: int) -> Callable[[tuple[float, int | None]], bool]:
    return lambda place: place[1] == count


def _crossed(found: Sequence[Piece], at: float) -> int | None:
    """How many pieces cross this line from top to bottom; None when it does not part two columns of prose."""
    left = [p for p in found if p.right <= at]
    right = [p for p in found if p.left >= at]
    crossing = len(found) - len(left) - len(right)
    if min(len(left), len(right)) < max(FEWEST_LINES, crossing):
        return None
    top = min(max(p.top for p in left), max(p.top for p in right))
    bottom = max(min(p.bottom for p in left), min(p.bottom for p in right))
    if top - bottom < 0.3 * min(_tall(left), _tall(right)):
        return None
    fewest, most = sorted((_words(left), _words(right)))
    beside = crossing == 0 and most >= WORDS_OF_PROSE and fewest >= WORDS_BESIDE and (_flows(left) or _flows(right))
    return crossing if fewest >= WORDS_OF_PROSE or beside else None


def _flows(found: Sequence[Piece]) -> bool:
    """Running text, with short lines beside it (a box, a list of names): many of its lines go on in a small letter."""
    small = sum(piece.text[:1].islower() for piece in found)
    return _words(found) >= WORDS_OF_PROSE and small >= FLOWING * len(found)


def _tall(found: Sequence[Piece]) -> float:
    return max(p.top for p in found) - min(p.bottom for p in found)


def _words(found: Sequence[Piece]) -> float:
    return median(len(piece.words) for piece in found)
