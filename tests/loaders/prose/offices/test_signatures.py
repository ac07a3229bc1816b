"""Somebody who signs: the name on one line, the function on the next."""

import pytest

from loaders.prose.offices.signatures import is_role_line
from tests.loaders.prose import reader


def signed(text: str) -> list[tuple[str, str, str | None, bool]]:
    found = [f for f in reader.facts(text, "rol") if f.regel == "lijst-ondertekening"]
    return [(f.velden["persoon"], f.velden["functie"], f.velden["organisatie"], f.vraag is None) for f in found]


def test_a_function_below_a_name_and_its_organisation_below_that() -> None:
    assert signed("Hoogachtend,\n\nAnna Bos\nwethouder\ngemeente Almere\n") == [
        ("Anna Bos", "wethouder", "gemeente:gm0034", True),
    ]
    assert ("Anna Bos", "directeur", "gemeente:gm0034", False) in signed("Anna Bos\ndirecteur\n\nAlmere\n")


def test_people_who_sign_side_by_side() -> None:
    text = "mr. A.B. Bos              drs. C. Vos\ngriffier van Almere       wethouder van Almere\n"
    assert sorted((who, what) for who, what, *_ in signed(text)) == [("A.B. Bos", "griffier"), ("C. Vos", "wethouder")]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Bos\n\nwethouder van Almere\n",
        "Anna\nwethouder van Almere\n",
        "Anna Bos\nwethouder Piet Vos van Almere\n",
        "de secretaris,\nAnna Bos\nde burgemeester van Almere,\n",
        "Sociale Zaken\nwethouder van Almere\n",
    ],
)
def test_what_is_no_signature(text: str) -> None:
    assert not signed(text)


@pytest.mark.parametrize(
    ("text", "fits"), [("wethouder van Almere", True), ("de griffier,", True), ("De griffier belt.", False)]
)
def test_a_line_that_is_a_function(text: str, fits: bool) -> None:
    assert is_role_line(text) is fits


def test_the_party_above_a_signature_owns_it() -> None:
    text = "Gemeente Almere,         Xqala Wonen\nnamens deze,             namens deze,\n\n"
    text += "A.B. Mbuza               C. Woud\nburgemeester             directeur\n"
    found = [f for f in reader.facts(text, "rol") if f.regel == "lijst-ondertekening"]
    assert [(f.velden["functie"], f.velden["organisatie"], f.velden["organisatie_vorm"]) for f in found] == [
        ("burgemeester", "gemeente:gm0034", "Gemeente Almere"), ("directeur", "organisatie:xqala-wonen", "Xqala Wonen"),
    ]  # fmt: skip


def test_a_sentence_under_a_name_is_no_signature() -> None:
    assert not signed("Anna Bos\nDe wethouder van Almere is er.\n")
