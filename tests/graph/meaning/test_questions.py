"""The model reads no more than it has time for, for everyone in turn, and nothing twice."""

import asyncio
import threading
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pytest

from graph.dutch.spelling import Vocabulary
from graph.meaning import questions
from graph.meaning.encoder import E5, WINDOW, NoModelError
from graph.meaning.questions import Allowed, Busy, Questions
from tests.conftest import leave_out
from tests.work import PATIENCE

pytestmark = pytest.mark.anyio

DUTCH = "jongere met schulden kan niet verder met school omdat niemand de rekeningen kan betalen " * 40
SCRIPTS = {
    "nederlands": DUTCH,
    "chinees": "".join(chr(0x4E00 + 37 * i % 20_000) for i in range(2_000)),
    "koreaans": "".join(chr(0xAC00 + 37 * i % 11_000) for i in range(2_000)),
    "arabisch": "".join(chr(0x621 + 7 * i % 40) for i in range(2_000)),
    "plaatjes": "\U0001f600\U0001f9e0" * 1_000,
    "tekens": ".,;:!?" * 400,
    "letters": "qxzjwvkp" * 300,
    "uitgeschreven": "\ufdfa" * 1_000,
    "een woord": "x" * 2_000,
}


@pytest.fixture(scope="session")
def model(request: pytest.FixtureRequest) -> E5:
    try:
        return E5()
    except NoModelError as error:
        leave_out(request.config, f"vinden op betekenis: {error}")
        raise


class Slow:
    """A model that waits until it may go on, and remembers what it read."""

    name, size = "traag", 4

    def __init__(self) -> None:
        self.may, self.texts = threading.Event(), list[str]()

    def encode(self, texts: Sequence[str], tokens: int = WINDOW) -> Any:
        self.texts += texts
        self.may.wait(10)
        return np.ones((len(texts), self.size), np.float32)


@pytest.fixture
def slow() -> Iterator[Slow]:
    made = Slow()
    yield made
    made.may.set()


def asked(model: Slow, **allowed: Any) -> Questions:
    return Questions(model, Vocabulary(), Allowed(**{"seconds": 10.0, **allowed}))


async def begun(model: Slow) -> None:
    async with asyncio.timeout(PATIENCE):
        while not model.texts:  # noqa: ASYNC110 (a thread tells nobody)
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("most", [16, 128])
def test_tokens_limit_what_the_model_reads_in_any_script(model: E5, script: str, most: int) -> None:
    text = SCRIPTS[script]
    kept = model.cut(text, most)
    assert len(kept) >= 1
    assert model.tokens(kept) <= most
    assert model.tokens(kept) >= most // 2


def test_an_ordinary_question_is_read_whole(model: E5) -> None:
    text = "jongere met schulden kan niet verder met school"
    assert model.cut(text, Allowed().tokens) == text
    assert model.cut(DUTCH, Allowed().tokens).endswith(tuple(DUTCH.split()))  # cut at a word


async def test_a_question_that_was_asked_is_not_worked_out_again(slow: Slow) -> None:
    found = asked(slow)
    slow.may.set()
    first = await found.vectors("schulden", 1)
    assert (await found.vectors("schulden", 1)) is first
    await asyncio.gather(*(found.vectors("eenzaam", 1) for _ in range(20)))
    assert slow.texts == ["schulden", "eenzaam"]
    await found.vectors("schulden", 2)  # the words of the graph have changed
    assert slow.texts == ["schulden", "eenzaam", "schulden"]
    found.close()


async def test_what_is_kept_has_an_end(slow: Slow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "KNOWN", 3)
    found = asked(slow)
    slow.may.set()
    for i in range(5):
        await found.vectors(str(i), 1)
    await found.vectors("4", 1)
    await found.vectors("0", 1)
    assert slow.texts == ["0", "1", "2", "3", "4", "0"]
    found.close()


async def test_everyone_has_his_turn(slow: Slow) -> None:
    found = asked(slow)
    first = [asyncio.create_task(found.vectors(f"a{i}", 1, "veel")) for i in range(5)]
    await begun(slow)
    other = [asyncio.create_task(found.vectors(f"b{i}", 1, "weinig")) for i in range(2)]
    await asyncio.sleep(0)
    slow.may.set()
    await asyncio.gather(*first, *other)
    assert slow.texts == ["a0", "a1", "b0", "a2", "b1", "a3", "a4"]
    found.close()


async def test_who_comes_when_it_is_full_goes_by_words(slow: Slow) -> None:
    found = asked(slow, waiting=2)
    waiting = [asyncio.create_task(found.vectors(str(i), 1, f"wie{i}")) for i in range(3)]
    await begun(slow)
    with pytest.raises(Busy):
        await found.vectors("nog een", 1, "nog iemand")
    slow.may.set()
    await asyncio.gather(*waiting)
    assert len(slow.texts) == 3
    found.close()


async def test_who_has_most_waiting_gives_way(slow: Slow) -> None:
    found = asked(slow, waiting=3)
    many = [asyncio.create_task(found.vectors(f"a{i}", 1, "veel")) for i in range(4)]
    await begun(slow)
    one = asyncio.create_task(found.vectors("b", 1, "weinig"))
    await asyncio.sleep(0)
    slow.may.set()
    await one
    said = await asyncio.gather(*many, return_exceptions=True)
    assert [isinstance(each, Busy) for each in said] == [False, False, False, True]
    found.close()


async def test_who_waits_too_long_goes_by_words_and_the_next_time_it_is_known(slow: Slow) -> None:
    found = asked(slow, seconds=0.05)
    with pytest.raises(Busy):
        await found.vectors("schulden", 1)
    slow.may.set()
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                await found.vectors("schulden", 1)
            except Busy:
                continue
            break
    assert slow.texts == ["schulden"]
    found.close()
