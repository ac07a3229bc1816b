import pytest

from graph.domain.vocabulary import Oplosroute
from graph.pasklaar.alternative import NOTHING_NEAR, Left, Named, Verwant, useful_no
from graph.pasklaar.surroundings import Circumstances

NEAR = (Verwant("knelpunt:a", "A", 0.5, ("x",)), Verwant("knelpunt:b", "B", 0.4, ("x",)))
ROUTE = next(iter(Oplosroute))


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
            "Wat er ligt, heeft jouw gemeente al: Fonds en drie andere.",
        ),
    ],
)
def test_what_there_is_all_the_same_is_said_first(left: Left, begins: str) -> None:
    assert useful_no([], [], NEAR, left, False).uitleg.startswith(begins)


def test_words_that_nothing_is_near_to_are_said_to_be_so() -> None:
    assert useful_no([], [], (), Left(), True).uitleg == NOTHING_NEAR
    assert useful_no([], ["traject:a"], (), Left(), True).uitleg != NOTHING_NEAR


def test_a_route_that_nobody_established_is_not_guessed() -> None:
    unknown = useful_no([circumstances()], [], NEAR, Left(), False)
    assert unknown.route is None
    assert unknown.uitleg.endswith("We raden niet.")
    known = useful_no([circumstances(route=ROUTE.name)], [], NEAR[:1], Left(), False)
    assert known.route == ROUTE.name
    assert ROUTE.value[1:] in known.uitleg
    assert "lijkt één bekend knelpunt" in known.uitleg


def test_law_and_ministry_are_those_of_the_nearest_and_a_traject_is_named_once() -> None:
    near = circumstances(trajecten=("traject:a", "traject:b"), wetten=("wet:a",), departementen=("departement:a",))
    far = circumstances(trajecten=("traject:b",), wetten=("wet:b",))
    found = useful_no([near, far], ["traject:a", "traject:c"], NEAR, Left(), False)
    assert (found.wetten, found.departementen) == (("wet:a",), ("departement:a",))
    assert found.lopende_trajecten == ("traject:a", "traject:b", "traject:c")
    assert "lopen drie trajecten" in found.uitleg
