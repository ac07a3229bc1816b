"""Which of four answers it is: pure, from closeness and what the map says."""

from graph.cypher.relevance import Match
from graph.domain.vocabulary import Domein
from graph.dutch.spelling import Vocabulary
from graph.map.coefficients import ENOUGH, SIGNS
from graph.map.placing import Plek
from graph.map.telling import NAMES, Tekens
from graph.map.verdict import KNOWN, Uitkomst, answers, chance, kind_of_no, says_something, subject


def near(key: str, closeness: float) -> Match:
    return Match(key, "Onderwerp", "", closeness, 0.0, (), 0.0)


EMPTY = Plek("onderwerp:leeg", "Leeg", Domein.SOCIAAL, 0)
FULL = Plek("onderwerp:vol", "Vol", Domein.SOCIAAL, 3)
OUTSIDE = Plek("onderwerp:buiten", "Buiten", Domein.BUITEN, 0)
PLEKKEN = {p.id: p for p in (EMPTY, FULL, OUTSIDE)}


def signs(shelf: float, empty: float, full: float) -> Tekens:
    return Tekens((shelf,) * 5, shelf / 4, ((EMPTY.id, empty, empty / 4), (FULL.id, full, full / 4)), 8)


def test_letters_at_random_and_words_that_stand_around_everything_say_nothing() -> None:
    known = Vocabulary()
    for text in ("Schulden van jongeren", "logeer en opvang"):
        known.add(text)
    assert not any(says_something(text, known) for text in ("asdkjh qwe", "hulp", "vertel iets over de gemeente", "?"))
    assert all(says_something(text, known) for text in ("schuld", "jongern", "hulp bij schulden", "logeeropvang"))
    assert says_something("asdkjh", None)
    assert says_something("asdkjh", Vocabulary())


def test_what_is_near_on_the_shelf_is_an_answer_unless_a_subject_without_anything_is_nearer() -> None:
    assert answers(signs(0.5, 0.1, 0.5), PLEKKEN)
    assert not answers(signs(0.1, 0.1, 0.1), PLEKKEN)
    assert not answers(signs(0.3, 0.7, 0.2), PLEKKEN)


def test_the_nearer_the_shelf_the_surer_and_the_nearer_an_empty_subject_the_less() -> None:
    assert chance(signs(0.5, 0.3, 0.3), PLEKKEN) > chance(signs(0.4, 0.3, 0.3), PLEKKEN)
    assert chance(signs(0.4, 0.4, 0.3), PLEKKEN) < chance(signs(0.4, 0.3, 0.3), PLEKKEN)
    assert 0 < chance(Tekens((), 0.0, (), 0), {}) < ENOUGH


def test_each_sign_has_its_weight() -> None:
    assert tuple(name for name, *_ in SIGNS) == NAMES


def test_a_question_is_about_the_nearest_subject_that_may_be_seen_when_it_is_near_enough() -> None:
    assert subject([near("onderwerp:geheim", 0.9), near(EMPTY.id, KNOWN)], PLEKKEN) == EMPTY
    assert subject([near(EMPTY.id, KNOWN - 0.01)], PLEKKEN) is None
    assert subject([], PLEKKEN) is None


def test_the_kind_of_no_follows_from_where_the_subject_lies() -> None:
    assert kind_of_no(EMPTY, False) is Uitkomst.BEKEND_NIETS
    assert kind_of_no(OUTSIDE, True) is Uitkomst.BUITEN_SOCIAAL_DOMEIN
    assert kind_of_no(Plek("onderwerp:r", "R", Domein.RAND, 0), False) is Uitkomst.BEKEND_NIETS
    assert kind_of_no(None, True) is Uitkomst.BEKEND_NIETS
    assert kind_of_no(None, False) is Uitkomst.NIET_BEGREPEN
