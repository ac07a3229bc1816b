"""What was read, in order, with what was read again in its place."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.copying.node_line import Key
from opdeplank.copies.spool import Spool


@pytest.fixture
def spool(tmp_path: Path) -> Iterator[Spool]:
    made = Spool(tmp_path)
    made.add([(Key(0, "b"), b'["b\\t"]', 1), (Key(0, "d"), b'["d"]', 0)])
    made.add([(Key(0, "f"), b'["f"]', 0), (Key(1, "a"), b'["1a"]', 2)])
    yield made
    made.close()


def ids(spool: Spool) -> list[str]:
    return [f"{key.place}{key.id}={text.decode()}/{edges}" for key, text, edges in spool.lines()]


def test_what_was_put_in_comes_out(spool: Spool) -> None:
    assert ids(spool) == ['0b=["b\\t"]/1', '0d=["d"]/0', '0f=["f"]/0', '1a=["1a"]/2']


def test_what_was_read_again_is_new_changed_or_gone(spool: Spool) -> None:
    spool.again(Key(0, "a"), (b"nieuw", 0))
    spool.again(Key(0, "d"), (b"anders", 3))
    spool.again(Key(0, "e"), (b"nieuw", 0))
    spool.again(Key(0, "f"), None)
    spool.again(Key(0, "g"), None)
    spool.again(Key(1, "z"), (b"laatste", 0))
    assert ids(spool) == ["0a=nieuw/0", '0b=["b\\t"]/1', "0d=anders/3", "0e=nieuw/0", '1a=["1a"]/2', "1z=laatste/0"]


def test_the_end_is_what_was_said_last(spool: Spool) -> None:
    spool.close_with([(Key(5, "x"), b"x", 0)])
    spool.close_with([(Key(5, "y"), b"y", 0), (Key(4, "z"), b"z", 0)])
    assert ids(spool)[4:] == ["4z=z/0", "5y=y/0"]
