"""What a gemeente reports about itself."""

from pathlib import Path
from typing import Any

import pytest

from graph.contents import history
from graph.engine.store import Run, Store
from tests.loaders.papers import SOLUTION, base, load, write
from tests.writing import ANOTHER, APPLY, BUREAU, FAULTS, UTRECHT, Writer

pytestmark = pytest.mark.anyio
SOLVES = "oplossing:eenloket-nandu"
USE = "toepassing:gm9001-eenloket-nandu"
FELT = f"""
mutation ($invoer: KnelpuntMeldingInvoer!, $dubbel: Boolean! = false) {{
  knelpuntMelden(invoer: $invoer, ookAlsDubbel: $dubbel) {{
    knelpunt {{ id titel publicatieStatus ervarenDoor {{ edges {{ ernst sinds node {{ id }} }} }} }} {FAULTS} }} }}
"""
PROGRESS = f"""
mutation ($invoer: VoortgangInvoer!) {{ voortgangMelden(invoer: $invoer) {{
  voortgang {{ id op tekst traject {{ id status }} }} {FAULTS} }} }}
"""


@pytest.fixture
async def writer(store: Store, tmp_path: Path) -> Writer:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION), "Ria")
    return await Writer.on(store)


async def applies(writer: Writer, viewer: Any = UTRECHT, **given: Any) -> Any:
    said = {"oplossing": SOLVES, "status": "IN_GEBRUIK", **given}
    return (await writer.data(APPLY, viewer, invoer=said))["toepassingMelden"]


def fault(answer: Any) -> tuple[str, str, list[str]]:
    [found] = answer["fouten"]
    return found["__typename"], found["code"], found["pad"]


async def test_what_a_gemeente_applies_counts_at_once_and_shows_that_nobody_looked(writer: Writer) -> None:
    found = await applies(writer, ANOTHER, sinds="2024-02-01", resultaat="Minder wachten")
    made = found["toepassing"]
    assert (made["id"], made["status"], made["sinds"]) == (
        "toepassing:gm9002-eenloket-nandu",
        "IN_GEBRUIK",
        "2024-02-01",
    )
    [passage] = made["herkomst"]["nodes"]
    assert not passage["bevestigd"]
    assert passage["bron"]["soort"] == "melding"
    assert "resultaat: Minder wachten" in passage["passage"]
    [change] = await history.of(writer.store.rows, made["id"], 5)
    assert (change.door, change.soort) == ("gm-ander", "AANGEMAAKT")


async def test_a_mutation_takes_three_statements(writer: Writer) -> None:
    await applies(writer)
    writer.store.sent_in.clear()
    await applies(writer, status="OVERWEEGT")
    assert len(writer.store.sent_in) == 3, "begin, look, write and read back"


async def test_who_stops_says_why_and_who_starts_again_leaves_no_end(writer: Writer) -> None:
    assert fault(await applies(writer, status="GESTOPT")) == ("ValidatieFout", "BAD_USER_INPUT", ["invoer"])
    stopped = (await applies(writer, status="GESTOPT", redenGestopt="Te duur"))["toepassing"]
    assert stopped["redenGestopt"] == "Te duur"
    assert stopped["tot"]
    again = (await applies(writer))["toepassing"]
    assert (again["status"], again["redenGestopt"], again["tot"]) == ("IN_GEBRUIK", None, None)


async def test_a_gemeente_reports_for_itself_alone(writer: Writer) -> None:
    found = await applies(writer, UTRECHT, gemeente={"code": "GM9002"})
    assert found["toepassing"] is None
    assert fault(found) == ("ValidatieFout", "FORBIDDEN", ["invoer", "gemeente"])
    made = await applies(writer, BUREAU, gemeente={"naam": "waterdam"})
    assert made["toepassing"]["id"] == USE
    assert fault(await applies(writer, BUREAU)) == ("ValidatieFout", "BAD_USER_INPUT", ["invoer", "gemeente"])


