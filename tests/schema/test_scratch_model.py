"""A type that is added to the domain is in the API at once: fields, filters, orders, connections and evidence."""

from typing import Annotated, Any

import orjson
import pytest

from graph.cypher.rows import merge_edges, merge_nodes
from graph.domain import declaration, provenance
from graph.domain.declaration import Gemeente
from graph.domain.marks import End, Field, Relationship
from graph.domain.reader import read
from graph.engine.store import Run, Store
from schema.execute.execution import Executor, Request
from schema.execute.plans import Plans
from schema.types.types import Api
from tests import world
from tests.graph.test_scratch_model import WerktIn, Wijkteam

pytestmark = pytest.mark.anyio


class WerktMet(Relationship):
    """Een gemeente werkt met een wijkteam."""

    source = End(
        Gemeente, Field("teams", "Teams waarmee deze gemeente werkt", filters=True, sorts=True, filter_as="teams")
    )
    target = End(Wijkteam)
    dagen: Annotated[int | None, "Hoeveel dagen per week"]


MODEL = read(
    (*declaration.NODES, Wijkteam, *provenance.NODES),
    (*declaration.RELATIONSHIPS, WerktIn, WerktMet, *provenance.RELATIONSHIPS),
)
API = Api(MODEL)
TEAMS = (
    {"id": "wijkteam:een", "naam": "Team Één", "wijk": "Oost", "sinds": "2019-03-01", "leden": 12},
    {"id": "wijkteam:twee", "naam": "Team Twee", "leden": 3},
)
HERE = {"id": "gemeente:gm9001", "code": "GM9001", "naam": "Waterdam"}


@pytest.fixture
async def executor(store: Store) -> Executor:
    teams = [str(team["id"]) for team in TEAMS]

    async def work(run: Run) -> None:
        await merge_nodes(run, [world.node_row("Gemeente", HERE, MODEL)])
        await merge_nodes(run, [world.node_row("Wijkteam", team, MODEL) for team in TEAMS])
        await merge_edges(run, MODEL, [world.edge_row(key, "WERKT_IN", HERE["id"], {}, MODEL) for key in teams])
        ties = [world.edge_row(HERE["id"], "WERKT_MET", key, {"dagen": i}, MODEL) for i, key in enumerate(teams)]
        await merge_edges(run, MODEL, ties)

    await store.write(work)
    return Executor(store, Plans(API.schema._schema, MODEL, b"geheim"))


async def asked(executor: Executor, query: str) -> Any:
    answer = orjson.loads((await executor.execute(Request(query))).body)
    assert "errors" not in answer, answer
    return answer["data"]


async def test_a_thing_of_the_new_type_is_found_by_its_id_with_all_its_fields(executor: Executor) -> None:
    fields = "__typename ... on Wijkteam { naam wijk sinds leden gemeente { naam } herkomst { aantal } }"
    assert await asked(executor, f'{{ node(id: "wijkteam:een") {{ {fields} }} }}') == {
        "node": {
            "__typename": "Wijkteam", "naam": "Team Één", "wijk": "Oost", "sinds": "2019-03-01", "leden": 12,
            "gemeente": {"naam": "Waterdam"}, "herkomst": {"aantal": 0},
        }
    }  # fmt: skip


async def test_a_list_of_the_new_type_hangs_under_the_other_end(executor: Executor) -> None:
    query = '{ gemeente(sleutel: { code: "GM9001" }) { wijkteams { nodes { weergavenaam wijk gemeente { code } } } } }'
    assert (await asked(executor, query))["gemeente"]["wijkteams"]["nodes"] == [
        {"weergavenaam": "Team Één", "wijk": "Oost", "gemeente": {"code": "GM9001"}},
        {"weergavenaam": "Team Twee", "wijk": None, "gemeente": {"code": "GM9001"}},
    ]


async def test_a_connection_filters_sorts_and_shows_what_the_relationship_says(executor: Executor) -> None:
    page = "teams(filter: { leden: { min: 3 } }, sorteer: [{ veld: SINDS, richting: AFLOPEND }])"
    query = f'{{ gemeente(sleutel: {{ code: "GM9001" }}) {{ {page} {{ aantal edges {{ dagen node {{ naam }} }} }} }} }}'
    assert (await asked(executor, query))["gemeente"]["teams"] == {
        "aantal": 2,
        "edges": [{"dagen": 0, "node": {"naam": "Team Één"}}, {"dagen": 1, "node": {"naam": "Team Twee"}}],
    }


async def test_the_other_end_can_be_filtered_by_it(executor: Executor) -> None:
    query = '{{ gemeenten(filter: {{ teams: {{ {0}: {{ naam: {{ bevat: "EEN" }} }} }} }}) {{ aantal }} }}'
    found = [(await asked(executor, query.format(word)))["gemeenten"]["aantal"] for word in ("enige", "geen", "alle")]
    assert found == [1, 0, 0]


def test_the_new_type_stands_in_the_schema_with_its_descriptions() -> None:
    printed = API.schema.as_str()
    assert "type Wijkteam implements Entiteit & Node" in printed
    assert '"""Een team van hulpverleners in een wijk."""' in printed
    assert "type WerktMetWijkteamConnection" in printed
    assert "input WijkteamFilter" in printed
