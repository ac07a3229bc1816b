"""The text of a document -> lines, and sentences inside paragraphs. Offsets are those of the document.

A paragraph may be wrapped over several lines (pdf, mail): then a line goes on in the next one. A short line, a line
of a list and a heading stand on their own.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.prose.text import abbreviations

END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}(?=\s)")
ABBREVIATIONS = frozenset(
    """drs dr mr ir ing prof mw mevr dhr bijv bv o.a m.b.t t.a.v d.w.z i.p.v n.a.v t.b.v a.u.b ca nr art jl resp e.d
    o.l.v i.s.m i.o nl blz tel st sr jr red enz vs ds gem prov min
    plv wnd weth burg bgm vz voorz secr gem.secr penn dir mdw beleidsmw beleidsmdw coörd adv hgl cie afd org port
    port.houder v.d v d""".split()
) | frozenset([*abbreviations.FUNCTIONS, *abbreviations.PLACES])
ITEM = re.compile(r"[,;][ \t]{0,3}\r?\n\s{0,12}(?=[A-Z])|,\s(?=De\s(?:gemeente|provincie|stichting)\b)")
"""Where a line begins another party or item: what stands there is not of the line above."""
MARK = re.compile(r"(?:[-–—*•▪◦·o>=]|\d{1,2}[.)]|[a-z]\)|…|\.\.\.)\s+|…|\.\.\.")
INITIALS = re.compile(
    r"(?:[^\W\d_a-z]|Th|Ch|Ph|St|Chr|Fr|Joh|IJ|Tj|Sj|Jac)(?:\.(?:[^\W\d_a-z]|Th|Ch|Ph|St|Chr|IJ)){0,7}"
)
"""Without the dot at the end: `A.Th.B`, `Joh`."""
APART = re.compile(r" {3}|\t")
"""Space that sets the cells of a row apart: a line or a name does not go on across it."""
WRAPPED = 55
"""A line at least this long, without an end mark, may go on in the next one."""


NARROW = 22
"""A column of running text is at least this wide."""


class Line(NamedTuple):
    """Without the space around it. `blank` says that an empty line (or the start) comes before it."""

    tekst: str
    start: int
    nummer: int
    blank: bool

    @property
    def end(self) -> int:
        return self.start + len(self.tekst)

    @property
    def mark(self) -> int:
        """Where the text begins behind the mark of a list."""
        found = MARK.match(self.tekst)
        return self.start + (found.end() if found else 0)

    @property
    def is_item(self) -> bool:
        return MARK.match(self.tekst) is not None


class Sentence(NamedTuple):
    """`alinea` is the number of the paragraph; `tekst` has the length of its span, line ends as spaces."""

    tekst: str
    start: int
    end: int
    alinea: int


def lines(text: str) -> Iterator[Line]:
    """The lines that are not blank."""
    at, blank = 0, True
    for number, raw in enumerate(text.split("\n"), 1):
        bare = raw.strip()
        if bare:
            yield Line(bare, at + raw.index(bare[0]), number, blank)
        blank = not bare
        at += len(raw) + 1


def paragraphs(found: list[Line]) -> Iterator[list[Line]]:
    """Lines that belong together: a line goes on when it is long, has no end mark, and the next is no list item."""
    group: list[Line] = []
    for block in _blocks(found):
        width = _column(block)
        for line in block:
            if group and not (_fills(group[-1], line, width) if width else _goes_on(group[-1], line)):
                yield group
                group = []
            group.append(line)
    if group:
        yield group


def _blocks(found: list[Line]) -> Iterator[list[Line]]:
    """Lines without an empty line between them."""
    block: list[Line] = []
    for line in found:
        if line.blank and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _column(block: list[Line]) -> int:
    """The width of a narrow column of running text: short lines, most of which go on in small letters. Else 0."""
    width = max(len(line.tekst) for line in block)
    rest = block[1:]
    if len(block) < 4 or not NARROW <= width < WRAPPED or any(line.is_item or "\t" in line.tekst for line in block):
        return 0
    return width if sum(line.tekst[:1].islower() for line in rest) >= len(rest) * 0.4 else 0


def _fills(line: Line, following: Line, width: int) -> bool:
    """In a narrow column a line goes on when the first word of the next one did not fit behind it."""
    full = len(line.tekst) + 1 + len(following.tekst.split()[0]) > width
    return not following.blank and (full or following.tekst[:1].islower())


def sentences(text: str, found: list[Line], wrapped: bool = True) -> Iterator[Sentence]:
    """`wrapped`: a line may go on in the next one; in a form with elements each line is one."""
    groups = paragraphs(found) if wrapped else ([line] for line in found)
    for number, group in enumerate(groups):
        start, end = group[0].start, group[-1].end
        flat = text[start:end].replace("\n", " ").replace("\r", " ")
        for left, right in _cut(flat):
            yield Sentence(flat[left:right], start + left, start + right, number)


def _goes_on(line: Line, following: Line) -> bool:
    if following.blank or following.is_item or APART.search(line.tekst) or APART.search(following.tekst):
        return False
    if line.tekst[-1] in "-\u2010\u2011\u00ad" and line.tekst[-2:-1].isalpha():
        return True
    if following.tekst[:1].islower() and len(line.tekst) > 25:
        return True
    ended = line.tekst[-1] in '.!?:;”"'
    listed = _looks_listed(line.tekst) or _looks_listed(following.tekst)
    return len(line.tekst) >= WRAPPED and not ended and not listed


def _looks_listed(text: str) -> bool:
    return " – " in text[:80] or " - " in text[:80] or ": " in text[:30]


def _cut(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for stop in END.finditer(text):
        if text[stop.start()] == "." and _abbreviated(text, stop.start()):
            continue
        if text[stop.end() : stop.end() + 3].lstrip()[:1].islower():
            continue
        yield from _trimmed(text, at, stop.end())
        at = stop.end()
    yield from _trimmed(text, at, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _abbreviated(text: str, dot: int) -> bool:
    """Whether the dot belongs to a short form or to initials."""
    start = max(text.rfind(" ", max(0, dot - 15), dot), text.rfind("(", max(0, dot - 15), dot)) + 1
    start = max(start, dot - 15)
    word = text[start:dot].strip("“‘\"'")
    return word.lower() in ABBREVIATIONS or INITIALS.fullmatch(word) is not None
