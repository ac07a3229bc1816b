from dataclasses import replace
from typing import Any

import pytest

from graph.domain.vocabulary import Domein, Oplosroute
from graph.map.placing import Plek
from graph.map.verdict import Uitkomst
from graph.pasklaar.alternative import (
    ELSEWHERE,
    NOT_UNDERSTOOD,
    ONLY_DUTCH,
    Left,
    Named,
    No,
    Verwant,
    in_sentence,
    useful_no,
)
from graph.pasklaar.surroundings import Circumstances

NEAR = (Verwant("knelpunt:a", "A", 0.5, ("x",)), Verwant("knelpunt:b", "B", 0.4, ("x",)))
ROUTE = next(iter(Oplosroute))
KNOWN = No(Uitkomst.BEKEND_NIETS)


def circumstances(**said: object) -> Circumstances:
    empty = {"trajecten": (), "wetten": (), "departementen": (), "route": None}
    names = Circumstances.__dataclass_fields__
    return Circumstances(**{name: {**empty, **said}.get(name, "") for name in names})


@pytest.mark.parametrize(
    ("left", "begins"),
    [
        (Left(), "Hier ligt nog niets voor op de plank."),
        (Left(uitgefaseerd=Named(("Oud",), 1)), "Hier ligt nu niets voor op de plank. Oud wordt niet meer gebruikt."),
        (
            Left(te_weinig=Named(("Idee",), 1)),
            "Er ligt wel iets, maar minder ver of minder bewezen dan je vraagt: Idee.",
        ),
        (
            Left(Named(("Oud",), 1), Named(("Idee",), 1), Named(("Fonds",), 4)),
            "Dit heb je al: Fonds en drie andere. Er ligt meer, maar minder ver of bewezen dan je vraagt: Idee.",
        ),
    ],
)
def test_what_there_is_all_the_same_is_said_first(left: Left, begins: str) -> None:
    assert useful_no([], [], NEAR, left, KNOWN).uitleg.startswith(begins)


def test_a_question_that_is_not_understood_is_said_to_be_so_and_another_language_is_told_to_use_dutch() -> None:
    not_understood = No(Uitkomst.NIET_BEGREPEN)
    assert useful_no([], [], (), Left(), not_understood).uitleg == NOT_UNDERSTOOD
    assert useful_no([], [], (), Left(), replace(not_understood, vreemd=True)).uitleg == ONLY_DUTCH


def said(domein: Domein, uitkomst: Uitkomst, left: Left = Left(), **plek: Any) -> str:  # noqa: B008 (frozen)
    place = Plek("onderwerp:x", "Leerlingenvervoer", domein, **{"oplossingen": 0, **plek})
    return useful_no([], [], (), left, No(uitkomst, place)).uitleg


def test_a_subject_that_is_known_is_named_with_whom_it_is_for_and_how_often_it_was_asked() -> None:
    nothing = said(Domein.SOCIAAL, Uitkomst.BEKEND_NIETS, aanbieders=("gemeente", "Rijk"), gevraagd=4)
    assert nothing == (
        "Je vraag gaat over leerlingenvervoer. Daar ligt nog niets. Volgens de lijst van producten van de overheid "
        "gaan de gemeente en het Rijk erover. Er is vier keer eerder naar gevraagd."
    )
    something = said(Domein.SOCIAAL, Uitkomst.BEKEND_NIETS, oplossingen=2)
    assert "Daar ligt wel iets over op de plank, maar niets dat op jouw vraag lijkt." in something
    left = said(Domein.SOCIAAL, Uitkomst.BEKEND_NIETS, Left(te_weinig=Named(("Idee",), 1)))
    assert left.startswith("Er ligt wel iets, maar minder ver")


def test_what_was_overtaken_says_what_came_in_its_place_and_guesses_no_route() -> None:
    left = Left(uitgefaseerd=Named(("Vooruitlopen",), 1), opvolgers=("de wet",))
    said = useful_no([circumstances()], [], (), left, KNOWN).uitleg
    assert said == (
        "Hier ligt nu niets voor op de plank. Vooruitlopen wordt niet meer gebruikt. Daarvoor in de plaats kwam de wet."
    )
    own = useful_no([circumstances()], [], (), Left(al_in_gebruik=Named(("Fonds",), 1)), KNOWN).uitleg
    assert own == "Dit heb je al: Fonds."


def test_what_lies_outside_is_said_with_where_to_go() -> None:
    outside = said(Domein.BUITEN, Uitkomst.BUITEN_SOCIAAL_DOMEIN)
    assert outside.startswith("Je vraag gaat over leerlingenvervoer. Dat ligt buiten het sociaal domein.")
    assert outside.endswith(ELSEWHERE)
    edge = said(Domein.RAND, Uitkomst.BEKEND_NIETS, verwijs="de afdeling Onderwijs")
    assert "op de rand van het sociaal domein" in edge
    assert edge.endswith("Je kunt ermee terecht bij de afdeling Onderwijs.")


def test_a_thing_that_is_named_is_known() -> None:
    assert useful_no([], [], (), Left(), No(Uitkomst.BEKEND_NIETS, genoemd="Zwolle")).uitleg.startswith(
        "We kennen Zwolle"
    )


def test_a_name_loses_its_capital_inside_a_sentence_unless_it_is_always_written_so() -> None:
    names = ["Afval", "AOW, AIO en klein pensioen", "IT, algoritmen", "Rijk", "Wmo en zorg"]
    assert [in_sentence(name)[:4] for name in names] == ["afva", "AOW,", "IT, ", "Rijk", "Wmo "]


def test_a_route_that_nobody_established_is_not_guessed() -> None:
    unknown = useful_no([circumstances()], [], NEAR, Left(), KNOWN)
    assert unknown.route is None
    assert unknown.uitleg.endswith("We raden niet.")
    known = useful_no([circumstances(route=ROUTE.name)], [], NEAR[:1], Left(), KNOWN)
    assert known.route == ROUTE.name
    assert ROUTE.value[1:] in known.uitleg
    assert "lijkt één bekend knelpunt" in known.uitleg


def test_law_and_ministry_are_those_of_the_nearest_and_a_traject_is_named_once() -> None:
    near = circumstances(trajecten=("traject:a", "traject:b"), wetten=("wet:a",), departementen=("departement:a",))
    far = circumstances(trajecten=("traject:b",), wetten=("wet:b",))
    found = useful_no([near, far], ["traject:a", "traject:c"], NEAR, Left(), KNOWN)
    assert (found.wetten, found.departementen) == (("wet:a",), ("departement:a",))
    assert found.lopende_trajecten == ("traject:a", "traject:b", "traject:c")
    assert "lopen drie trajecten" in found.uitleg
