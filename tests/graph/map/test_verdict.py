"""Which of four answers it is: pure, from closeness and what the map says."""

from graph.cypher.relevance import Match
from graph.domain.vocabulary import Domein
from graph.map.placing import Plek
from graph.map.verdict import EMPTY_COUNTS, ENOUGH, KNOWN, Uitkomst, answers, kind_of_no, subject


def near(key: str, closeness: float) -> Match:
    return Match(key, "Onderwerp", "", closeness, 0.0, (), 0.0)


EMPTY = Plek("onderwerp:leeg", "Leeg", Domein.SOCIAAL, 0)
FULL = Plek("onderwerp:vol", "Vol", Domein.SOCIAAL, 3)
OUTSIDE = Plek("onderwerp:buiten", "Buiten", Domein.BUITEN, 0)
PLEKKEN = {p.id: p for p in (EMPTY, FULL, OUTSIDE)}


def test_what_is_near_enough_is_an_answer_unless_a_subject_without_anything_is_nearer() -> None:
    assert answers(ENOUGH, [], PLEKKEN)
    assert not answers(ENOUGH - 0.01, [], PLEKKEN)
    assert not answers(ENOUGH + 0.1, [near(EMPTY.id, 0.11 / EMPTY_COUNTS)], PLEKKEN)
    assert answers(ENOUGH + 0.1, [near(FULL.id, 0.9), near(EMPTY.id, 0.1)], PLEKKEN)


def test_what_may_not_be_seen_takes_nothing_off() -> None:
    assert answers(ENOUGH, [near("onderwerp:geheim", 0.9)], PLEKKEN)


def test_a_question_is_about_the_nearest_subject_that_may_be_seen_when_it_is_near_enough() -> None:
    assert subject([near("onderwerp:geheim", 0.9), near(EMPTY.id, KNOWN)], PLEKKEN) == EMPTY
    assert subject([near(EMPTY.id, KNOWN - 0.01)], PLEKKEN) is None
    assert subject([], PLEKKEN) is None


def test_the_kind_of_no_follows_from_where_the_subject_lies() -> None:
    assert kind_of_no(EMPTY, False) is Uitkomst.BEKEND_NIETS
    assert kind_of_no(OUTSIDE, True) is Uitkomst.BUITEN_SOCIAAL_DOMEIN
    assert kind_of_no(Plek("onderwerp:r", "R", Domein.RAND, 0), False) is Uitkomst.BUITEN_SOCIAAL_DOMEIN
    assert kind_of_no(None, True) is Uitkomst.BEKEND_NIETS
    assert kind_of_no(None, False) is Uitkomst.NIET_BEGREPEN
