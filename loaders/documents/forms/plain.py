"""txt, md, csv, yaml and json: the text is what the file says, character for character.

Markdown has zones: headings, quotes, list items, tables, captions, comments and code. yaml and json have cells.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from loaders.documents.document import Span, Table, Text, Zone, refuse
from loaders.documents.forms.encoding import decode
from loaders.documents.markup import compose, flat

HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$")
ITEM = re.compile(r"\s{0,12}(?:[-*+•]|\d{1,3}[.)])[ \t]+")
QUOTE = re.compile(r" {0,3}>[ \t]?")
FENCE = re.compile(r" {0,3}(```|~~~)")
RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-*:?\s*)*")
UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*$")
HIGH, LOW = r"\\u[dD][89abAB][0-9a-fA-F]{2}", r"\\u[dD][c-fC-F][0-9a-fA-F]{2}"
ESCAPE = re.compile(rf"(?P<goed>\\\\|{HIGH}{LOW})|{HIGH}|{LOW}|\\u0000")
"""Escapes of json and yaml for half a character, or none. `\\\\` and a whole pair are passed over."""
LONGEST = 2_000
"""A line of markup is shorter; a longer one is not looked at."""


def read(content: bytes, name: str) -> Text:
    text, notices = decode(content, name)
    return Text(text, meldingen=notices)


def read_yaml(content: bytes, name: str) -> Text:
    return _with_cells(content, name, "yaml")


def read_json(content: bytes, name: str) -> Text:
    return _with_cells(content, name, "json")


def _with_cells(content: bytes, name: str, form: str) -> Text:
    text = read(content, name)
    _check_halves(text.tekst, name)
    return replace(text, cellen=flat(compose(text.tekst, name, form))) if text.tekst.strip() else text


def _check_halves(text: str, name: str) -> None:
    """`\\ud83d` without its other half, and `\\u0000`, stand for no character."""
    for found in ESCAPE.finditer(text):
        if found["goed"] is None:
            line = text.count("\n", 0, found.start()) + 1
            column = found.start() - text.rfind("\n", 0, found.start())
            said = f"{found[0]} is geen heel teken. Haal het weg, of zet er het hele teken neer."
            raise refuse("TEKENSET", name, said, line, column)


def read_markdown(content: bytes, name: str) -> Text:
    text, notices = decode(content, name)
    lines = [*_lines(text)]
    tables = [*_tables(lines)]
    zones = [*_comments(text), *_zones(lines), *(Zone("tabel", t.start, t.end) for t in tables)]
    zones += _images(text)
    return Text(text, tuple(sorted(zones, key=lambda z: (z.start, -z.end))), tuple(tables), meldingen=notices)


class _Line(NamedTuple):
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for raw in text.split("\n"):
        yield _Line(at, raw.rstrip())
        at += len(raw) + 1


def _zones(lines: list[_Line]) -> Iterator[Zone]:
    fence: tuple[str, int] | None = None
    for line, below in zip(lines, [*lines[1:], _Line(0, "")], strict=True):
        mark = FENCE.match(line.text)
        if fence is not None:
            if mark and mark[1] == fence[0]:
                yield Zone("code", fence[1], line.end)
                fence = None
        elif mark:
            fence = mark[1], line.start
        elif len(line.text) < LONGEST:
            yield from _zone(line, UNDERLINE.match(below.text[:LONGEST]))
    if fence is not None:
        yield Zone("code", fence[1], lines[-1].end)


def _zone(line: _Line, under: re.Match[str] | None) -> Iterator[Zone]:
    if heading := HEADING.match(line.text):
        yield Zone("kop", line.start + heading.start(2), line.start + heading.end(2), len(heading[1]))
    elif under and line.text.strip() and "|" not in line.text:
        yield Zone("kop", line.start, line.end, 1 if under[1][0] == "=" else 2)
    elif quote := QUOTE.match(line.text):
        yield Zone("citaat", line.start + quote.end(), line.end)
    elif item := ITEM.match(line.text):
        yield Zone("lijst", line.start + item.end(), line.end)


def _comments(text: str) -> Iterator[Zone]:
    yield from _between(text, "<!--", "-->", "verborgen")


def _images(text: str) -> Iterator[Zone]:
    """The words that stand for a picture are its caption."""
    for zone in _between(text, "![", ")", "bijschrift"):
        if "](" in text[zone.start : zone.end] and zone.end - zone.start < LONGEST:
            yield zone


def _between(text: str, start: str, end: str, soort: str) -> Iterator[Zone]:
    at = text.find(start)
    while at >= 0:
        stop = text.find(end, at + len(start))
        if stop < 0:
            return
        yield Zone(soort, at, stop + len(end))
        at = text.find(start, stop + len(end))


def _tables(lines: list[_Line]) -> Iterator[Table]:
    """A row with bars, a row of dashes under it, and the rows that follow."""
    i = 0
    while i + 1 < len(lines):
        if "|" in lines[i].text and "|" in lines[i + 1].text and RULE.fullmatch(lines[i + 1].text[:LONGEST]):
            rows = [lines[i]]
            i += 2
            while i < len(lines) and "|" in lines[i].text:
                rows.append(lines[i])
                i += 1
            yield Table(rows[0].start, rows[-1].end, tuple(tuple(_cells(row)) for row in rows), 1)
        else:
            i += 1


def _cells(line: _Line) -> Iterator[Span]:
    inner = line.text.strip().removeprefix("|").removesuffix("|")
    at = line.start + line.text.index(inner)
    for part in inner.split("|"):
        bare = part.strip()
        start = at + (part.index(bare) if bare else 0)
        yield Span(start, start + len(bare))
        at += len(part) + 1
