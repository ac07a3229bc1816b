import pytest

from loaders.answers import typed


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Ja ", "ja"), ("J", "ja"), ("JA!", "ja"), ("akkoord", "ja"), ("n", "nee"), ("Nee.", "nee"), ("", "later"),
     ("Later", "later"), ("L", "later")],
)  # fmt: skip
def test_a_decision_in_a_hurry(written: str, meant: str) -> None:
    assert typed.decision(written) == meant


@pytest.mark.parametrize("written", ["x", "jaa", "1", "?", "ja en nee", "v"])
def test_what_can_be_a_yes_and_a_no_is_none(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        typed.decision(written)


@pytest.mark.parametrize(
    "written", ["24-1-2018", "24/01/2018", "24 januari 2018", "2018-01-24", "2018/1/24", "2018-01-24 00:00:00", "43124"]
)
def test_a_day_in_every_notation(written: str) -> None:
    assert typed.day(written) == "2018-01-24"


@pytest.mark.parametrize("written", ["2018", "24-13-2018", "2018-02-30", "24-1-18", "ooit", "12"])
def test_less_than_a_day_is_none(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        typed.day(written)


def test_a_year() -> None:
    assert typed.year("2015") == "2015"
    with pytest.raises(ValueError, match="15"):
        typed.year("15")
