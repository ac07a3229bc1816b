"""What is followed, and what that is called."""

import pytest

from opdeplank.following.followed import TITLE, Feed, Followed, followed
from opdeplank.http.problems import Problem
from opdeplank.http.site import Site


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, Followed()),
        ({"over": " Thema:Schulden ", "soort": "OPLOSSING"}, Followed("thema:schulden", "oplossing")),
        ({"over": "gemeente:GM0344"}, Followed("gemeente:gm0344")),
        ({"anders": "x"}, Followed()),
    ],
    ids=["everything", "a thema", "a gemeente", "something else"],
)
def test_each_way_of_writing_it_is_the_same(asked: dict[str, str], found: Followed) -> None:
    assert followed(asked) == found


@pytest.mark.parametrize("asked", [{"over": "schulden"}, {"over": "thema:a b"}, {"soort": "persoon"},
                                   {"over": "gemeente:utrecht"}, {"over": "x" * 500}],
                         ids=["no kind", "a space", "people", "a name", "long"])  # fmt: skip
def test_what_is_none_says_what_to_give(asked: dict[str, str]) -> None:
    assert isinstance(followed(asked), Problem)


def test_a_feed_has_a_name_and_an_address_of_its_own() -> None:
    at = Site("https://plank.nl", "/x")
    assert Followed("thema:schulden", "oplossing").query == "?over=thema:schulden&soort=oplossing"
    assert Feed(at, Followed()).title == TITLE
    assert Feed(at, Followed("thema:schulden", "oplossing"), "Schulden").title == f"{TITLE}: Schulden, oplossingen"
    assert Feed(at, Followed("gemeente:gm0344"), "Utrecht").home == "https://plank.nl/x/gemeente/GM0344"
    assert Feed(at, Followed(kind="knelpunt")).home == "https://plank.nl/x/knelpunt"
    assert Feed(at, Followed("persoon:a"), "A").home == "https://plank.nl/x/"
