from typing import Any

from graph.pasklaar.alternative import LESS
from opdeplank.pages.shelf.nothing import ROUTES, duo, heading, ministries, near, running


def role(kind: str, name: str, function: str = "directeur", tot: str | None = None) -> dict[str, Any]:
    return {"functie": function, "van": "2015-01-01", "tot": tot, "node": {"__typename": kind, "weergavenaam": name}}


def person(name: str, *roles: dict[str, Any]) -> dict[str, Any]:
    return {"naam": name, "rollen": {"edges": list(roles)}}


def test_a_duo_has_two_places_and_an_empty_one_stays_visible() -> None:
    places = duo([person("Ria", role("Gemeente", "Almere"))])
    assert [(p.plaats, p.naam) for p in places] == [("Regisseur gemeente", "Ria"), ("Regisseur Rijk", None)]
    assert places[0].functie == "directeur, gemeente Almere"
    assert [p.naam for p in duo([])] == [None, None]


def test_who_works_there_now_comes_before_who_did_and_nobody_is_named_twice() -> None:
    both = person("Otto", role("Gemeente", "Almere", tot="2020-01-01"), role("Departement", "SZW"))
    places = duo([both, person("Ria", role("Gemeente", "Emmen"))])
    assert (places[0].plaats, places[0].naam) == ("Regisseur gemeente", "Ria")
    assert sorted(filter(None, (p.naam for p in places))) == ["Otto", "Ria"]
    assert duo([person("Zonder")])[-1].plaats == "Regisseur"


def test_who_takes_part_is_a_sentence() -> None:
    party = {"__typename": "Gemeente", "weergavenaam": "Almere"}
    traject = {"id": "traject:a", "naam": "A", "deelnemers": {"nodes": [party]}, "regisseurs": {"nodes": []}}
    assert running(traject).doen_mee == "Gemeente Almere doet mee."
    traject["deelnemers"] = {"nodes": [party, {**party, "weergavenaam": "Emmen"}]}
    assert running(traject).doen_mee.endswith("doen mee.")
    assert running({**traject, "deelnemers": {"nodes": []}}).doen_mee == ""
    assert running(traject).bekend == []


def test_what_is_near_says_its_route_or_that_nobody_knows() -> None:
    law = {"naam": "Wet", "departement": {"naam": "SZW"}}
    thing = {
        "id": "knelpunt:a", "titel": "A", "route": None, "wetten": {"nodes": [law, {**law, "departement": None}]},
        "gesignaleerdIn": {"nodes": []}, "oplossingen": {"nodes": []}, "herkomst": {"nodes": []},
    }  # fmt: skip
    given = {"knelpunt": thing, "score": 0.456, "redenen": ["Een.", "Twee."]}
    found = near(given)
    assert (found.lijkt, found.redenen, found.departementen) == (46, "Een. Twee.", ["SZW"])
    assert found.uitleg.endswith("We raden niet.")
    for route, told in ROUTES.items():
        assert near({**given, "knelpunt": {**thing, "route": route}}).uitleg == told
    assert ministries([law, law]) == ["SZW"]


def test_above_what_lies_there_stands_no_no() -> None:
    less = {"uitleg": f"{LESS}: Iets."}
    answer = {"heeftAl": [], "uitkomst": "BEKEND_NIETS", "onderwerp": None, "alternatief": less}
    assert heading(answer) == "Er ligt wel iets, maar minder ver dan je vraagt"
    assert heading({**answer, "heeftAl": [{}]}) == "Wat er ligt, heb je al"
    assert heading({**answer, "alternatief": {"uitleg": "x"}}) == "Hier ligt nog niets voor op de plank"
