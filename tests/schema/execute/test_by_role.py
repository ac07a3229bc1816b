"""What was made for one is not given to another: plans, cursors, and what stands in both."""

import pytest

from graph.domain.viewer import PUBLIC, Viewer
from graph.domain.vocabulary import Rol
from tests.asking import Asker, plans
from tests.plain.dump import Dump

pytestmark = pytest.mark.anyio
PAGE = "query ($na: String) { knelpunten(first: 1, after: $na) { pageInfo { endCursor } nodes { id } } }"
RANKED = """query ($na: String) { pasklaar(first: 1, after: $na, invoer: {vraag: {thema: "thema:geld"}}) {
  pageInfo { endCursor } } }"""


@pytest.mark.parametrize("query", [PAGE, RANKED])
async def test_a_cursor_of_one_role_is_refused_for_another(ask: Asker, query: str) -> None:
    for role in Rol:
        found = next(iter((await ask(query, role.name))["data"].values()))["pageInfo"]["endCursor"]
        if found is None:
            continue
        for other in Rol:
            answer = await ask(query, other.name, na=found)
            assert ("errors" in answer) == (other is not role), (role, other)


async def test_one_document_asked_by_each_role_in_both_orders_gives_each_its_own(ask: Asker, dump: Dump) -> None:
    key = next(t.id for t in dump.of("Persoon") if t.get("email") and t.get("publicatieStatus") == "GEPUBLICEERD")
    hidden = next(t.id for t in dump.of("Oplossing") if t.get("publicatieStatus") == "CONCEPT")
    query = f'{{ a: node(id: "{key}") {{ ... on Persoon {{ email }} }} b: node(id: "{hidden}") {{ id }} }}'
    seen = {}
    for role in (*Rol, *reversed(Rol)):
        data = (await ask(query, role.name))["data"]
        seen.setdefault(role, data)
        assert seen[role] == data
        assert bool(data["a"]["email"]) == (role is not Rol.OPENBAAR)
        assert bool(data["b"]) == (role in (Rol.ANALIST, Rol.PROGRAMMABUREAU))


def test_a_plan_is_for_a_role_and_a_gemeente() -> None:
    used = plans()
    document = used.document("{ themas { aantal } }")
    values = used.variables(document, {})
    viewers = [PUBLIC, Viewer(Rol.GEMEENTE, "gemeente:gm0344"), Viewer(Rol.GEMEENTE, "gemeente:gm0363"),
               Viewer(Rol.ANALIST)]  # fmt: skip
    assert len({used.key(document, values, viewer) for viewer in viewers}) == len(viewers)
    assert used.key(document, values, Viewer(Rol.ANALIST, key="a")) == used.key(document, values, Viewer(Rol.ANALIST))
