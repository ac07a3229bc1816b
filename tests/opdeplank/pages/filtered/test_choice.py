"""What one chooses from a list: the address says it, the API understands it, and its numbers add up."""

from collections.abc import Sequence

import pytest
from graphql import OperationDefinitionNode, VariableDefinitionNode, parse, validate
from graphql.execution.values import get_variable_values
from starlette.datastructures import URL, QueryParams

from opdeplank.graphql.api import SCHEMA
from opdeplank.pages.filtered.choice import SHOWN, Keuze, group
from opdeplank.pages.filtered.list_criteria import LISTS, ORDERS, SIZES, Criterium, whole

VALUES = {
    "thema": "thema:schulden", "wet": "wet:jeugdwet", "rijpheid": "PASKLAAR", "bewijs": "GOED_BESCHREVEN",
    "gebruik": "IN_GEBRUIK", "provincie": "Utrecht", "jeugdregio": "Rijnmond & ‘om’", "arbeidsmarktregio": "Rijnmond",
    "grootte": "klein", "ontwikkelaar": "gemeente:gm0344", "jaar": "2019", "route": "MAG_AL", "fase": "OPGELOST",
    "oorzaak": "ICT", "pasklaar": "NEE",
}  # fmt: skip
KINDS = {"oplossingen": "Oplossing", "knelpunten": "Knelpunt"}


@pytest.mark.parametrize("lijst", LISTS)
def test_an_address_says_all_that_was_chosen(lijst: str) -> None:
    choice = Keuze.of(lijst, {**VALUES, "sorteer": list(ORDERS[lijst])[-1], "na": "c=="})
    assert len(choice.gekozen) == len(LISTS[lijst])
    assert Keuze.of(lijst, QueryParams(URL(choice.adres).query)) == choice
    for criterium in LISTS[lijst]:
        assert f"{criterium.naam}=" not in choice.zonder(criterium)
        assert "na=" not in choice.zonder(criterium)


@pytest.mark.parametrize(("said", "number"), [("3", 3), ("", 1), ("0", 1), ("-2", 1), ("²", 1), ("9" * 30, 1)])
def test_a_page_is_a_number_and_anything_else_the_first(said: str, number: int) -> None:
    choice = Keuze.of("oplossingen", {"bladzijde": said, "thema": "thema:schulden"})
    assert choice.bladzijde == number
    assert choice.bladen == "/oplossing?thema=thema%3Aschulden&bladzijde="
    assert Keuze.of("oplossingen", QueryParams(URL(choice.adres).query)) == choice
    assert "bladzijde" not in choice.zonder(choice.gekozen[0][0])


@pytest.mark.parametrize("lijst", LISTS)
def test_each_choice_is_a_filter_and_each_order_an_order_of_the_api(lijst: str) -> None:
    kind, choice = KINDS[lijst], Keuze.of(lijst, VALUES)
    for criterium, value in choice.gekozen:
        text = f"query($f: {kind}Filter) {{ {lijst}(filter: $f) {{ aantal }} }}"
        asked = get_variable_values(SCHEMA, variables(text), {"f": whole({criterium: value})})
        assert not isinstance(asked, list), (criterium.naam, asked)
        if criterium.facet:
            text = f"{{ {lijst} {{ facetten(velden: [{criterium.facet}]) {{ veld }} }} }}"
            assert validate(SCHEMA, parse(text)) == []
    for name in ORDERS[lijst]:
        order = Keuze.of(lijst, {"sorteer": name}).order
        text = f"query($o: [{kind}Sortering!]) {{ {lijst}(sorteer: $o) {{ aantal }} }}"
        assert validate(SCHEMA, parse(text)) == []
        assert all(set(each) == {"veld", "richting"} for each in order)


def variables(text: str) -> Sequence[VariableDefinitionNode]:
    [operation] = parse(text).definitions
    assert isinstance(operation, OperationDefinitionNode)
    return operation.variable_definitions or ()


def test_several_choices_about_a_gemeente_are_about_one_and_the_same() -> None:
    choice = Keuze.of("oplossingen", {"provincie": "Utrecht", "grootte": "klein", "thema": "thema:jeugd"})
    assert choice.filter == {
        "en": [
            {"thema": {"enige": {"id": ["thema:jeugd"]}}},
            {"toegepastDoor": {"enige": {"provincie": {"is": "Utrecht"}, "inwoners": {"max": 29_999}}}},
        ]
    }


@pytest.mark.parametrize(
    "odd",
    [{"jaar": "x"}, {"jaar": "²019"}, {"grootte": "reus"}, {"rijpheid": "DROP"}, {"sorteer": "DROP"}, {"wet": "\x00 "}],
)
def test_what_stands_for_nothing_is_left_out(odd: dict[str, str]) -> None:
    assert Keuze.of("oplossingen", odd) == Keuze("oplossingen")


def values(*counts: tuple[str, int]) -> list[dict[str, object]]:
    return [{"sleutel": key, "label": key.capitalize(), "aantal": count} for key, count in counts]


def named(name: str) -> Criterium:
    return next(c for c in LISTS["oplossingen"] if c.naam == name)


def test_what_was_chosen_stays_to_be_seen_when_nothing_of_it_is_left() -> None:
    made = group(named("provincie"), values(("utrecht", 3)), "Drenthe", sure=True)
    assert [(o.naam, o.aantal, o.gekozen) for o in made.opties] == [("Utrecht", 3, False), ("Drenthe", 0, True)]
    assert made.gekozen is made.opties[-1]


def test_of_many_values_the_first_are_shown_and_the_one_that_was_chosen() -> None:
    many = values(*((f"p{number}", 200 - number) for number in range(90)))
    made = group(named("provincie"), many, "p80", sure=True)
    assert [o.waarde for o in made.opties] == [*(f"p{number}" for number in range(SHOWN)), "p80"]
    assert (made.opties[-1].aantal, made.opties[-1].gekozen, made.meer) == (120, True, True)
    years = values(*((str(year), 1) for year in range(1950, 2026)))
    every = group(named("jaar"), years, "", sure=True)
    assert (len(every.opties), every.opties[-1].aantal, every.meer) == (76, 76, False)


def test_no_number_is_guessed() -> None:
    made = group(named("provincie"), values(("utrecht", 3)), "", sure=False)
    assert [o.aantal for o in made.opties] == [None]


def test_of_a_year_all_that_began_since_is_counted() -> None:
    made = group(named("jaar"), values(("2019", 5), ("2021", 2), ("2020", 1)), "2020", sure=True)
    assert [(o.waarde, o.aantal) for o in made.opties] == [("2021", 2), ("2020", 3), ("2019", 8)]


def test_the_classes_of_size_leave_nothing_out_and_count_nobody_twice() -> None:
    bounds = [(each.get("min", 0), each.get("max")) for _, each in SIZES.values()]
    assert [low for low, _ in bounds[1:]] == [high + 1 for _, high in bounds[:-1]]
    assert (bounds[0][0], bounds[-1][1]) == (0, None)
