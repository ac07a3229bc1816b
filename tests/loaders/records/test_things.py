"""Records about a thing: one fact that it is there, and one for each other relation."""

import pytest

from tests.loaders.records.yaml_text import facts, problems


def test_a_thing_with_its_properties_and_one_fact_for_each_relation() -> None:
    found = facts("{soort: oplossing, id: oplossing:a, titel: X, rijpheid: BEPROEFD, themas: [Schulden]}")
    assert [(f.soort, f.velden) for f in found] == [
        ("oplossing", {"id": "oplossing:a", "titel": "X", "rijpheid": "BEPROEFD"}),
        ("relatie", {"relatie": "GAAT_OVER", "van": "oplossing:a", "naar": "thema:schulden"}),
    ]


def test_a_thing_inside_a_record_is_one_of_its_own_and_gets_its_end_from_there() -> None:
    found = facts(
        "{soort: oplossing, id: oplossing:a, titel: X, toepassingen: [{gemeente: Waterdam, sinds: 2019-05-01}]}"
    )
    assert [f.velden["id"] for f in found] == ["oplossing:a", "toepassing:gm9001-a"]
    assert found[1].velden["oplossing"] == "oplossing:a"


def test_a_relation_may_have_properties_of_its_own() -> None:
    tie = facts("{soort: oplossing, id: oplossing:a, titel: X, knelpunten: [{id: knelpunt:b, dekking: 0.5}]}")[-1]
    assert (tie.velden["relatie"], tie.velden["naar"], tie.velden["dekking"]) == ("LOST_OP", "knelpunt:b", 0.5)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{soort: thema, omschrijving: X}", "er ontbreekt iets: geef ook naam"),
        ("{soort: toepassing, gemeente: Waterdam}", "er ontbreekt iets: geef ook oplossing"),
        ("{soort: thema, naam: …}", "geef een id, bijvoorbeeld 'thema:korte-naam'"),
        ("{soort: thema, id: wet:x, naam: X}", "'wet:x' is geen id van een thema; begin met 'thema:'"),
        ("{soort: thema, naam: X, versie: 3}", "onbekend veld 'versie'"),
    ],
)
def test_a_thing_that_is_not_whole_is_a_mistake(line: str, said: str) -> None:
    [problem] = problems(line)
    assert problem.startswith(said)
