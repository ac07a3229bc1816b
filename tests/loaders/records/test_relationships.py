"""Records about a relationship."""

import pytest

from tests.loaders.records.yaml_text import facts, problems


def test_a_role_is_a_person_and_an_organisation_with_a_period() -> None:
    role = facts(
        "{soort: rol, persoon: Ria Bos, functie: hoofd, organisatie: Waterdam, van: 2018-01-24, zekerheid: 0.7}"
    )[-1]
    assert role.soort == "rol"
    assert role.velden == {
        "persoon": "Ria Bos",
        "organisatie": "gemeente:gm9001",
        "functie": "hoofd",
        "van": "2018-01-24",
    }
    assert (role.zekerheid, role.regel) == (0.7, "record")


def test_a_relation_has_its_type_two_ends_and_a_period_under_other_names() -> None:
    [tie] = facts("{soort: relatie, relatie: NEEMT_DEEL_AAN, van: Koepel, naar: 'traject:a', vanaf: 2018-01-24}")
    assert tie.velden == {
        "relatie": "NEEMT_DEEL_AAN", "van": "organisatie:koepel", "naar": "traject:a", "vanaf": "2018-01-24",
    }  # fmt: skip


def test_a_relation_for_which_there_is_a_word_is_told_by_that_word() -> None:
    found = facts("{soort: relatie, relatie: LID_VAN, van: Ria Bos, naar: Koepel}")
    assert [(f.soort, f.velden.get("organisatie")) for f in found][-1] == ("lid", "organisatie:koepel")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "{soort: relatie, relatie: HOORT, van: Koepel, naar: Waterdam}",
            "onbekende relatie 'HOORT'; bedoel je 'HOORT_BIJ'?",
        ),
        ("{soort: relatie, relatie: HOORT_BIJ, van: Koepel}", "er ontbreekt iets: geef ook naar"),
        (
            "{soort: rol, persoon: Ria Bos, organisatie: Waterdam, functei: x}",
            "onbekend veld 'functei'; bedoel je 'functie'?",
        ),
    ],
)
def test_a_mistake_leaves_no_relationship(line: str, said: str) -> None:
    assert problems(line) == [said]
