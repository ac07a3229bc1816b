"""A line of the table."""

from dataclasses import dataclass, fields

from opdeplank.settings import parsers
from opdeplank.settings.setting import Setting, number, setting


@dataclass(frozen=True, kw_only=True)
class Small:
    naam: str = setting("x", parsers.text, "een naam", "Hoe het heet.", secret=True)
    aantal: int = number(3, 1, 5, "Hoeveel.")


def test_a_line_gives_its_default_as_a_value_and_keeps_what_is_secret_out_of_sight() -> None:
    assert (Small().naam, Small().aantal) == ("x", 3)
    assert repr(Small()) == "Small(aantal=3)"


def test_a_line_says_what_is_allowed_and_under_which_variable() -> None:
    told = fields(Small)[1].metadata
    line = Setting("aantal", **{name: told[name] for name in ("default", "parse", "allowed", "meaning", "secret")})
    assert (line.variable, line.allowed) == ("OPDEPLANK_AANTAL", "een geheel getal van 1 tot en met 5")
    assert line.parse("5") == 5
