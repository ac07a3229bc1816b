from schema.fields.paged import best, page_arguments
from schema.request.limits import Budget


def test_every_list_in_pages_is_turned_by_the_same_arguments() -> None:
    assert [*page_arguments()] == ["first", "after", "last", "before"]
    assert [*page_arguments(str, int)] == ["filter", "sorteer", "first", "after", "last", "before"]
    assert all(default is None for _, default, _ in page_arguments(str, int).values())


def test_what_they_say_of_a_limit_is_the_limit() -> None:
    text = page_arguments()["first"][2]
    assert str(Budget().most_per_page) in text
    assert str(Budget().page) in text


def test_a_short_list_has_a_size_of_its_own() -> None:
    assert best(3)["first"][1] == 3
    assert [*best(3)] == ["first"]