@pytest.mark.parametrize("role", ["OPENBAAR", "ANALIST"])
async def test_others_may_not_write(writer: Writer, role: str) -> None:
    answer = await writer(APPLY, writer.viewer(role), invoer={"oplossing": SOLVES, "status": "OVERWEEGT"})
    assert [e["extensions"]["code"] for e in answer["errors"]] == [
        "UNAUTHENTICATED" if role == "OPENBAAR" else "FORBIDDEN"
    ]
    assert writer.store.sent_in == []


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"oplossing": "oplossing:weg"}, ("NietGevonden", "NOT_FOUND", ["invoer", "oplossing"])),
        ({"oplossing": "knelpunt:wachten"}, ("ValidatieFout", "BAD_USER_INPUT", ["invoer", "oplossing"])),
        ({"oplossing": "zomaar"}, ("ValidatieFout", "BAD_USER_INPUT", ["invoer", "oplossing"])),
        ({"resultaat": "a\x00b"}, ("ValidatieFout", "BAD_USER_INPUT", ["invoer", "resultaat"])),
        ({"resultaat": "om\u202egekeerd"}, ("ValidatieFout", "BAD_USER_INPUT", ["invoer", "resultaat"])),
        ({"resultaat": "x" * 5_001}, ("ValidatieFout", "BAD_USER_INPUT", ["invoer", "resultaat"])),
        ({"resultaat": "BSN 123456782"}, ("ValidatieFout", "BAD_USER_INPUT", ["invoer", "resultaat"])),
        ({"resultaat": "  "}, ("ValidatieFout", "BAD_USER_INPUT", ["invoer", "resultaat"])),
        ({"tot": "2024-01-01"}, ("ValidatieFout", "BAD_USER_INPUT", ["invoer"])),
        ({"sinds": "2024-02-02", "tot": "2024-01-01", "status": "GESTOPT", "redenGestopt": "x"},
         ("ValidatieFout", "BAD_USER_INPUT", ["invoer", "tot"])),
    ],
)  # fmt: skip
async def test_what_cannot_be_is_said_and_nothing_is_written(writer: Writer, given: Any, what: Any) -> None:
    before = await writer.store.rows("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n), count(r)", {})
    version = await writer.store.rows("MATCH (m:Meta) RETURN m.versie", {})
    assert fault(await applies(writer, **given)) == what
    assert await writer.store.rows("MATCH (m:Meta) RETURN m.versie", {}) == version
    after = await writer.store.rows("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n), count(r)", {})
    assert after == before


async def test_what_is_hidden_is_not_there(writer: Writer) -> None:
    async def hide(run: Run) -> None:
        await run("MATCH (n:Oplossing) SET n.publicatieStatus = 'CONCEPT'", {})

    await writer.store.write(hide)
    hidden, absent = await applies(writer, ANOTHER), await applies(writer, ANOTHER, oplossing="oplossing:weg")
    assert hidden["fouten"][0]["melding"].replace(SOLVES, "oplossing:weg") == absent["fouten"][0]["melding"]
    assert (await applies(writer, BUREAU, gemeente={"code": "GM9002"}))["fouten"] == []


async def test_what_was_withdrawn_is_not_changed_by_who_does_not_see_it(writer: Writer) -> None:
    await applies(writer, resultaat="van vroeger")

    async def withdraw(run: Run) -> None:
        await run("MATCH (t:Toepassing {id: $id}) SET t.publicatieStatus = 'INGETROKKEN'", {"id": USE})

    await writer.store.write(withdraw)
    said = {"oplossing": SOLVES, "status": "IN_GEBRUIK", "resultaat": "van nu"}
    for version in (None, 1):
        answer = await writer.data(APPLY, UTRECHT, invoer=said, versie=version)
        assert fault(answer["toepassingMelden"]) == ("ValidatieFout", "CONFLICT", ["invoer"])
        assert "van vroeger" not in str(answer)
    assert await writer.store.rows("MATCH (t:Toepassing {id: $id}) RETURN t.resultaat", {"id": USE}) == [
        ["van vroeger"]
    ]
    assert (await applies(writer, BUREAU, gemeente={"code": "GM9001"}, resultaat="van nu"))["fouten"] == []


