"""Who is meant, sentence by sentence."""

from loaders.prose.people.mentions import Mentions
from loaders.prose.people.people import Name
from tests.loaders.prose import reader


def named(name: Name | None) -> str | None:
    return name.tekst if name else None


def rows(text: str) -> list[list[str]]:
    return [[mention.name.tekst for mention in row] for row in Mentions(reader.seen(text)).rows]


def test_a_surname_a_first_name_and_initials_are_the_one_full_name() -> None:
    text = "Egbert Kolk kwam. Daarna sprak Kolk. Egbert lachte. E. Kolk ging. Bos bleef."
    assert rows(text) == [["Egbert Kolk"], ["Egbert Kolk"], ["Egbert Kolk"], ["Egbert Kolk"], []]


def test_a_mention_stands_where_it_is_said_and_knows_a_preposition() -> None:
    text = "Egbert Kolk kwam. Wij spraken met Kolk."
    [[first], [second]] = Mentions(reader.seen(text)).rows
    assert (text[second.start : second.end], first.object, second.object) == ("Kolk", False, True)


def test_a_place_is_nobody_unless_somebody_is_called_so() -> None:
    assert rows("Lianne Stein kwam. Stein is lector. In Stein regent het.")[1:] == [["Lianne Stein"], []]
    assert rows("Wij gaan naar Stein.") == [[]]


def test_a_pronoun_means_the_last_subject_before_it() -> None:
    said = Mentions(reader.seen("Anna Bos belde met Piet Vos. Zij lachte."))
    assert named(said.before(1)) == "Anna Bos"
    assert said.before(0) is None


def test_who_a_text_is_about_and_who_wrote_it() -> None:
    text = "Door Els Kok.\n\nAnna Bos kwam. Anna Bos zag. Anna Bos won. Piet Vos keek.\n"
    said = Mentions(reader.seen(text))
    assert (named(said.hero), named(said.author)) == ("Anna Bos", "Els Kok")
    assert Mentions(reader.seen("Anna Bos kwam. Piet Vos keek.")).hero is None


def test_a_name_alone_is_a_heading_and_one_with_a_colon_a_speaker() -> None:
    said = Mentions(reader.seen("ANNA BOS\nWas griffier.\n\nPiet Vos: Toen was ik griffier. Dat was lang geleden.\n"))
    assert named(said.heading(1)) == "ANNA BOS"
    assert [named(said.speaker(number)) for number in (1, 2, 3)] == [None, "Piet Vos", "Piet Vos"]
