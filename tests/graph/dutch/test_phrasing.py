import pytest

from graph.dutch.phrasing import count, lower_first, series, some, upper_first


@pytest.mark.parametrize(
    ("names", "more", "said"),
    [
        ([], {}, ""),
        (["Emmen"], {}, "Emmen"),
        (["Almere", "Emmen"], {}, "Almere en Emmen"),
        (["Almere", "Eindhoven", "Emmen"], {}, "Almere, Eindhoven en Emmen"),
        (["Almere", "Eindhoven", "Emmen", "Vught"], {}, "Almere, Eindhoven, Emmen en één andere"),
        (["Almere"], {"total": 3}, "Almere en twee andere"),
        (["Almere", "Emmen"], {"most": 1}, "Almere en één andere"),
    ],
)
def test_names_are_told_as_in_a_sentence(names: list[str], more: dict[str, int], said: str) -> None:
    assert series(names, **more) == said


def test_small_numbers_are_words() -> None:
    assert [count(number) for number in (0, 1, 12, 13, -1)] == ["geen", "één", "twaalf", "13", "-1"]
    assert (some(1, "ding", "dingen"), some(0, "ding", "dingen")) == ("1 ding", "0 dingen")


def test_a_sentence_begins_with_a_capital_also_where_the_first_letter_has_an_accent() -> None:
    assert (upper_first("één ding"), upper_first("ding"), upper_first("")) == ("Eén ding", "Ding", "")
    assert (lower_first("Een ding"), lower_first("")) == ("een ding", "")