async def test_html_is_text(writer: Writer) -> None:
    text = "<script>alert(1)</script> & <b>vet</b>"
    await applies(writer, aanpassing=text, resultaat=text)
    [row] = await writer.store.rows("MATCH (t:Toepassing {id: $id}) RETURN t.aanpassing, t.resultaat", {"id": USE})
    assert row == [text, text]


async def test_two_who_change_different_fields_do_not_meet(writer: Writer) -> None:
    first = (await applies(writer, resultaat="eerst"))["toepassing"]["versie"]
    await applies(writer, resultaat="van een ander", status="IN_GEBRUIK")
    other = await writer.data(
        APPLY, invoer={"oplossing": SOLVES, "gemeente": {"code": "GM9001"}, "status": "IN_GEBRUIK", "aanpassing": "ja"},
        versie=first,
    )  # fmt: skip
    assert other["toepassingMelden"]["fouten"] == []
    said = {"oplossing": SOLVES, "status": "IN_GEBRUIK", "resultaat": "van mij"}
    clash = (await writer.data(APPLY, UTRECHT, invoer=said, versie=first))["toepassingMelden"]
    assert fault(clash) == ("VersieConflict", "CONFLICT", ["verwachteVersie"])
    [field] = clash["fouten"][0]["velden"]
    assert (field["veld"], field["wie"], field["door"]) == ("resultaat", "GEMEENTE", None)
    assert (field["hunWaarde"], field["jouwWaarde"]) == ("van een ander", "van mij")
    assert field["op"]
    assert clash["fouten"][0]["huidigeVersie"] == first + 2
    ahead = (await writer.data(APPLY, UTRECHT, invoer=said, versie=99))["toepassingMelden"]
    assert fault(ahead) == ("ValidatieFout", "BAD_USER_INPUT", ["verwachteVersie"])


async def test_the_same_key_is_done_once_and_belongs_to_one_request(writer: Writer) -> None:
    said = {"oplossing": SOLVES, "status": "OVERWEEGT"}
    once = await writer.data(APPLY, ANOTHER, invoer=said, sleutel="abc")
    again = await writer.data(APPLY, ANOTHER, invoer=said, sleutel="abc")
    assert once == again
    assert len(await history.of(writer.store.rows, once["toepassingMelden"]["toepassing"]["id"], 9)) == 1
    answer = await writer(APPLY, ANOTHER, invoer={**said, "status": "IN_GEBRUIK"}, sleutel="abc")
    assert [e["extensions"]["code"] for e in answer["errors"]] == ["CONFLICT"]
    assert writer.status == 409
    theirs = await writer.data(APPLY, UTRECHT, invoer=said, sleutel="abc")
    assert theirs["toepassingMelden"]["toepassing"]["id"] == USE, "a key is of who gave it"


async def test_what_was_refused_may_be_put_right_with_the_same_key(writer: Writer) -> None:
    wrong = await writer.data(APPLY, UTRECHT, invoer={"oplossing": SOLVES, "status": "GESTOPT"}, sleutel="k")
    assert wrong["toepassingMelden"]["fouten"]
    right = {"oplossing": SOLVES, "status": "GESTOPT", "redenGestopt": "Te duur"}
    assert not (await writer.data(APPLY, UTRECHT, invoer=right, sleutel="k"))["toepassingMelden"]["fouten"]


async def feels(writer: Writer, viewer: Any = UTRECHT, dubbel: bool = False, **given: Any) -> Any:
    return (await writer.data(FELT, viewer, invoer=given, dubbel=dubbel))["knelpuntMelden"]


