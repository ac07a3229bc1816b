"""Operations that write: in order, each for itself or all together, one writer after another."""

import asyncio
from pathlib import Path
from typing import Any

import orjson
import pytest

from graph.contents import history
from graph.engine.store import Store
from graph.errors import WriteConflict
from schema.execute.execution import Request
from tests.loaders.papers import SOLUTION, base, load, write
from tests.writing import APPLY, BUREAU, FAULTS, UTRECHT, Writer

pytestmark = pytest.mark.anyio
SOLVES = "oplossing:eenloket-nandu"
GOOD = f'toepassingMelden(invoer: {{oplossing: "{SOLVES}", status: OVERWEEGT}})'
BAD = 'toepassingMelden(invoer: {oplossing: "oplossing:weg", status: OVERWEEGT})'
STATUS = "MATCH (t:Toepassing {id: 'toepassing:gm9001-eenloket-nandu'}) RETURN t.status"


@pytest.fixture
async def writer(store: Store, tmp_path: Path) -> Writer:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION), "Ria")
    return await Writer.on(store)


async def test_each_stands_for_itself_and_in_order(writer: Writer) -> None:
    seen = "{ toepassing { status } fouten { code } }"
    found = await writer.data(
        f"mutation {{ een: {GOOD} {seen} twee: {BAD} {seen} "
        f"drie: {GOOD.replace('OVERWEEGT', 'VOORBEREIDING')} {seen} __typename }}", UTRECHT,
    )  # fmt: skip
    assert [*found] == ["een", "twee", "drie", "__typename"]
    assert found["__typename"] == "Mutation"
    assert found["een"]["toepassing"] == {"status": "OVERWEEGT"}, "read before the next one began"
    assert found["twee"] == {"toepassing": None, "fouten": [{"code": "NOT_FOUND"}]}
    assert await writer.store.rows(STATUS, {}) == [["VOORBEREIDING"]]


async def test_all_of_them_or_none(writer: Writer) -> None:
    seen = "{ toepassing { status } fouten { code melding } }"
    found = await writer.data(f"mutation @alles {{ een: {GOOD} {seen} twee: {BAD} {seen} }}", UTRECHT)
    assert found["een"]["toepassing"] is None
    assert "alles of niets" in found["een"]["fouten"][0]["melding"]
    assert found["twee"]["fouten"][0]["code"] == "NOT_FOUND"
    assert await writer.store.rows(STATUS, {}) == [["IN_GEBRUIK"]]
    both = await writer.data(
        f"mutation @alles {{ een: {GOOD} {seen} twee: {GOOD.replace('OVERWEEGT', 'VOORBEREIDING')} {seen} }}", UTRECHT
    )
    assert [each["toepassing"]["status"] for each in both.values()] == ["OVERWEEGT", "VOORBEREIDING"]


