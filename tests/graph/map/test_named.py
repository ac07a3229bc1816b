"""A question that is a name, and what belongs to the thing of that name."""

from collections.abc import AsyncIterator

import pytest

from graph.engine.store import Run, Store
from graph.map.named import Genoemd, named
from graph.map.verdict import Uitkomst
from graph.meaning.index import Beside
from graph.pasklaar.lookup import Question, look_up
from graph.resources import Resources
from graph.search.find import OPENBAAR
from tests.graph.shelf import put_on_shelf

pytestmark = pytest.mark.anyio


@pytest.fixture
async def beside(store: Store) -> AsyncIterator[Beside]:
    await put_on_shelf(store)
    found = Beside(store)
    await found.catch_up()
    yield found
    found.close()


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("den haag", "gemeente:gm0518"),
        ("Wat heeft de gemeente Emmen allemaal?", "gemeente:gm0114"),
        ("s-gravenhage", "gemeente:gm0518"),
        ("participatiwet", "wet:participatiewet"),
        ("thema Schulden", "thema:schulden"),
        ("Perspectieffonds", "oplossing:fonds"),
        ("kredietbank noord", "organisatie:kredietbank"),
    ],
)
async def test_a_name_opens_its_thing(store: Store, beside: Beside, text: str, thing: str) -> None:
    found = await named(store, beside, text, OPENBAAR)
    assert found is not None
    assert found.id == thing
    answer = await look_up(store, Question(omschrijving=text), resources=Resources(beside))
    assert answer.genoemd == thing


async def test_a_name_of_letters_that_are_no_word_opens_its_thing(store: Store, beside: Beside) -> None:
    async def renames(run: Run) -> None:
        await run("MATCH (n:Entiteit {id: 'organisatie:kredietbank'}) SET n.aliassenPlat = ['k&n']", {})

    await store.write(renames)
    await beside.catch_up()
    answer = await look_up(store, Question(omschrijving="K&N"), resources=Resources(beside))
    assert answer.genoemd == "organisatie:kredietbank"


@pytest.mark.parametrize("text", ["jongeren in den haag met schulden", "iets anders", "nog niet openbaar schuldenplan"])
async def test_a_question_that_holds_a_name_stays_a_question(store: Store, beside: Beside, text: str) -> None:
    assert await named(store, beside, text, OPENBAAR) is None


async def test_the_hits_are_what_belongs_to_it_and_the_reason_says_so(store: Store, beside: Beside) -> None:
    answer = await look_up(store, Question(omschrijving="gemeente Emmen"), resources=Resources(beside))
    assert {hit.oplossing for hit in answer.treffers} == {"oplossing:fonds", "oplossing:eettafel"}
    assert "Het hoort bij Emmen." in {reden.uitleg for hit in answer.treffers for reden in hit.redenen}
    itself = await look_up(store, Question(omschrijving="Perspectieffonds"), resources=Resources(beside))
    assert [hit.oplossing for hit in itself.treffers] == ["oplossing:fonds"]


async def test_a_thing_without_anything_on_the_shelf_is_known_and_the_answer_says_so(
    store: Store, beside: Beside
) -> None:  # fmt: skip
    answer = await look_up(store, Question(omschrijving="Boxtel"), resources=Resources(beside))
    assert (answer.aantal, answer.uitkomst, answer.genoemd) == (0, Uitkomst.BEKEND_NIETS, "gemeente:gm0757")
    assert answer.alternatief is not None
    assert answer.alternatief.uitleg.startswith("We kennen Boxtel, maar daar ligt nog niets bij op de plank.")


@pytest.mark.parametrize(
    ("soort", "naam", "said"),
    [
        ("Wet", "Participatiewet", "de Participatiewet"),
        ("Wet", "Besluit bijstandverlening zelfstandigen 2004", "het Besluit bijstandverlening zelfstandigen 2004"),
        ("Departement", "Ministerie van Financiën", "het Ministerie van Financiën"),
        ("Organisatie", "Provincie Drenthe", "de provincie Drenthe"),
        ("Organisatie", "Jeugdregio Twente", "de jeugdregio Twente"),
        ("Organisatie", "Divosa", "Divosa"),
        ("Gemeente", "Zwolle", "Zwolle"),
    ],
)
async def test_a_name_reads_well_in_a_sentence(soort: str, naam: str, said: str) -> None:
    assert Genoemd("x", soort, naam, ()).in_sentence == said


async def test_of_a_region_it_is_what_its_gemeenten_have(store: Store, beside: Beside) -> None:
    async def work(run: Run) -> None:
        await run(
            "MATCH (g:Gemeente {id: 'gemeente:gm0114'}) SET g.jeugdregio = 'Drenthe (Noord)' "
            "CREATE (:Entiteit:Partij:Organisatie {id: 'organisatie:jeugdregio-drenthe', naam: 'Jeugdregio Drenthe', "
            "weergavenaam: 'Jeugdregio Drenthe', volgorde: 'jeugdregio drenthe', soort: 'jeugdregio', "
            "publicatieStatus: 'GEPUBLICEERD'})"
        )

    await store.write(work)
    await beside.catch_up()
    asked = Question(omschrijving="Hoe zit het met de jeugdregio Drenthe, wat ligt daar?")
    answer = await look_up(store, asked, resources=Resources(beside))
    assert answer.genoemd == "organisatie:jeugdregio-drenthe"
    of_emmen = await look_up(store, Question(omschrijving="Emmen"), resources=Resources(beside))
    assert {hit.oplossing for hit in answer.treffers} == {hit.oplossing for hit in of_emmen.treffers}
