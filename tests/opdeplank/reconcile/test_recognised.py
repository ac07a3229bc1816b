"""What a name can mean: exact decides, likeness only offers."""

from typing import Any

import pytest

from opdeplank.reconcile.recognised import candidates, described, match

BERGENS = [
    {"__typename": "Gemeente", "id": f"gemeente:gm{n}", "code": f"GM{n}", "weergavenaam": name, "provincie": province,
     "ookBekendAls": [], "einddatum": None}
    for n, name, province in (("0373", "Bergen (NH.)", "Noord-Holland"), ("0893", "Bergen (L.)", "Limburg"))
]  # fmt: skip
MINISTRY = {
    "__typename": "Departement", "id": "departement:szw", "kort": "SZW",
    "weergavenaam": "Ministerie van Sociale Zaken en Werkgelegenheid",
}  # fmt: skip
OTHER = {**MINISTRY, "id": "departement:vws", "kort": "VWS", "weergavenaam": "Ministerie van Volksgezondheid"}
GONE = {**BERGENS[0], "id": "gemeente:gm1", "code": "GM0001", "einddatum": "2001-01-01"}


def sure(text: str, things: list[Any], **given: list[str]) -> str | None:
    found = match(candidates(text, things, given))
    return found.id if found else None


@pytest.mark.parametrize("text", ["szw", "SZW", "departement:szw", "Sociale Zaken en Werkgelegenheid",
                                  "ministerie van sociale zaken en werkgelegenheid"])  # fmt: skip
def test_a_name_a_short_name_and_an_id_are_exact(text: str) -> None:
    assert sure(text, [MINISTRY, OTHER]) == "departement:szw"


def test_what_is_only_alike_never_decides() -> None:
    found = candidates("Ministerie van Sociale Zaken en Werkgelegenheit", [MINISTRY, OTHER], {})
    assert found[0].id == "departement:szw"
    assert 80 < found[0].score < 100
    assert match(found) is None


def test_two_of_one_name_are_told_apart_by_what_else_a_row_says() -> None:
    assert sure("Bergen", BERGENS) is None
    assert sure("Bergen", BERGENS, provincie=["limburg"]) == "gemeente:gm0893"
    assert sure("Bergen", BERGENS, provincie=["Zeeland"]) is None
    assert sure("GM0893", BERGENS) == "gemeente:gm0893"


def test_what_is_there_goes_before_what_is_no_longer() -> None:
    assert sure("Bergen", [GONE, BERGENS[0]]) == "gemeente:gm0373"
    assert sure("Bergen", [GONE]) == "gemeente:gm1"
    assert described(GONE) == "gemeente, Noord-Holland, tot 2001"