async def test_who_may_not_do_one_of_them_does_none(writer: Writer) -> None:
    merge = 'samenvoegen(behoud: "a", opgaan: ["b"]) { fouten { code } }'
    answer = await writer(f"mutation {{ {GOOD} {{ fouten {{ code }} }} {merge} }}", UTRECHT)
    assert answer["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    assert "data" not in answer
    assert await writer.store.rows(STATUS, {}) == [["IN_GEBRUIK"]]


async def test_reading_alone_writes_nothing(writer: Writer) -> None:
    asked = Request(f"mutation {{ {GOOD} {{ fouten {{ code }} }} }}", viewer=UTRECHT, reading=True)
    reply = await writer.executor.execute(asked)
    assert reply.status == 405
    assert b"POST" in reply.body
    assert await writer.store.rows(STATUS, {}) == [["IN_GEBRUIK"]]


async def test_what_is_too_large_is_refused_before_anything_is_written(writer: Writer) -> None:
    inner = "oplossing { toepassingen(first: 100) { nodes { herkomst(first: 10) { nodes { id } } } } }"
    many = f"oplossing {{ toepassingen(first: 100) {{ nodes {{ {inner} }} }} }}"
    answer = await writer(f"mutation {{ {GOOD} {{ toepassing {{ {many} }} fouten {{ code }} }} }}", UTRECHT)
    assert answer["errors"][0]["extensions"]["code"] == "OPERATION_TOO_LARGE"
    assert await writer.store.rows(STATUS, {}) == [["IN_GEBRUIK"]]


async def test_a_field_for_others_is_withheld_and_the_work_is_done(writer: Writer) -> None:
    seen = "{ toepassing { status geschiedenis(first: 1) { nodes { id } } } fouten { code __typename } }"
    answer = await writer(f"mutation {{ {GOOD} {seen} }}", UTRECHT)
    assert [e["extensions"]["code"] for e in answer["errors"]] == ["FORBIDDEN"]
    assert answer["data"]["toepassingMelden"]["toepassing"]["status"] == "OVERWEEGT"
    wrong = await writer(f"mutation {{ {BAD} {seen} }}", UTRECHT)
    assert wrong["data"]["toepassingMelden"]["fouten"] == [{"code": "NOT_FOUND", "__typename": "NietGevonden"}]


async def test_what_falls_short_of_the_schema_is_told_after_it_was_done_once(writer: Writer) -> None:
    async def spoil(run: Any) -> None:
        await run("MATCH (o:Oplossing) REMOVE o.titel", {})

    await writer.store.write(spoil)
    answer = await writer(
        f"mutation {{ {GOOD} {{ toepassing {{ id oplossing {{ titel }} }} fouten {{ code }} }} }}", UTRECHT
    )
    assert answer["errors"][0]["path"] == ["toepassingMelden", "toepassing", "oplossing", "titel"]
    assert len(await history.of(writer.store.rows, "toepassing:gm9001-eenloket-nandu", 9)) == 2, (
        "made, then changed once"
    )


async def test_two_who_report_the_same_at_once_make_one_thing(store: Store, writer: Writer) -> None:
    other = await Writer.on(store)
    asked = f"""mutation ($titel: String!) {{ knelpuntMelden(
      invoer: {{titel: $titel, gemeente: {{code: "GM9001"}}}}) {{ knelpunt {{ id }} {FAULTS} }} }}"""
    found = await asyncio.gather(*(each.data(asked, BUREAU, titel="Zelfde zorg") for each in (writer, other)))
    made = [each["knelpuntMelden"]["knelpunt"] for each in found]
    [first] = [each for each in made if each]
    [fault] = [f for each in found for f in each["knelpuntMelden"]["fouten"]]
    assert fault["kandidaten"] == [{"id": first["id"]}]


async def test_the_same_key_at_once_is_done_once(store: Store, writer: Writer) -> None:
    other = await Writer.on(store)
    said = {"oplossing": SOLVES, "status": "OVERWEEGT"}
    found = await asyncio.gather(*(each.data(APPLY, UTRECHT, invoer=said, sleutel="k") for each in (writer, other)))
    assert found[0] == found[1]
    assert len(await history.of(store.rows, "toepassing:gm9001-eenloket-nandu", 9)) == 2


async def test_nothing_is_lost_between_writers(store: Store, writer: Writer) -> None:
    """Each reads the version, adds a letter, and tries again when another was first: all letters are there."""
    writers = [writer, *[await Writer.on(store) for _ in range(3)]]

    async def add(own: Writer, letter: str) -> None:
        for _ in range(40):
            row = await store.read("MATCH (t:Toepassing) RETURN t.versie, coalesce(t.resultaat, '')", {})
            assert row is not None
            said = {"oplossing": SOLVES, "status": "IN_GEBRUIK", "resultaat": row[1] + letter}
            try:
                answer = await own.data(APPLY, UTRECHT, invoer=said, versie=row[0])
            except (WriteConflict, AssertionError):
                continue
            if not answer["toepassingMelden"]["fouten"]:
                return
        pytest.fail("never its turn")

    await asyncio.gather(*(add(own, letter) for own, letter in zip(writers, "abcd", strict=True)))
    [[result, version]] = await store.rows("MATCH (t:Toepassing) RETURN t.resultaat, t.versie", {})
    assert sorted(result) == ["a", "b", "c", "d"]
    assert version == 5


async def test_the_answer_of_a_write_is_not_for_keeping(writer: Writer) -> None:
    reply = await writer.executor.execute(Request(f"mutation {{ {GOOD} {{ fouten {{ code }} }} }}", viewer=UTRECHT))
    assert not reply.lasting
    assert orjson.loads(reply.body)["extensions"]["kosten"] >= 50
