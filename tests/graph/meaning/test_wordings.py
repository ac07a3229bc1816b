"""What wordings share with a question in letters: whole words, parts of compounds, words with a slip."""

import pytest

from graph.meaning import wordings
from graph.meaning.wordings import Wordings

THINGS = {
    "fiets": ["fietsen voor kinderen", "een tweedehands fiets"],
    "huis": ["een huis voor wie op straat staat", "huisvesting van daklozen"],
    "niets": [],
}
IDS = list(THINGS)


def made() -> Wordings:
    found = Wordings()
    for key, pieces in THINGS.items():
        found.put(key, pieces)
    return found


@pytest.mark.parametrize(
    ("text", "best"),
    [("fiets", "fiets"), ("kinderfietsen", "fiets"), ("huisvestng", "huis"), ("De daklozen?", "huis")],
)
def test_who_has_the_letters_of_a_question_shares_most(text: str, best: str) -> None:
    scores = made().scores(text, IDS)
    assert scores is not None
    assert IDS[int(scores.argmax())] == best
    assert 0 < scores.max() <= 1


def test_what_shares_nothing_has_nothing_and_words_without_meaning_share_nothing() -> None:
    for text in ("zonneschijn", "de van een", ""):
        scores = made().scores(text, IDS)
        assert scores is not None
        assert scores.tolist() == [0, 0, 0]


def test_a_thing_that_changed_is_compared_as_it_is_now() -> None:
    found = made()
    found.scores("zwembad", IDS)
    found.put("niets", ["een zwembad"])
    scores = found.scores("zwembad", IDS)
    assert scores is not None
    assert scores[2] > 0


def test_without_things_there_is_nothing_to_share() -> None:
    scores = Wordings().scores("fiets", [])
    assert scores is not None
    assert not len(scores)


def test_too_many_things_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordings, "MOST", 2)
    found = made()
    assert found.scores("fiets", IDS) is None
    found.put("fiets", ["fiets"])
    assert found.scores("fiets", IDS) is None
