"""People in sentences: what the sentence proves is asserted, the gap is asked."""

import pytest

from tests.loaders.prose import reader

ALMERE = "gemeente:gm0034"


def roles(text: str) -> list[tuple[bool, str, str, str | None]]:
    """Asserted or not, person, function, organisation."""
    found = reader.facts(text, "rol")
    return [(f.vraag is None, f.velden["persoon"], f.velden["functie"], f.velden["organisatie"]) for f in found]


@pytest.mark.parametrize(
    ("text", "function", "organisation"),
    [
        ("Dat zei wethouder Anna Bos van Almere.", "wethouder", ALMERE),
        ("Dat zei wethouder Anna Bos (Almere).", "wethouder", ALMERE),
        ("Dat zei Anna Bos, wethouder van de gemeente Almere, gisteren.", "wethouder", ALMERE),
        ("Dat zei Anna Bos (AB, burgemeester van Almere).", "burgemeester", ALMERE),
        ("Dat zei Anna Bos (burgemeester van Almere).", "burgemeester", ALMERE),
        ("Dat zei de wethouder van Almere, Anna Bos, gisteren.", "wethouder", ALMERE),
        ("Anna Bos is directeur Jeugd bij het ministerie van VWS.", "directeur Jeugd", "departement:mnre1025"),
        ("Anna Bos is sinds 1 mei manager bij Divosa.", "manager", "organisatie:divosa"),
        ("De voorzitter van de VNG is Anna Bos.", "voorzitter", "organisatie:vng"),
    ],
)
def test_a_function_with_its_organisation_is_asserted(text: str, function: str, organisation: str) -> None:
    assert roles(text) == [(True, "Anna Bos", function, organisation)]


@pytest.mark.parametrize(
    "text",
    [
        "Dat zei Anna Bos, voormalig wethouder van Almere.", "Dat zei oud-wethouder Anna Bos van Almere.",
        "Anna Bos was wethouder van Almere.", "Anna Bos wordt wethouder van Almere.",
        "Anna Bos vertrekt als wethouder van Almere.", "Anna Bos is benoemd tot wethouder van Almere.",
        "Vanaf mei 2013 is Anna Bos (CDA) waarnemend burgemeester van Almere.",
        "Anna Bos is per 1 mei de nieuwe wethouder van Almere.", "Dat zei Anna Bos, wethouder van Lemsterland.",
        "Dat zei Anna Bos, wethouder van de gemeente Bergen.", "Dat zei Xqala Bos, wethouder van Almere.",
    ],
)  # fmt: skip
def test_what_a_person_must_weigh_is_asked(text: str) -> None:
    found = roles(text)
    assert found
    assert not any(sure for sure, *_ in found)


@pytest.mark.parametrize(
    "text",
    [
        "Wij vroegen de wethouder van Almere wat zij vindt.", "De directeur Sociaal Domein belt terug.",
        "Anna Bos woont in Almere.", "Foto: Anna Bos, wethouder van Almere",
        "Laat een reactie achter\n\nAnna Bos is wethouder van Almere.",
    ],
)  # fmt: skip
def test_nobody_is_given_a_function_that_the_text_does_not_give(text: str) -> None:
    assert not reader.facts(text, "rol")
    assert all(fact.vraag for fact in reader.facts(text, "persoon"))


def test_a_function_without_an_organisation_is_kept_as_said_and_the_organisation_is_asked() -> None:
    assert roles("Dat zei wethouder Anna Bos gisteren.") == [
        (True, "Anna Bos", "wethouder", None), (False, "Anna Bos", "wethouder", None),
    ]  # fmt: skip
    question = reader.facts("Dat zei wethouder Anna Bos gisteren.", "rol")[1].vraag
    assert question is not None
    assert question.startswith("Bij welke gemeente is Anna Bos wethouder?")


def test_a_surname_is_the_one_full_name_on_the_page() -> None:
    text = "Wethouder Anna Bos van Almere opent de dag.\n\nLater sprak wethouder Bos over geld."
    [person] = reader.facts(text, "persoon")
    assert person.velden["naam"] == "Anna Bos"
    assert len(person.bewijs) == 2


