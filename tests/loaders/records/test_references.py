"""What a cell refers to: an id, or a name that means exactly one thing."""

import pytest

from tests.loaders.records.yaml_text import facts, problems, read

ROLE = "{{soort: rol, persoon: {}, functie: hoofd, organisatie: {}}}"


@pytest.mark.parametrize("organisatie", ["Waterdam", "gemeente Waterdam", "gemeente:gm9001"])
def test_an_id_and_a_name_mean_the_same(organisatie: str) -> None:
    _, role = facts(ROLE.format("Ria Bos", f"'{organisatie}'"))
    assert role.velden["organisatie"] == "gemeente:gm9001"


def test_somebody_is_a_fact_too_and_written_by_name_where_that_gives_the_id_back() -> None:
    person, role = facts(ROLE.format("persoon:ria-bos", "Waterdam"))[-1:] * 2
    assert role.velden["persoon"] == "Ria Bos"
    found = facts(ROLE.format("Jan Zwart", "Waterdam"))
    assert [(f.soort, f.velden.get("naam")) for f in found] == [("persoon", "Jan Zwart"), ("rol", None)]
    assert person is role


def test_an_id_must_exist_somewhere() -> None:
    assert "organisatie:nieuw" in read(ROLE.format("Ria Bos", "'organisatie:nieuw'")).needed


@pytest.mark.parametrize(
    ("organisatie", "said"),
    [
        ("Bergen", "'Bergen' kan gemeente:gm9002 of gemeente:gm9003 zijn; schrijf de id"),
        ("Koepl", "'Koepl' ken ik niet; bedoel je 'organisatie:koepel' (Koepel)?"),
        ("Xqala", "'Xqala' ken ik niet; schrijf de id"),
        ("'thema:schulden'", "hier hoort een "),
        ("[a, b]", "hier hoort één id of naam"),
    ],
)
def test_a_name_that_means_nothing_or_two_things_is_a_mistake(organisatie: str, said: str) -> None:
    [problem] = problems(ROLE.format("Ria Bos", organisatie))
    assert problem.startswith(said)
