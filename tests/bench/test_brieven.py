"""A question inside a letter."""

from bench.brieven import EACH, letters

QUESTIONS = [f"Wat kan ik doen als de buurman voor de {n}e keer klaagt" for n in range(9)]


def test_one_in_so_many_becomes_a_letter_that_holds_it_and_more() -> None:
    made = dict(letters(QUESTIONS))
    assert list(made) == [0, EACH, 2 * EACH]
    for number, letter in made.items():
        assert f" {QUESTIONS[number]}. " in letter
        assert len(letter) > 2 * len(QUESTIONS[number])


def test_it_is_the_same_letter_every_time_and_another_for_each_question() -> None:
    assert list(letters(QUESTIONS)) == list(letters(QUESTIONS))
    assert len({letter.partition("\n\n")[2][:40] for _, letter in letters(QUESTIONS)}) > 1


def test_a_few_words_and_what_is_a_letter_already_stay_as_they_are() -> None:
    assert list(letters(["schulden jongeren", "te laat", "x", "Beste, " + "ik vertel dit en dat. " * 30])) == []
