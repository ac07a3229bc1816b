from typing import Any, cast

import pytest

from graph.dutch.spelling import Vocabulary
from graph.search.unanswered import Unanswered
from opdeplank.graph.no_persons import LONGEST, without_persons
from opdeplank.graph.question_counter import MOST_WAITING, Counting
from tests.fake_store import FakeStore


class Words:
    words = Vocabulary()


async def _heard(counting: Counting, texts: list[str]) -> list[str]:
    for text in texts:
        counting.hear(Unanswered(text, None, None))
    return [counting._waiting.get_nowait().tekst for _ in range(counting._waiting.qsize())]


@pytest.mark.anyio
async def test_what_waits_to_be_counted_has_a_size() -> None:
    counting = Counting(FakeStore().as_store(), cast(Any, Words()))
    waiting = await _heard(counting, ["x" * 90_000] * 1_000)
    assert len(waiting) == MOST_WAITING
    assert sum(map(len, waiting)) <= MOST_WAITING * (LONGEST + 1)
    assert without_persons(waiting[0], lambda word: True) is None, "too long to keep, before and after"
    assert await _heard(counting, ["een gewone vraag"]) == ["een gewone vraag"]
