"""What a person reads about a hit, on both engines: the passages, the names of what can help instead."""

from datetime import date

import pytest

from graph.engine.store import Store
from graph.pasklaar.details import Citaat, details
from graph.pasklaar.lookup import Question, look_up
from tests.graph.shelf import edge_row, put, put_on_shelf

pytestmark = pytest.mark.anyio

VANDAAG = date(2026, 11, 24)


async def test_a_hit_has_its_makers_and_passages(store: Store) -> None:
    await put_on_shelf(store)
    question = Question(knelpunt="knelpunt:steken", gemeente="gemeente:gm0200", ook_verwant=False)
    answer = await look_up(store, question, vandaag=VANDAAG)
    shown = (await details(store, answer, VANDAAG.isoformat())).treffers["oplossing:fonds"]
    assert shown.bedacht_door == ("Den Haag",)
    assert shown.citaten == (Citaat("Het fonds loopt sinds 2017.", "Oud bericht", None, "2017-05-01"),)


async def test_a_passage_that_supports_several_facts_is_shown_once(store: Store) -> None:
    await put_on_shelf(store)
    await put(store, [], [edge_row("feit:1", "BLIJKT_UIT", "vermelding:2")])
    answer = await look_up(store, Question(knelpunt="knelpunt:steken", ook_verwant=False), vandaag=VANDAAG)
    citaten = (await details(store, answer, VANDAAG.isoformat())).treffers["oplossing:fonds"].citaten
    assert [c.url for c in citaten] == ["https://voorbeeld.nl/bericht", None]


async def test_a_useful_no_has_the_names_of_what_it_points_at(store: Store) -> None:
    await put_on_shelf(store)
    answer = await look_up(store, Question(knelpunt="knelpunt:norm", ook_verwant=False), vandaag=VANDAAG)
    shown = await details(store, answer, VANDAAG.isoformat())
    assert shown.treffers == {}
    assert shown.namen == {
        "traject:uitwisseling": "Uitwisseling persoonsgegevens",
        "wet:participatiewet": "Participatiewet",
        "departement:szw": "Ministerie van Sociale Zaken",
    }
