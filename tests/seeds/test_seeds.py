"""The seed documents say what they must say, and nothing that the model does not know."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from graph.domain.reader import NodeType
from graph.domain.vocabulary import TrajectCriterium
from tests.seeds.documents import (
    CONTACT,
    CURRENT,
    DOCUMENTS,
    GEMEENTEN,
    MODEL,
    RECORDS,
    REGIONS,
    Record,
    fillable,
    of,
    pages,
)

FRAMEWORK = {
    "werken-vanuit-de-bedoeling",
    "meedoen",
    "veilig-thuis-en-in-de-buurt",
    "armoede",
    "gezonde-leefstijl",
    "mantelzorg",
}
ABOUT = {"soort", "bronnen", "zekerheid"}
TIES = {
    "rol": {"persoon", "organisatie", "functie", "van", "tot"},
    "lid": {"persoon", "organisatie", "functie", "van", "tot"},
}
PAGE = {"url", "zegt", "datum", "titel", "soort", "over"}


def test_every_gemeente_of_the_register_is_there_and_342_still_exist() -> None:
    assert len(GEMEENTEN) == len({g["code"] for g in GEMEENTEN}) == 605
    current = [g for g in GEMEENTEN if not g["einddatum"]]
    assert len(current) == 342
    assert all(int(g["inwoners"]) > 0 for g in current)
    assert len({g["provincie"] for g in current}) == 12


def test_every_gemeente_of_today_can_be_called_and_has_its_regions() -> None:
    assert CONTACT.keys() == REGIONS.keys() == CURRENT
    assert all(row["website"].startswith("https://") and row["telefoon"] for row in CONTACT.values())
    assert sum(bool(row["email"]) for row in CONTACT.values()) == 326
    counted = {
        name: len({row[name] for row in REGIONS.values()}) for name in next(iter(REGIONS.values())) if name != "id"
    }
    assert counted == {"jeugdregio": 42, "arbeidsmarktregio": 35, "ggd": 25, "veiligheidsregio": 25, "stedelijkheid": 5}


def test_an_ended_gemeente_names_successors_that_are_in_the_table() -> None:
    known = {f"gemeente:{g['code'].lower()}" for g in GEMEENTEN}
    for gemeente in GEMEENTEN:
        after = {one for one in gemeente["opvolgers"].split("|") if one}
        assert after <= known
        assert bool(after) == bool(gemeente["einddatum"]), gemeente["naam"]
    haaren = next(g for g in GEMEENTEN if g["naam"] == "Haaren")
    assert len(haaren["opvolgers"].split("|")) == 4


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Den Haag", "'s-Gravenhage"),
        ("'s-Hertogenbosch", "Den Bosch"),
        ("Bergen (L)", "Bergen"),
        ("Bergen (NH)", "Bergen"),
    ],
)
def test_a_gemeente_is_known_by_its_other_names(name: str, other: str) -> None:
    assert other in next(g for g in GEMEENTEN if g["naam"] == name)["ookBekendAls"].split("|")


def test_the_council_has_thirteen_members_with_fourteen_roles() -> None:
    council = [r["persoon"] for r in of("lid") if r["organisatie"] == "organisatie:programmaraad-sociaal-domein"]
    assert len(council) == len(set(council)) == 13
    roles = [r["persoon"] for r in DOCUMENTS["programma.yaml"]["feiten"] if r["soort"] == "rol"]
    assert len(roles) == 14
    assert set(roles) == set(council)
    assert [name for name, count in Counter(roles).items() if count == 2] == ["Toke Tom"]


def test_a_role_of_2018_ends_there() -> None:
    roles = {r["organisatie"]: r for r in of("rol") if r["persoon"] == "Hilde Reints"}
    assert str(roles["gemeente:gm0153"]["tot"]) == "2018-12-31"
    assert "tot" not in roles["gemeente:gm0363"]


def test_each_of_the_six_criteria_is_there_once() -> None:
    assert sorted(r["criterium"] for r in of("criterium")) == sorted(c.name for c in TrajectCriterium)


def test_the_framework_has_six_themas_six_programmes_and_three_laws() -> None:
    (kader,) = of("beleidskader")
    assert {t.removeprefix("thema:") for t in kader["themas"]} == FRAMEWORK
    assert kader["wetten"] == ["wet:wmo-2015", "wet:jeugdwet", "wet:participatiewet"]
    assert {r["thema"] for r in of("uitvoeringsprogramma")} == set(kader["themas"])
    assert {r["kader"] for r in of("uitvoeringsprogramma")} == {kader["id"]}


def test_the_tree_of_themas_has_two_layers_and_stays_small() -> None:
    above = {r["id"]: r.get("bovenliggend") for r in of("thema")}
    assert len(above) <= 41
    assert all(above[top] is None for top in above.values() if top)


def test_every_traject_has_a_knelpunt_and_no_status_that_no_source_gives() -> None:
    assert len(of("traject")) == 6
    assert all(r["knelpunten"] and "status" not in r and "gestartOp" not in r for r in of("traject"))


def test_no_two_records_are_about_the_same_thing() -> None:
    twice = [key for key, count in Counter(r["id"] for r in RECORDS if "id" in r).items() if count > 1]
    assert twice == []


def test_every_id_that_is_referred_to_exists() -> None:
    known = {r["id"] for r in RECORDS if "id" in r} | {f"gemeente:{g['code'].lower()}" for g in GEMEENTEN}
    known |= {f"persoon:{r['persoon'].lower().replace(' ', '-')}" for r in [*of("rol"), *of("lid")]}
    missing = {(where, said) for where, said in references() if said not in known}
    assert missing == set()


def references() -> Iterator[tuple[str, str]]:
    """Every value that has the form of an id, with where it stands."""
    prefixes = tuple(f"{node.prefix}:" for node in MODEL.entities)
    for record in RECORDS:
        where = str(record.get("id") or record["soort"])
        yield from (
            (where, said) for said in texts({k: v for k, v in record.items() if k != "id"}) if is_id(said, prefixes)
        )


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = [v for k, v in value.items() if k not in ("zegt", "url")]
    if isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, str):
        yield value


def is_id(text: str, prefixes: tuple[str, ...]) -> bool:
    return text.startswith(prefixes) and " " not in text


def test_every_field_is_one_that_the_model_knows() -> None:
    unknown = {(str(r.get("id") or r["soort"]), field) for r in RECORDS for field in strange(r)}
    assert unknown == set()


def strange(record: Record) -> Iterator[str]:
    soort = record["soort"]
    if soort == "relatie":
        edge = MODEL.relationships[record["relatie"]]
        fields = {"relatie", "van", "naar", *edge.properties}
    elif soort in TIES:
        fields = TIES[soort]
    else:
        node = MODEL.by_prefix(soort)
        assert node is not None, soort
        fields = fillable(node)
        inner = MODEL.nodes["Toepassing"]
        for one in record.get("toepassingen", ()):
            yield from set(one) - fillable(inner) - ABOUT
    yield from set(record) - fields - ABOUT
    for page in pages(record):
        yield from set(page) - PAGE


def test_every_choice_is_one_of_the_list() -> None:
    for record in (r for r in RECORDS if MODEL.by_prefix(r["soort"])):
        node = MODEL.by_prefix(record["soort"])
        assert node is not None
        check_choices(node, record)
        for one in record.get("toepassingen", ()):
            check_choices(MODEL.nodes["Toepassing"], one)


def check_choices(node: NodeType, record: Record) -> None:
    for prop in node.properties.values():
        if prop.enum and prop.name in record:
            said = record[prop.name]
            assert set(said if isinstance(said, list) else [said]) <= set(prop.enum.__members__), record


def test_every_page_has_an_address_and_says_something() -> None:
    for record in RECORDS:
        for page in pages(record):
            assert page["url"].startswith(("https://", "http://")), record
            assert page["zegt"].strip(), record
