"""What a page of a thing says when it does not show everything: only what holds for everything."""

from typing import Any

import pytest

from opdeplank.pages.thing.thing_parts import gemeente, oplossing

NONE: dict[str, Any] = {"aantal": 0, "nodes": [], "edges": []}
NO_CONTACT = "We kennen niemand die je hierover kunt bereiken."
COUNTS = {"inGebruik": 12, "voorbereiding": 1, "overweegt": 2, "gestopt": 0, "onbekend": 0}
NO_DATE = "Geen bron heeft een datum."


def some(number: int, nodes: list[Any]) -> dict[str, Any]:
    return {"aantal": number, "nodes": nodes, "edges": nodes}


def use(key: str) -> dict[str, Any]:
    thing = {"id": key, "titel": key, "toestand": None, "periode": None}
    return {
        "status": None, "sinds": None, "tot": None, "redenGestopt": None, "oplossing": thing, "contact": None,
        "herkomst": NONE, "gemeente": {"id": "gemeente:gm1", "naam": "Stad", "inwoners": None},
    }  # fmt: skip


def town(uses: int, made: list[str]) -> dict[str, Any]:
    """It uses as many, of which two stand on the page."""
    neighbour = {"toepassingen": some(1, [use("oplossing:c")])}
    return {
        "id": "gemeente:gm2", "herkomst": NONE, "toepassingen": some(uses, [use("oplossing:a"), use("oplossing:a")]),
        "ontwikkelde": some(len(made), [use(key)["oplossing"] for key in made]), "pasklaarElders": NONE,
        "vergelijkbaar": some(1, [{"node": neighbour}]), "trajecten": NONE, "mensen": NONE,
        "telefoon": None, "email": None, "website": None,
    }  # fmt: skip


def test_a_gemeente_counts_oplossingen_and_not_lines_and_says_when_there_are_more() -> None:
    whole = gemeente(town(2, ["oplossing:a", "oplossing:b"]), 2026)
    assert (whole["aantal"], whole["meer"]) == (2, False)
    more = gemeente(town(61, []), 2026)
    assert (more["aantal"], more["meer"]) == (1, True)


def test_what_a_neighbour_has_and_we_have_not_is_only_said_when_we_know_all_that_we_have() -> None:
    [(_, new)] = gemeente(town(2, []), 2026)["buren"]
    assert [each["id"] for each in new] == ["oplossing:c"]
    [(_, new)] = gemeente(town(61, []), 2026)["buren"]
    assert new == []


@pytest.mark.parametrize(
    ("uses", "passages", "gaps"),
    [(1, 0, {NO_CONTACT, NO_DATE}), (61, 0, {NO_CONTACT, NO_DATE}), (61, 31, {NO_CONTACT})],
)
def test_what_is_missing_is_only_said_after_looking_at_everything(uses: int, passages: int, gaps: set[str]) -> None:
    thing = {
        "herkomst": some(passages, []), "toepassingen": some(uses, [use("oplossing:a")]), "bellen": [],
        "gebruik": COUNTS,
        "ontwikkeldDoor": NONE, "periode": None, "materialen": ["x"],
        "overneembaarheid": {"juridischeGrondslag": ["x"]}, "rijpheid": "PILOT",
        "bewijs": "GOED_BESCHREVEN", "knelpunten": NONE,
    }  # fmt: skip
    shown = oplossing(thing, 2026)
    assert set(shown["ontbreekt"]) == gaps
    assert shown["telling"] == "12 in gebruik, 1 in voorbereiding, 2 denken erover na"
