"""Finished answers: never more than there is room for, whatever their keys are."""

import tracemalloc
from datetime import date

from opdeplank.graphql.cache import Answers, Kept, headers, size

NOW = (1, date(2026, 1, 1))


def kept(body: bytes = b"x") -> Kept:
    return Kept(b'"tag"', headers(b'"tag"', "application/json", len(body)), body)


def test_a_key_counts_in_its_bytes() -> None:
    answers = Answers(most_bytes=1_000_000)
    answers.get(NOW, (b"", ""))
    for number in range(700):
        answers.put(NOW, (b"%d" % number + b"y" * 60_000, "application/json"), kept())
    assert 0 < len(answers.items) < 17
    assert answers.bytes == sum(size(key, answer) for key, answer in answers.items.items()) <= 1_000_000


def test_what_is_counted_is_about_what_it_takes() -> None:
    answers = Answers(most=100_000, most_bytes=3_000_000)
    tracemalloc.start()
    answers.get(NOW, (b"", ""))
    for number in range(4_000):
        answers.put(NOW, (b"%d" % number + b"y" * 100, "application/json"), kept(b"%d" % number + b"z" * 300))
    taken = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(answers.items) > 1_500
    assert taken < 1.2 * answers.bytes


def test_the_answer_used_longest_ago_goes_first() -> None:
    answers = Answers(most=2)
    answers.get(NOW, (b"", ""))
    for key in (b"a", b"b"):
        answers.put(NOW, (key, ""), kept())
    answers.get(NOW, (b"a", ""))
    answers.put(NOW, (b"c", ""), kept())
    assert [key for key, _ in answers.items] == [b"a", b"c"]


def test_one_answer_does_not_push_out_all_others() -> None:
    answers = Answers(most_bytes=1_000_000)
    answers.get(NOW, (b"", ""))
    answers.put(NOW, (b"klein", ""), kept())
    answers.put(NOW, (b"groot", ""), kept(b"x" * 200_000))
    assert [key for key, _ in answers.items] == [b"klein"]


def test_a_newer_graph_empties_it() -> None:
    answers = Answers()
    answers.get(NOW, (b"", ""))
    answers.put(NOW, (b"a", ""), kept())
    assert answers.get((2, NOW[1]), (b"a", "")) is None
    assert (len(answers.items), answers.bytes) == (0, 0)
