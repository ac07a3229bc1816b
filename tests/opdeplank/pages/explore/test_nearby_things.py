"""What a page makes of an answer: each neighbour once, with what stands behind its name, in the order asked."""

from typing import Any

from opdeplank.pages.explore.nearby_things import kinds_in, surroundings, told


def ends(kind: str, name: str, **more: Any) -> dict[str, Any]:
    return {"__typename": kind, "id": f"{kind.lower()}:{name.lower()}", "weergavenaam": name, **more}


def gemeente(name: str, count: int) -> dict[str, Any]:
    return ends("Gemeente", name, toepassingen={"aantal": count})


OPLOSSING = ends(
    "Oplossing", "Cirkel", samenvatting="Een kring.",
    toepassingen={
        "aantal": 240,
        "nodes": [
            {"status": "IN_GEBRUIK", "gemeente": gemeente("Almere", 2)},
            {"status": "GESTOPT", "gemeente": gemeente("Breda", 1)},
            {"status": None, "gemeente": gemeente("Almere", 2)},
            {"status": None, "gemeente": gemeente("Capelle", 9)},
        ],
    },
    afgeleidVan=ends("Oplossing", "Ring", toepassingen={"aantal": 0}),
    ontwikkeldDoor={"aantal": 1, "nodes": [ends("Organisatie", "Pameijer")]},
    themas={"aantal": 0, "nodes": []},
)  # fmt: skip


def test_each_neighbour_stands_once_under_its_relation_and_empty_relations_are_left_out() -> None:
    thing = surroundings(OPLOSSING)
    assert [(r.veld, r.kop, r.aantal, len(r.buren)) for r in thing.relaties] == [
        ("toepassingen", "Gebruikt door", 240, 3),
        ("ontwikkeldDoor", "Bedacht door", 1, 1),
        ("afgeleidVan", "Is een variant van", 1, 1),
    ]
    assert thing.tekst == "Een kring."
    assert thing.aantal == 242
    assert [relatie.veld for relatie in thing.capped] == ["toepassingen"]


def test_behind_a_name_stands_what_it_has_how_it_is_related_or_what_it_is() -> None:
    said = {buur.naam: buur.erbij for relatie in surroundings(OPLOSSING).relaties for buur in relatie.buren}
    assert said == {
        "Almere": "2 oplossingen", "Breda": "gestopt", "Capelle": "9 oplossingen", "Pameijer": "organisatie",
        "Ring": "oplossing",
    }  # fmt: skip


def test_who_has_most_comes_first_when_asked() -> None:
    names = [buur.naam for buur in surroundings(OPLOSSING, by_count=True).relaties[0].buren]
    assert names == ["Capelle", "Almere", "Breda"]


def test_a_person_has_the_function_behind_the_name() -> None:
    edges = [{"functie": "directeur", "tot": "2018-03-01", "node": ends("Persoon", "An")},
             {"functie": None, "tot": None, "node": ends("Persoon", "Bo")}]  # fmt: skip
    place = surroundings(ends("Organisatie", "Divosa", mensen={"aantal": 2, "edges": edges}))
    assert [buur.erbij for buur in place.relaties[0].buren] == ["directeur (tot 2018)", "persoon"]


def test_what_is_drawn_is_counted_once_however_often_it_is_met() -> None:
    one = surroundings(OPLOSSING)
    other = surroundings(ends("Gemeente", "Almere", toepassingen={"aantal": 1, "nodes": [{"oplossing": OPLOSSING}]}))
    counts = kinds_in([one, other])
    assert counts == {"Gemeente": 3, "Oplossing": 2, "Organisatie": 1}
    assert told(counts) == "3 gemeenten, 2 oplossingen en 1 organisatie"
