"""A copy and what changed since, in a folder: one file for the whole, and one for each step after it.

    basis-000000000012.gz                    a copy as `bewaar` makes it, of version 12
    stuk-000000000012-000000000015.gz        what the versions 13 to 15 wrote
    stuk-000000000015-000000000015.gz        what stands for the whole changed, and no version rose

A piece is gzip around lines. The first says what it is and the last that it is whole; between them stands, of each
node that changed, where its line has its place in a copy, and that line as it is now (nothing: the node is gone). What
stands at the end of a copy is few, and is there in full. So what the pieces are laid upon becomes the copy that
`bewaar` would make at that moment, byte for byte.
"""

import gzip
import hashlib
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from graph.copying import node_line
from graph.copying.node_line import Key, seek_of, seeks
from graph.domain.reader import Model
from opdeplank.copies import copy_file
from opdeplank.copies.copy_file import Head, Tail, Writing
from opdeplank.copies.spool import Line, Spool
from opdeplank.copies.taking import LAST
from opdeplank.graph.own_file import written
from opdeplank.terminal.refused import Refused

NAME, FORM, LEVEL = "opdeplank-stuk", 1, 6
BASIS = re.compile(r"basis-(\d{12})\.gz")
PIECE = re.compile(r"stuk-(\d{12})-(\d{12})(?:-\d{6})?\.gz")
NOTHING = "In {folder} staat geen spoor. Begin er een met: opdeplank volg {folder}"
HOLE = "In {folder} ontbreekt een stuk na versie {version}. Wat ervoor staat is goed; neem anders een kopie van bewaar."
PARTIAL = "{path} is niet heel. Haal het weg, met alles dat later is: dan krijg je wat ervoor stond."
Change = tuple[Key, bytes, int]
"""Where it stands, its line ("" when it is gone), and how many relationships are on it."""


@dataclass(frozen=True)
class TrailPiece:
    """From one version to another, on what was migrated so far."""

    since: int
    until: int
    migration: int
    changes: Sequence[Change]
    last: Sequence[Line]


def basis_name(version: int) -> str:
    return f"basis-{version:012d}.gz"


def piece_path(folder: Path, since: int, until: int) -> Path:
    """One that is not there yet: two pieces may end at the same version."""
    plain = folder / f"stuk-{since:012d}-{until:012d}.gz"
    number = 1
    path = plain
    while path.exists():
        path = plain.with_name(f"{plain.stem}-{number:06d}.gz")
        number += 1
    return path


def basis(folder: Path) -> Path | None:
    """The newest whole of the trail."""
    return max((path for path in folder.glob("basis-*.gz") if BASIS.fullmatch(path.name)), default=None)


def pieces(folder: Path) -> list[Path]:
    """The pieces in the order in which they were made."""
    found = [(match, path) for path in folder.glob("stuk-*.gz") if (match := PIECE.fullmatch(path.name))]
    return [path for match, path in sorted(found, key=lambda each: (each[0][1], each[0][2], each[1].stem))]


def keep(folder: Path, piece: TrailPiece) -> Path:
    """Write a piece; it has its name when it is whole. Raises OSError."""
    head = {"stuk": NAME, "vorm": FORM, "van": piece.since, "tot": piece.until, "migratie": piece.migration}
    lines = [orjson.dumps({**head, "regels": len(piece.changes)})]
    lines += [_written(each) for each in (*piece.changes, *piece.last)]
    digest = hashlib.sha256(b"\n".join(lines)).hexdigest()
    text = b"\n".join([*lines, orjson.dumps({"einde": NAME, "regels": len(lines), "sha256": digest}), b""])
    path = piece_path(folder, piece.since, piece.until)
    written(path, gzip.compress(text, LEVEL, mtime=0))
    return path


def read(path: Path) -> TrailPiece:
    """Raises Refused for what is no piece, or not whole."""
    try:
        *lines, tail = gzip.decompress(path.read_bytes()).removesuffix(b"\n").split(b"\n")
        head, said = _object(lines[0]), _object(tail)
        wanted = {"einde": NAME, "regels": len(lines), "sha256": hashlib.sha256(b"\n".join(lines)).hexdigest()}
        if head.get("stuk") != NAME or said != wanted:
            raise ValueError("not whole")
        found = [_change(line) for line in lines[1:]]
        many = int(head["regels"])
        return TrailPiece(head["van"], head["tot"], head["migratie"], found[:many], found[many:])
    except (OSError, EOFError, zlib.error, ValueError, KeyError, IndexError) as error:
        raise Refused(PARTIAL.format(path=path)) from error


def brought_up(folder: Path, model: Model, path: Path) -> tuple[Head, Tail]:
    """Lay all pieces upon the newest whole, as one copy at `path`. Raises Refused."""
    start = basis(folder)
    if start is None:
        raise Refused(NOTHING.format(folder=folder))
    head, _ = copy_file.check(start)
    spool = Spool(path.parent)
    try:
        _fill(spool, model, start)
        for piece in _chain(folder, head.graafversie):
            for key, text, edges in piece.changes:
                spool.again(key, (text, edges) if text else None)
            spool.close_with(piece.last)
            head = Head(piece.migration, piece.until)
        with Writing(path) as writing:
            writing.begin(head)
            for _, text, edges in spool.lines():
                writing.put(text, edges)
            return head, writing.end()
    finally:
        spool.close()


def _chain(folder: Path, version: int) -> Iterator[TrailPiece]:
    """The pieces from a version on, each beginning where the one before it ended."""
    for path in pieces(folder):
        piece = read(path)
        if piece.until < version or (piece.since < version):  # of an earlier whole
            continue
        if piece.since != version:
            raise Refused(HOLE.format(folder=folder, version=version))
        yield piece
        version = piece.until


def _fill(spool: Spool, model: Model, path: Path) -> None:
    places = {label: place for place, label in enumerate(seeks(model))}
    end = min(places[label] for label in LAST)
    waiting: list[Line] = []
    last: list[Line] = []
    for text in copy_file.lines(path):
        record = node_line.read(text)
        key = Key(places[seek_of(model, record.labels)], str(record.properties["id"]))
        (last if key.place >= end else waiting).append((key, text, len(record.edges)))
        if len(waiting) >= 500:
            spool.add(waiting)
            waiting = []
    if waiting:
        spool.add(waiting)
    spool.close_with(last)


def _written(change: Change) -> bytes:
    key, text, edges = change
    return b"%d\t%s\t%d\t%s" % (key.place, key.id.encode(), edges, text)


def _change(line: bytes) -> Change:
    place, own, edges, text = line.split(b"\t", 3)
    return Key(int(place), own.decode()), text, int(edges)


def _object(line: bytes) -> dict[str, Any]:
    said = orjson.loads(line)
    if not isinstance(said, dict):
        raise ValueError("not an object")
    return said
