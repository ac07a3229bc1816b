"""An answer is counted while it is made, and is the same as what it would be at once."""

from typing import Any

import orjson
import pytest

from schema.compile.stages import Pending
from schema.execute.writer import written, written_at_once
from schema.refusals import Refused


def pending(value: Any) -> Pending:
    made = Pending("thema:a")
    made.value = value
    return made


ANSWER: dict[str, Any] = {
    "data": {
        "a": None,
        "b": [],
        "c": [1, 2.5, "x\u2028\"\n", True],
        "d": [{"id": "é", "namen": ["a", None]}, None, {"e": {"f": [{"g": {}}, {}]}}],
        "h": pending([{"naam": "n"}, {"naam": pending(None)}]),
        "i": orjson.Fragment(b'{"types":[1]}'),
    },
    "extensions": {"kosten": 3},
}  # fmt: skip


def test_in_pieces_it_is_the_same_answer() -> None:
    assert written(ANSWER, 10**6) == written_at_once(ANSWER, 10**6)


def test_what_is_too_long_is_refused_before_all_of_it_is_made() -> None:
    made = []

    class Counted(dict[str, Any]):
        def values(self) -> Any:
            made.append(1)
            return super().values()

    answer = {"data": {"nodes": [Counted(naam="x" * 1_000, themas=[]) for _ in range(1_000)]}}
    with pytest.raises(Refused) as refusal:
        written(answer, 50_000)
    assert refusal.value.extensions["limiet"] == "antwoord"
    assert len(made) < 100
    with pytest.raises(Refused):
        written_at_once(answer, 50_000)