def test_a_surname_that_two_people_share_is_nobody_of_them() -> None:
    text = "Wethouder Anna Bos en wethouder Piet Bos spraken.\n\nLater sprak wethouder Bos over geld."
    people = {f.velden["naam"]: len(f.bewijs) for f in reader.facts(text, "persoon")}
    assert people == {"Anna Bos": 1, "Piet Bos": 1}
    [asked] = [f for f in reader.facts(text, "rol") if f.velden["persoon"] == "Bos"]
    assert str(asked.vraag).startswith("Wie is wethouder Bos")


def test_a_surname_alone_is_asked_with_the_people_it_may_be() -> None:
    found = reader.facts("Toenmalig minister Plasterk kondigde het aan.", "rol", "persoon")
    assert [f.velden.get("id") for f in found if f.soort == "persoon"] == [None]
    [asked] = [f for f in found if f.vraag]
    assert asked.vraag is not None
    assert "persoon:ronald-plasterk" in asked.vraag


def test_functions_in_the_plural_are_everybodys() -> None:
    text = "De onderzoekers, dr. Anna Bos en Piet Vos, spraken met jongeren."
    assert {(p, f) for _, p, f, _ in roles(text)} == {("Anna Bos", "onderzoeker"), ("Piet Vos", "onderzoeker")}


def test_without_an_organisation_only_an_office_is_said() -> None:
    text = "Ook wethouder Anna Bos, minister Els Kok en coördinator Piet Vos kwamen langs."
    assert {(sure, p) for sure, p, _, _ in roles(text)} == {
        (True, "Anna Bos"), (False, "Anna Bos"), (True, "Els Kok"), (False, "Els Kok"), (False, "Piet Vos"),
    }  # fmt: skip


def test_functions_in_the_plural_go_on_behind_a_place_between_brackets() -> None:
    text = "Zij sprak met wethouders Anna Bos (Almere), Piet Vos (Zwolle) en Els Kok (Sluis)."
    assert {(p, org) for sure, p, f, org in roles(text) if sure and f == "wethouder"} == {
        ("Anna Bos", ALMERE), ("Piet Vos", "gemeente:gm0193"), ("Els Kok", "gemeente:gm1714"),
    }  # fmt: skip


def test_somebody_of_an_organisation_without_a_function_is_asked() -> None:
    [role] = reader.facts("Ook Anna Bos (Divosa) kwam langs.", "rol")
    assert role.vraag == "Welke functie heeft Anna Bos bij 'Divosa'?"


@pytest.mark.parametrize(
    "text",
    [
        "Daar stonden Anna Bos, burgemeester Piet Vos en Els Kok.",
        "Daar stonden Anna Bos, burgemeester Vosmaer en ik.",
        "Penningmeester (sinds mei) en Anna Bos spraken.", "De wethouder Jeugd en de minister Onderwijs spraken.",
        "v.l.n.r. wethouder Anna Bos en Piet Vos",
    ],
)  # fmt: skip
def test_a_function_beside_a_name_is_not_always_of_that_name(text: str) -> None:
    assert "Anna Bos" not in {person for _, person, _, _ in roles(text)}
    assert not {"Jeugd", "Onderwijs"} & {person for _, person, _, _ in roles(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dat zei voorzitter Anna Bos van D66 gisteren.", "Anna Bos"),
        ("Dat zei voorzitter Anna Bos van de PvdA gisteren.", "Anna Bos"),
        ("Dat zei voorzitter Hans (H.J.M.A.) Bos gisteren.", "Hans Bos"),
        ("Dat zei voorzitter A.B.M. (Anton) Bos gisteren.", "Anton Bos"),
    ],
)
def test_a_party_or_initials_are_no_part_of_a_name(text: str, name: str) -> None:
    assert {f.velden["naam"] for f in reader.facts(text, "persoon")} == {name}


def test_a_party_between_a_name_and_a_place_is_passed_over() -> None:
    text = "Wethouder Anna Bos (Lokaal Plus) van Almere maakt zich zorgen."
    assert roles(text) == [(True, "Anna Bos", "Wethouder", ALMERE)]


def test_a_surname_alone_is_believed_only_with_another_sign() -> None:
    found = {f.velden["naam"]: f.vraag is None for f in reader.facts("Wethouder Van der Zwaag sprak.", "persoon")}
    assert found == {"Van der Zwaag": True}
    assert [f.vraag is None for f in reader.facts("Wethouder Zwaagstra sprak.", "persoon")] == [False]
