"""Names where ids are asked: one fit is taken, more or none is a list with ids."""

from pathlib import Path

import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from loaders.names import naming
from opdeplank.graph import meant
from opdeplank.terminal.refused import Refused
from tests.loaders.papers import LIST, SOLUTION, base, load, write

pytestmark = pytest.mark.anyio

TWICE = """\
feiten:
  - {soort: persoon, id: "persoon:jan-bos", naam: Jan Bos}
  - {soort: persoon, id: "persoon:jan-bos-2", naam: Jan Bos}
"""


@pytest.fixture
async def filled(store: Store, tmp_path: Path) -> Store:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION, lijst_txt=LIST, dubbel_yaml=TWICE))
    return store


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ("persoon:anna-de-wit", "persoon:anna-de-wit"),
        ("feit:0123456789ab", "feit:0123456789ab"),
        ("persoon:niemand", "persoon:niemand"),  # an id is left to whoever looks it up
        ("Anna de Wit", "persoon:anna-de-wit"),
        ("  anna DE wit ", "persoon:anna-de-wit"),
        ("gemeente Waterdam", "gemeente:gm9001"),
        ("Waterdam aan Zee", "gemeente:gm9001"),
        ("GM9001", "gemeente:gm9001"),
        ("éénloket ñandu", "oplossing:eenloket-nandu"),
        ("BEW", "departement:bos"),
    ],
)
async def test_an_id_or_a_name_that_fits_one_thing(filled: Store, given: str, key: str) -> None:
    assert await meant.thing(filled, given) == key


async def test_a_name_that_fits_several_is_a_list_with_ids(filled: Store) -> None:
    with pytest.raises(Refused) as refused:
        await meant.thing(filled, "Jan Bos")
    assert str(refused.value).splitlines() == [
        "Twee dingen heten Jan Bos. Noem de id:", "  persoon:jan-bos    Jan Bos", "  persoon:jan-bos-2  Jan Bos",
    ]  # fmt: skip


@pytest.mark.parametrize(("given", "key"), [("Anna", "persoon:anna-de-wit"), ("Waterdan", "gemeente:gm9001")])
async def test_a_name_that_is_not_quite_one_is_a_list_as_well(filled: Store, given: str, key: str) -> None:
    with pytest.raises(Refused, match=r"ken ik niet\. Bedoel je een van deze\?") as refused:
        await meant.thing(filled, given)
    assert key in str(refused.value)


async def test_a_name_that_is_nothing_says_what_to_do(filled: Store) -> None:
    with pytest.raises(Refused, match=r"'xyzzy' ken ik niet\. Zoek met andere woorden: opdeplank zoek TEKST"):
        await meant.thing(filled, "xyzzy")


async def test_in_an_empty_graph_the_command_that_fills_it_is_named(store: Store) -> None:
    for ask in (meant.thing, meant.load):
        with pytest.raises(Refused, match=r"De graaf is leeg\. Vul hem met: opdeplank start --alleen-vullen"):
            await ask(store, "Toke Tom")


async def test_people_show_what_they_do(filled: Store) -> None:
    names = await naming.known(filled.rows, MODEL)
    assert meant.shown(names, "persoon:anna-de-wit") == "Anna de Wit, wethouder bij Waterdam"
    assert await meant.called(filled, names, "wit") == ["persoon:ria-de-wit", "persoon:anna-de-wit"]
    assert await meant.called(filled, names, "wie helpt een jongere met veel schulden") == []


async def test_a_load_goes_by_the_name_of_a_document(filled: Store, tmp_path: Path) -> None:
    one = await meant.load(filled, "basis.yaml")
    two = await meant.load(filled, "lijst.txt")
    assert one.startswith("lading:")
    assert one != two == await meant.load(filled, "oplossing.yaml")
    assert await meant.load(filled, "lading:anders") == "lading:anders"
    await load(filled, write(tmp_path, lijst_txt=LIST + "\nKarel Bos – secretaris Koepel\n"))
    with pytest.raises(Refused, match=r"'lijst\.txt' is meer dan één keer geladen\. Noem de id:") as several:
        await meant.load(filled, "lijst.txt")
    assert str(several.value).count("lading:") == 2
    with pytest.raises(Refused, match=r"Een lading 'weg\.txt' ken ik niet\. Dit zijn de laatste:") as unknown:
        await meant.load(filled, "weg.txt")
    assert str(unknown.value).count("lading:") == 3