async def test_a_gemeente_feels_a_knelpunt_that_is_known_and_later_no_longer(writer: Writer) -> None:
    found = await feels(writer, knelpunt="knelpunt:wachten", ernst=4, sinds="2023-01-01")
    assert {"ernst": 4, "sinds": "2023-01-01", "node": {"id": "gemeente:gm9001"}} in (
        found["knelpunt"]["ervarenDoor"]["edges"]
    )
    over = await feels(writer, knelpunt="knelpunt:wachten", redenVoorbij="De wachtlijst is weg")
    assert over["fouten"] == []
    assert over["knelpunt"]["ervarenDoor"]["edges"] == []
    never = await feels(writer, ANOTHER, knelpunt="knelpunt:wachten", redenVoorbij="Nooit gehad")
    assert fault(never) == ("NietGevonden", "NOT_FOUND", ["invoer"])
    text = await feels(writer, knelpunt="knelpunt:wachten", omschrijving="Anders")
    assert fault(text) == ("ValidatieFout", "BAD_USER_INPUT", ["invoer"]), "another's text is for the bureau"
    assert fault(await feels(writer, knelpunt="knelpunt:wachten", ernst=9))[2] == ["invoer", "ernst"]


async def test_a_new_knelpunt_and_its_double(writer: Writer) -> None:
    made = await feels(writer, titel="Formulieren zijn te moeilijk", themas=["thema:schulden"])
    key = made["knelpunt"]["id"]
    assert key.startswith("knelpunt:formulieren-zijn-te-moeilijk")
    twice = await feels(writer, ANOTHER, titel="FORMULIEREN zijn te moeilijk")
    assert fault(twice) == ("MogelijkDubbel", "CONFLICT", ["invoer", "titel"])
    assert twice["fouten"][0]["kandidaten"] == [{"id": key}]
    for near in ("Formulieren zijn te moelijk", "Te moeilijk zijn formulieren", "formulier en zijn te moeilijk"):
        found = await feels(writer, ANOTHER, titel=near)
        assert fault(found) == ("MogelijkDubbel", "CONFLICT", ["invoer", "titel"]), near
        assert found["fouten"][0]["kandidaten"] == [{"id": key}]
    assert not (await feels(writer, ANOTHER, titel="Formulieren van de gemeente raken zoek"))["fouten"]
    other = await feels(writer, ANOTHER, dubbel=True, titel="Formulieren zijn te moeilijk")
    assert other["knelpunt"]["id"] not in (None, key)
    assert fault(await feels(writer, titel="!!!")) == ("ValidatieFout", "BAD_USER_INPUT", ["invoer", "titel"])


async def test_a_hidden_double_is_not_told_to_a_gemeente(writer: Writer) -> None:
    await feels(writer, titel="Formulieren zijn te moeilijk")

    async def hide(run: Run) -> None:
        await run(
            "MATCH (n:Knelpunt) WHERE n.weergavenaam STARTS WITH 'Formulieren' SET n.publicatieStatus = 'CONCEPT'"
        )

    for title in ("Formulieren zijn te moeilijk", "Formulieren zijn te moelijk"):
        await writer.store.write(hide)
        assert not (await feels(writer, ANOTHER, titel=title))["fouten"], title
    told = await feels(writer, ANOTHER, titel="Formulieren zijn te moellijk")
    assert len(told["fouten"][0]["kandidaten"]) == 1, "of three the one that everybody sees"


async def test_progress_of_a_traject_changes_its_status_unless_it_is_old_news(writer: Writer, tmp_path: Path) -> None:
    await load(writer.store, write(tmp_path, t_yaml="feiten:\n  - {soort: traject, naam: Samen wachten}\n"))
    said = {"traject": "traject:samen-wachten", "op": "2024-05-01", "status": "LOPEND", "tekst": "We zijn begonnen"}
    found = (await writer.data(PROGRESS, invoer=said))["voortgangMelden"]["voortgang"]
    assert (found["op"], found["tekst"], found["traject"]["status"]) == ("2024-05-01", "We zijn begonnen", "LOPEND")
    older = {**said, "op": "2023-01-01", "status": "VERKENNING", "tekst": "We verkennen"}
    assert (await writer.data(PROGRESS, invoer=older))["voortgangMelden"]["voortgang"]["traject"]["status"] == "LOPEND"
    lost = await writer.data(PROGRESS, invoer={**said, "traject": "traject:weg"})
    assert fault(lost["voortgangMelden"]) == ("NietGevonden", "NOT_FOUND", ["invoer", "traject"])
    answer = await writer(PROGRESS, UTRECHT, invoer=said)
    assert answer["errors"][0]["extensions"]["code"] == "FORBIDDEN"
