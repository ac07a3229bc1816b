"""A copy as a file: gzip around lines of JSON. The first says what it is, the last that it is whole.

    {"kopie":"opdeplank","vorm":1,"migratie":4,"graafversie":12}
    [["Document"],{"id":"bron:…", …},[["GELADEN_MET","Lading","lading:…",{…}]]]
    …
    {"einde":"opdeplank","knopen":22786,"relaties":26521,"sha256":"…"}

Two copies of the same graph are the same lines, whatever engine it stands in: nothing here says when or where. `sha256`
is of all lines before the last.
"""

import gzip
import hashlib
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

import orjson

from graph.copying import node_line
from graph.copying.node_line import Record
from graph.upkeep import migrations
from opdeplank.graph.own_file import OWNER_ONLY, aside
from opdeplank.terminal.refused import Refused

NAME, FORM = "opdeplank", 1
LEVEL = 6
FOREIGN = "{path} is geen kopie van Op de Plank."
PARTIAL = "{path} is niet heel: het einde ontbreekt of er is iets in veranderd. Neem een andere kopie."
TOO_NEW = "{path} is gemaakt door een nieuwere versie van Op de Plank. Installeer die versie, en zet dan terug."
UNREADABLE = "{path} is niet te lezen ({why})."
UNWRITABLE = "{path} is niet te schrijven ({why}). Er is geen kopie gemaakt."


@dataclass(frozen=True)
class Head:
    """`migratie`: the last step that was done on what is in it."""

    migratie: int
    graafversie: int


@dataclass(frozen=True)
class Tail:
    knopen: int
    relaties: int
    sha256: str


class Writing:
    """A copy in the making: it has its name when it is whole, and leaves nothing behind when it is not."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._beside = aside(path)
        self._hash = hashlib.sha256()
        self.nodes = self._edges = 0
        self._raw: IO[bytes] | None = None
        self._file: gzip.GzipFile | None = None

    def __enter__(self) -> Self:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._raw = open(os.open(self._beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "wb")
        except OSError as error:
            raise Refused(UNWRITABLE.format(path=self._path, why=error.strerror)) from error
        self._file = gzip.GzipFile("", "wb", LEVEL, self._raw, mtime=0)  # no name and no moment: the same bytes again
        return self

    def begin(self, head: Head) -> None:
        said = {"kopie": NAME, "vorm": FORM, "migratie": head.migratie, "graafversie": head.graafversie}
        self._line(orjson.dumps(said))

    def put(self, line: bytes, edges: int) -> None:
        """A node as `node_line.line` gives it, and how many relationships are on it."""
        self.nodes += 1
        self._edges += edges
        self._line(line)

    def end(self) -> Tail:
        """The copy has its name now. Raises OSError."""
        assert self._file is not None
        assert self._raw is not None
        tail = Tail(self.nodes, self._edges, self._hash.hexdigest())
        said = {"einde": NAME, "knopen": tail.knopen, "relaties": tail.relaties, "sha256": tail.sha256}
        self._file.write(orjson.dumps(said) + b"\n")
        self._file.close()
        self._raw.flush()
        os.fsync(self._raw.fileno())
        self._raw.close()
        self._beside.replace(self._path)
        return tail

    def _line(self, text: bytes) -> None:
        assert self._file is not None
        whole = text + b"\n"
        self._hash.update(whole)
        self._file.write(whole)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._raw is not None:
            self._raw.close()
        self._beside.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise Refused(UNWRITABLE.format(path=self._path, why=error.strerror)) from error


def check(path: Path) -> tuple[Head, Tail]:
    """Read all of it, and say what it is. Raises Refused for what is no copy, not whole, or of a newer program."""
    digest, head, nodes, edges = hashlib.sha256(), None, 0, 0
    last = b""
    for number, line in enumerate(_lines(path)):
        if number == 0:
            head = _head(path, line)
        elif last:
            nodes, edges = nodes + 1, edges + _edges(path, last)
            digest.update(last)
        if number == 0:
            digest.update(line)
        else:
            last = line
    if head is None:
        raise Refused(FOREIGN.format(path=path))
    tail = _tail(last)
    if tail is None or (tail.knopen, tail.relaties, tail.sha256) != (nodes, edges, digest.hexdigest()):
        raise Refused(PARTIAL.format(path=path))
    return head, tail


def records(path: Path) -> Iterator[Record]:
    """What stands in a copy that was checked."""
    return map(node_line.read, lines(path))


def lines(path: Path) -> Iterator[bytes]:
    """The same, a line for each node as it stands there."""
    waiting = b""
    for number, line in enumerate(_lines(path)):
        if waiting:
            yield waiting.removesuffix(b"\n")
        waiting = line if number else b""


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with gzip.open(path, "rb") as file:
            yield from file
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise Refused((PARTIAL if _is_packed(path) else FOREIGN).format(path=path)) from error
    except OSError as error:
        raise Refused(UNREADABLE.format(path=path, why=error.strerror or "geen bestand")) from error


def _is_packed(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == b"\x1f\x8b"


def _head(path: Path, line: bytes) -> Head:
    said = _object(line)
    if said.get("kopie") != NAME or not isinstance(said.get("vorm"), int):
        raise Refused(FOREIGN.format(path=path))
    if said["vorm"] > FORM or said.get("migratie", 0) > len(migrations.known()):
        raise Refused(TOO_NEW.format(path=path))
    return Head(int(said.get("migratie", 0)), int(said.get("graafversie", 0)))


def _tail(line: bytes) -> Tail | None:
    said = _object(line)
    if said.get("einde") != NAME:
        return None
    return Tail(said.get("knopen", -1), said.get("relaties", -1), said.get("sha256", ""))


def _edges(path: Path, line: bytes) -> int:
    try:
        return len(node_line.read(line).edges)
    except ValueError as error:
        raise Refused(PARTIAL.format(path=path)) from error


def _object(line: bytes) -> dict[str, Any]:
    try:
        said = orjson.loads(line)
    except orjson.JSONDecodeError:
        return {}
    return said if isinstance(said, dict) else {}
