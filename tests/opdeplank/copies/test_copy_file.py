"""The file of a copy: whole, or refused with a sentence that says what to do."""

import gzip
from pathlib import Path

import orjson
import pytest

from graph.copying import node_line
from graph.copying.node_line import Edge, Record
from opdeplank.copies import copy_file
from opdeplank.copies.copy_file import Head, Tail, Writing
from opdeplank.terminal.refused import Refused

WET = Record(("Entiteit", "Wet"), {"id": "wet:a", "naam": "A\tB\n"}, (Edge("X", "Entiteit", "wet:b", {"id": "1"}),))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return made(tmp_path / "a.gz")


def made(path: Path) -> Path:
    with Writing(path) as writing:
        writing.begin(Head(4, 12))
        writing.put(node_line.line(WET), 1)
        writing.end()
    return path


def test_what_was_written_is_read(copy: Path) -> None:
    head, tail = copy_file.check(copy)
    assert head == Head(4, 12)
    assert (tail.knopen, tail.relaties) == (1, 1)
    assert [*copy_file.records(copy)] == [WET]
    assert copy.stat().st_mode & 0o777 == 0o600


def test_the_same_graph_gives_the_same_bytes(copy: Path, tmp_path: Path) -> None:
    assert made(tmp_path / "b" / "elders.gz").read_bytes() == copy.read_bytes()


def test_a_copy_that_was_not_finished_leaves_nothing(tmp_path: Path) -> None:
    with Writing(tmp_path / "a.gz") as writing:
        writing.begin(Head(4, 12))
    assert not [*tmp_path.iterdir()]


def test_a_part_of_a_copy_is_refused_wherever_it_ends(copy: Path, tmp_path: Path) -> None:
    whole = copy.read_bytes()
    for length in range(2, len(whole), 7):
        (tmp_path / "deel.gz").write_bytes(whole[:length])
        with pytest.raises(Refused, match=r"deel\.gz is niet heel"):
            copy_file.check(tmp_path / "deel.gz")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda lines: lines[:-1], "niet heel"),
        (lambda lines: [lines[0], lines[1].replace(b"wet:a", b"wet:z"), lines[2]], "niet heel"),
        (lambda lines: [lines[0], lines[2]], "niet heel"),
        (lambda lines: [lines[0], lines[1], lines[1], lines[2]], "niet heel"),
        (lambda lines: [*lines, lines[1]], "niet heel"),
        (lambda lines: [lines[0], b"[1]", lines[2]], "niet heel"),
        (lambda lines: lines[1:], "geen kopie"),
        (lambda lines: [], "geen kopie"),
        (lambda lines: [b"naam,code", b"Almere,GM0034"], "geen kopie"),
        (lambda lines: [lines[0].replace(b'"vorm":1', b'"vorm":2'), *lines[1:]], "nieuwere versie"),
        (lambda lines: [lines[0].replace(b'"migratie":4', b'"migratie":999'), *lines[1:]], "nieuwere versie"),
    ],
)
def test_what_is_no_whole_copy_is_refused(copy: Path, change, said: str) -> None:  # type: ignore[no-untyped-def]
    lines = gzip.decompress(copy.read_bytes()).splitlines()
    copy.write_bytes(gzip.compress(b"".join(line + b"\n" for line in change(lines))))
    with pytest.raises(Refused, match=said):
        copy_file.check(copy)


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_text("geen gzip")
    with pytest.raises(Refused, match="geen kopie van Op de Plank"):
        copy_file.check(tmp_path / "a.gz")
    with pytest.raises(Refused, match="niet te lezen"):
        copy_file.check(tmp_path / "ontbreekt.gz")
    with pytest.raises(Refused, match="niet te lezen"):
        copy_file.check(tmp_path)


def test_a_place_where_nothing_can_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")
    with pytest.raises(Refused, match="niet te schrijven"), Writing(tmp_path / "bestand" / "a.gz"):
        pass


def test_the_end_says_how_much_there_is(copy: Path) -> None:
    last = gzip.decompress(copy.read_bytes()).splitlines()[-1]
    assert Tail(**{k: v for k, v in orjson.loads(last).items() if k != "einde"}) == copy_file.check(copy)[1]
