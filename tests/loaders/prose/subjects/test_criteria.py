"""The conditions a traject has to meet."""

import pytest

from tests.loaders.prose import reader

POINTS = """\
- het raakt aan een van de thema's
- het verbetert iets tussen twee domeinen, domeinoverstijgend dus
- het is leuk

Daarna beslist de raad.
"""


def criteria(text: str) -> list[tuple[str | None, bool]]:
    return [(f.velden["id"], f.vraag is None) for f in reader.facts(text, "criterium")]


@pytest.mark.parametrize(
    "lead",
    [
        "Welke criteria gelden er voor een traject? Dit zijn ze:\n\n",
        "Voorwaarden voor een traject\n",
        "De match gaat over deze eisen:\nEen traject …\n",
    ],
)
def test_points_under_criteria_for_a_traject_are_criteria(lead: str) -> None:
    assert criteria(lead + POINTS) == [
        ("criterium:draagt-bij-aan-thema", True), ("criterium:domeinoverstijgend", True), (None, False),
    ]  # fmt: skip


@pytest.mark.parametrize("lead", ["", "Welke criteria gelden er?\n", "Een traject kost tijd:\n"])
def test_other_lists_hold_no_criteria(lead: str) -> None:
    assert not criteria(lead + POINTS)


def test_a_point_that_looks_like_two_says_which() -> None:
    [asked] = reader.facts("Voorwaarden voor een traject:\n- een weerbarstig thema\n", "criterium")
    assert asked.vraag == (
        "Welk van de zes criteria is dit? Het lijkt op draagt-bij-aan-thema en weerbarstig-knelpunt."
    )
