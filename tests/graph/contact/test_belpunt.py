from dataclasses import replace

import pytest

from graph.contact.belpunt import OWN, TOLD, Bekend, BelRol, Gebruik, Mens, Partij, shown, whom_to_call

ALMERE = Partij("gemeente:gm0034", "Almere", telefoon="14 036")
EMMEN = Partij("gemeente:gm0114", "Emmen", email="post@emmen.nl")
MAKER = Partij("organisatie:koepel", "Koepel", website="https://koepel.nl")
POINT = {"soort": "telefoon", "organisatie": "Koepel", "waarde": "030 1234567", "url": "https://bron.nl"}


def test_who_cannot_be_reached_stands_nowhere() -> None:
    silent = Partij("gemeente:gm0200", "Apeldoorn")
    assert whom_to_call(Bekend(makers=[silent], gebruik=[Gebruik([silent], "IN_GEBRUIK", None)])) == ()
    odd = replace(silent, website="javascript:alert(1)")
    assert whom_to_call(Bekend(makers=[odd])) == ()


def test_own_numbers_come_first_and_who_only_thinks_about_it_last() -> None:
    thinks = Gebruik([EMMEN], "OVERWEEGT", None)
    uses = Gebruik([ALMERE], "IN_GEBRUIK", "2020-03-01")
    person = Mens("Ria", "adviseur", True, Partij("organisatie:loket", "Loket", email="loket@plank.nl"))
    found = whom_to_call(Bekend(mensen=[person], makers=[MAKER], gebruik=[thinks, uses]))
    assert [each.wie for each in found] == ["Loket", "gemeente Almere", "Koepel", "gemeente Emmen"]
    assert found[0].vraag_naar == "Ria, adviseur"
    assert found[1].uitleg == "Werkt ermee sinds 2020."
    assert [each.eigen for each in found] == [True, False, False, False]


def test_a_party_stands_once_with_all_it_has_to_do_with_it() -> None:
    [one] = whom_to_call(Bekend(punten=[POINT], makers=[MAKER]))
    assert one.rollen == (BelRol.CONTACTPUNT, BelRol.BEDACHT)
    assert (one.telefoon, one.website, one.bron) == ("030 1234567", "https://koepel.nl", "https://bron.nl")
    assert one.partij == MAKER.id


def test_who_asks_is_not_told_to_call_itself() -> None:
    known = Bekend(gebruik=[Gebruik([ALMERE], "IN_GEBRUIK", None), Gebruik([EMMEN], "IN_GEBRUIK", None)])
    assert [each.partij for each in whom_to_call(known, behalve=[ALMERE.id])] == [EMMEN.id]


def test_a_gemeente_that_has_gone_is_told_as_what_came_of_it() -> None:
    [one] = whom_to_call(Bekend(gebruik=[Gebruik([replace(ALMERE, voorheen="Haven")], "IN_GEBRUIK", None)]))
    assert one.rollen == (BelRol.GEBRUIKTE,)
    assert one.uitleg == "Gemeente Haven, die hierin opging, werkte ermee."


@pytest.mark.parametrize("dated", [True, False])
def test_a_person_without_a_date_is_said_to_have_none(dated: bool) -> None:
    assert ("geen datum" in Mens("Ria", None, dated, ALMERE).gezegd) is not dated


def test_every_role_has_a_text_and_a_line_begins_with_a_capital() -> None:
    assert TOLD.keys() == set(BelRol)
    assert {rol for rol, text in TOLD.items() if not text} == set(OWN)
    [one] = whom_to_call(Bekend(makers=[ALMERE]))
    assert shown(one) == "Gemeente Almere"
