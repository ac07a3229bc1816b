"""Lines of a page -> paragraphs, list items, headings and tables on a canvas.

A line goes on in the next one when the next word did not fit any more. Short lines say nothing of what fits, and lines
that all have a dash are a list: taking two of those together would make a claim that nobody wrote, so when in doubt a
line ends where it ends. Lines with cells that start at the same places are a table, whose rows are apart by more than
the lines of one cell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.documents.forms.canvas import LINE, PARAGRAPH, Canvas
from loaders.documents.forms.layout import WORD_GAP, Line, Piece, blocks

PARAGRAPH_STEP = 1.35
"""Of the usual step from line to line."""
OVERLAP = 0.15
SPREAD = 0.1
CELL_STEP = 1.6
MOST_LINES_IN_CELL = 4
FULL = 0.85
MOSTLY = 0.7
SHORTEST_MEASURE = 16
"""Times the height of a letter, some 35 letters: a column of prose is wider, a line of a list may be anything."""
FEWEST_FULL = 3
DASH = re.compile(r"\s[–—-]\s")
SLACK = 1.3
BULLET = re.compile(r"(?:[-–—•·▪●○■*>]|\d{1,2}[.)]|[a-z][.)])\s")
GOES_ON = re.compile(r"(?:[,–—&(/-]|\b(?:van|de|het|een|der|den|en|of|bij|voor|gemeente|ministerie|te|ten|in|met))$")
COMPOUND = frozenset("oud ex vice niet non semi pro anti pre post co".split())
HEAD_SIZES = ((1.6, 1), (1.3, 2), (1.12, 3))
LONGEST_HEAD = 160


@dataclass(frozen=True)
class Style:
    """The height of the letters in most of the text."""

    body: float

    @classmethod
    def of(cls, found: Sequence[Piece]) -> "Style":
        heights = sorted(piece.height for piece in found for _ in piece.words)
        return cls(heights[len(heights) // 2] if heights else 10.0)

    def level(self, piece: Piece) -> int:
        """Of a heading, or 0."""
        return next((level for times, level in HEAD_SIZES if piece.height >= times * self.body), 0)


def write(canvas: Canvas, found: Sequence[Piece], style: Style) -> None:
    for lines in blocks(found):
        canvas.gap(PARAGRAPH)
        _write_block(canvas, lines, style)
        canvas.gap(PARAGRAPH)


def _write_block(canvas: Canvas, lines: Sequence[Line], style: Style) -> None:
    pitch = _pitch(lines)
    edge = _edge(lines)
    i = 0
    while i < len(lines):
        rows = _table(lines, i, pitch)
        if rows > 1:
            _write_table(canvas, lines[i : i + rows])
        else:
            rows = _paragraph(lines, i, pitch, edge)
            _write_paragraph(canvas, lines[i : i + rows], style)
        i += rows
        if i < len(lines) and _apart(lines[i - 1], lines[i]) > PARAGRAPH_STEP * pitch:
            canvas.gap(PARAGRAPH)
        canvas.gap(LINE)


def _pitch(lines: Sequence[Line]) -> float:
    """The usual step from line to line: less is within a line, more is mostly between paragraphs."""
    steps = [_apart(above, below) for above, below in pairwise(lines)]
    steps = sorted(step for step, line in zip(steps, lines, strict=False) if step > 0.8 * line[0].height)
    return steps[len(steps) // 4] if steps else 12.0


def _apart(above: Line, below: Line) -> float:
    return above[0].middle - below[0].middle


# paragraphs


@dataclass(frozen=True)
class _Edge:
    """Where lines end that are as long as they may be; `full`: whether most lines are."""

    right: float
    full: bool


def _edge(lines: Sequence[Line]) -> _Edge | None:
    """None when there is no telling: the lines are few, short, or of all lengths."""
    left, right = min(line[0].left for line in lines), max(line[-1].right for line in lines)
    reach = [line[-1].right - left > FULL * (right - left) for line in lines[:-1]]
    if right - left < SHORTEST_MEASURE * lines[0][0].height or sum(reach) < FEWEST_FULL:
        return None
    return _Edge(right, sum(reach) >= MOSTLY * len(reach))


def _paragraph(lines: Sequence[Line], start: int, pitch: float, edge: _Edge | None) -> int:
    """How many lines from here make one paragraph."""
    end = start + 1
    while end < len(lines) and _apart(lines[end - 1], lines[end]) <= PARAGRAPH_STEP * pitch:
        end += 1
    here = _edge(lines[start:end]) or edge  # these lines show their own edge, or have that of their column
    count = 1
    while here and start + count < end and _goes_on(lines[start + count - 1], lines[start + count], here):
        count += 1
    return count


def _goes_on(line: Line, below: Line, edge: _Edge) -> bool:
    here, after = line[-1], below[0]
    if len(line) > 1 or len(below) > 1 or abs(here.height - after.height) > 0.1 * here.height:
        return False
    if BULLET.match(after.text) or here.text.endswith(":") or (DASH.search(here.text) and DASH.search(after.text)):
        return False
    word = after.words[0]
    needed = (WORD_GAP * here.height + word.right - word.left) * (SLACK if edge.full else 1)
    if here.right + needed <= edge.right:
        return False
    return edge.full or not word.text[0].isupper() or GOES_ON.search(here.text) is not None


def _write_paragraph(canvas: Canvas, lines: Sequence[Line], style: Style) -> None:
    text = "\t".join(piece.text for piece in lines[0])
    for line in lines[1:]:
        text = _joined(canvas, text, line[0].text)
    level = style.level(lines[0][0]) if len(text) < LONGEST_HEAD else 0
    with canvas.zone("kop" if level else "lijst" if BULLET.match(text) else None, level):
        canvas.write(text)


def _joined(canvas: Canvas, above: str, below: str) -> str:
    """`gemeen-` and `te` -> `gemeente`; `oud-` and `minister`, `Noord-` and `Holland` keep their hyphen."""
    if not above.endswith(("-", "\u00ad")) or not above[-2:-1].isalpha() or below.split()[0] in ("en", "of"):
        return f"{above} {below}"
    stem = above[:-1].rpartition(" ")[2].lower()
    if above.endswith("-") and (not below[0].islower() or stem in COMPOUND):
        return above + below
    canvas.joined += 1
    return above[:-1] + below


# tables


def _table(lines: Sequence[Line], start: int, pitch: float) -> int:
    """How many lines from here are a table: cells, or one cell within a column of the lines above."""
    count, full = 0, 0
    starts = [piece.left for piece in lines[start]]
    for above, line in pairwise([lines[start], *lines[start:]]):
        parts = [part for piece in line for part in _cut(piece, starts)]
        if len(parts) > 1 and _is_row(parts, starts, _apart(above, line), pitch):
            full += 1
            starts = sorted({*starts, *(part.left for part in parts if not _near(part.left, starts))})
        elif len(parts) > 1 or not count or not _is_in_cell(line[0], starts, _apart(above, line)):
            break
        count += 1
    return count if full > 1 else 0


def _is_row(parts: Sequence[Piece], starts: Sequence[float], apart: float, pitch: float) -> bool:
    """Cells of which one starts where a cell above does, not too far below it."""
    return apart <= 3 * pitch and any(_near(part.left, starts) for part in parts)


def _is_in_cell(piece: Piece, starts: Sequence[float], apart: float) -> bool:
    """One more line of a cell: right below the line above, and within its column."""
    return apart <= CELL_STEP * piece.height and _within_column(piece, starts)


def _near(left: float, starts: Sequence[float]) -> bool:
    return any(abs(left - start) < 6 for start in starts)


def _within_column(piece: Piece, starts: Sequence[float]) -> bool:
    ends = [*starts[1:], float("inf")]
    return any(
        abs(piece.left - start) < 6 and (piece.right < end if end != float("inf") else start != starts[0])
        for start, end in zip(starts, ends, strict=True)
    )


def _write_table(canvas: Canvas, lines: Sequence[Line]) -> None:
    starts = _columns(lines)
    canvas.begin_table()
    for row in _rows(lines, starts):
        cells = ["" for _ in starts]
        for part in (part for line in row for piece in line for part in _cut(piece, starts)):
            column = _column(part, starts)
            cells[column] = f"{cells[column]} {part.text}".strip()
        canvas.begin_row()
        for cell in cells:
            canvas.begin_cell()
            canvas.write(cell)
            canvas.end_cell()
        canvas.end_row()
    canvas.end_table()


def _columns(lines: Sequence[Line]) -> list[float]:
    """Where columns start: at the left of pieces, taken together when they are near each other."""
    starts: list[float] = []
    for left in sorted(piece.left for line in lines if len(line) > 1 for piece in line):
        if not starts or left - starts[-1] > lines[0][0].height:
            starts.append(left)
    return starts


def _column(piece: Piece, starts: Sequence[float]) -> int:
    return max((i for i, start in enumerate(starts) if piece.left >= start - 2), default=0)


def _cut(piece: Piece, starts: Sequence[float]) -> list[Piece]:
    """Cells so near each other that they looked like one."""
    for start in starts:
        if piece.left + 2 < start < piece.right:
            parts = piece.split(start)
            if len(parts) > 1:
                return [parts[0], *_cut(parts[1], starts)]
    return [piece]


def _rows(lines: Sequence[Line], starts: Sequence[float]) -> list[list[Line]]:
    """Lines of one row together: they overlap, or are nearer than rows are. Else a row starts in its first column."""
    rows = _by_gaps(lines)
    if rows and not any(len(row) > MOST_LINES_IN_CELL or sum(_fills(line, starts) for line in row) > 1 for row in rows):
        return rows
    rows = []
    for line in lines:
        if rows and all(_column(piece, starts) for piece in line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _by_gaps(lines: Sequence[Line]) -> list[list[Line]]:
    """Rows by the gaps between lines; none when all gaps are alike and none overlaps, since then no gap ends a row."""
    height = lines[0][0].height
    gaps = [min(p.bottom for p in above) - max(p.top for p in below) for above, below in pairwise(lines)]
    apart = [gap for gap in gaps if gap > -OVERLAP * height]
    if not apart:
        return []
    narrow = min(apart) if max(apart) - min(apart) > SPREAD * height else -OVERLAP * height
    if narrow < 0 and len(apart) == len(gaps) and max(apart) - min(apart) <= SPREAD * height:
        return []
    rows = [[lines[0]]]
    for gap, line in zip(gaps, lines[1:], strict=True):
        if gap > narrow + (SPREAD * height if narrow > -OVERLAP * height else 0):
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _fills(line: Line, starts: Sequence[float]) -> bool:
    """Whether every column has something on this line."""
    return {_column(part, starts) for piece in line for part in _cut(piece, starts)} == set(range(len(starts)))
