"""What was read goes into the graph as far as it is proven, once, and a decision is remembered."""

from pathlib import Path
from typing import Any

import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from loaders.load.apply import apply
from loaders.load.undo import undo
from loaders.proposal.intake import Intake
from loaders.proposal.proposal import accept_all
from tests.loaders.papers import base, load, read, write

pytestmark = pytest.mark.anyio
NEWS = """\
3 mei 2021

Wethouder Anna de Wit van Waterdam opende het loket.

Wethouder Piet Vos was er ook. “Dit is een mooie dag voor ons allemaal”, zegt Vos.
"""


async def accepted(store: Store, paths: list[Path]) -> Intake:
    intake = await read(store, paths)
    assert not intake.refusals, [str(r) for r in intake.refusals]
    accept_all(intake.proposal)
    await apply(store, MODEL, intake.proposal, "tester")
    return intake


async def rows(store: Store, text: str) -> list[list[Any]]:
    return await store.rows(text, {})


async def test_only_what_is_proven_becomes_a_relationship(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await accepted(store, write(tmp_path, nieuws_txt=NEWS))
    found = await rows(store, "MATCH (p:Persoon)-[r:WERKT_BIJ]->(o) RETURN p.naam, r.functie, o.naam")
    assert found == [["Anna de Wit", "Wethouder", "Waterdam"]]
    people = await rows(store, "MATCH (p:Persoon) RETURN p.naam ORDER BY p.naam")
    assert people == [["Anna de Wit"]], "Piet Vos waits with the question what he does where"


async def test_what_is_only_said_is_kept_with_its_passage(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await accepted(store, write(tmp_path, nieuws_txt=NEWS))
    text = (
        "MATCH (f:Feit)-[:BLIJKT_UIT]->(p:Passage) WHERE f.soort IN ['citaat', 'datum'] OR "
        "(f.soort = 'rol' AND f.onderwerp = 'persoon:piet-vos') RETURN f.soort, p.regel ORDER BY f.soort, p.regel"
    )
    assert [*{tuple(row): None for row in await rows(store, text)}] == [
        ("citaat", "citaat-spreker"), ("datum", "datum-document"),
    ]  # fmt: skip


async def test_the_date_at_the_top_fills_what_the_source_left_open(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await accepted(store, write(tmp_path, nieuws_txt=NEWS))
    assert await rows(store, "MATCH (d:Document {bestand: 'nieuws.txt'}) RETURN d.datum") == [["2021-05-03"]]


async def test_reading_again_confirms_and_loads_nothing(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    paths = write(tmp_path, nieuws_txt=NEWS)
    await accepted(store, paths)
    again = await read(store, paths)
    assert {f.stand for f in again.proposal.feiten if not f.vraag} == {"bevestigd"}
    assert all(f.besluit == "later" for f in again.proposal.feiten if f.vraag)


async def test_a_decision_is_never_asked_again(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    paths = write(tmp_path, nieuws_txt=NEWS)
    intake = await read(store, paths)
    accept_all(intake.proposal)
    for fact in intake.proposal.feiten:
        if fact.soort == "rol" and fact.vraag:
            fact.velden["organisatie"], fact.besluit = "gemeente:gm9001", "ja"
        elif fact.vraag:
            fact.besluit = "nee"
    await apply(store, MODEL, intake.proposal, "tester")
    found = await rows(store, "MATCH (p:Persoon)-[:WERKT_BIJ]->(o) RETURN p.naam, o.naam ORDER BY p.naam")
    assert found == [["Anna de Wit", "Waterdam"], ["Piet Vos", "Waterdam"]]
    again = await read(store, paths)
    assert not [f for f in again.proposal.feiten if f.besluit == "later"]


async def test_yes_to_a_function_brings_the_person_along_and_undoing_takes_both_back(
    store: Store, tmp_path: Path
) -> None:
    await base(store, tmp_path)
    intake = await read(store, write(tmp_path, nieuws_txt="Nieuws uit Waterdam\n\nXqala Mbuza (wethouder) sprak.\n"))
    [asked] = [fact for fact in intake.proposal.feiten if fact.soort in ("persoon", "rol")]
    assert (asked.soort, asked.besluit) == ("rol", "later")
    asked.besluit = "ja"
    bon = await apply(store, MODEL, intake.proposal, "tester")
    text = "MATCH (p:Persoon)-[:WERKT_BIJ]->(o) RETURN p.naam, o.naam"
    assert await rows(store, text) == [["Xqala Mbuza", "Waterdam"]]
    await undo(store, MODEL, bon.lading)
    assert await rows(store, "MATCH (p:Persoon) RETURN p.naam") == []


async def test_a_form_that_a_person_explained_is_known_from_then_on(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    first = await read(store, write(tmp_path, een_txt="Anna de Wit – directeur, Grote Koepelclub\n"))
    accept_all(first.proposal)
    for fact in first.proposal.feiten:
        if fact.soort == "rol":
            assert fact.vraag is not None
            fact.velden["organisatie"], fact.besluit = "organisatie:koepel", "ja"
    await apply(store, MODEL, first.proposal, "tester")
    second = await read(store, write(tmp_path, twee_txt="Bram Oud – manager, Grote Koepelclub\n"))
    [role] = [f for f in second.proposal.feiten if f.soort == "rol"]
    assert (role.vraag, role.velden["organisatie"]) == (None, "organisatie:koepel")


async def test_somebody_who_looks_like_somebody_is_asked_and_never_merged(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await accepted(store, write(tmp_path, een_txt="Anna de Wit – wethouder, gemeente Waterdam\n"))
    for text in ("Anne de Wit – wethouder, gemeente Waterdam\n", "A. de Wit – wethouder, gemeente Waterdam\n"):
        found = await read(store, write(tmp_path, twee_txt=text))
        [person] = [f for f in found.proposal.feiten if f.soort == "persoon"]
        assert person.vraag is not None
        assert "persoon:anna-de-wit" in person.vraag
        assert all(f.vraag for f in found.proposal.feiten if f.soort == "rol")


async def test_a_burgemeester_beside_the_one_in_the_graph_is_asked(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, een_txt="Anna de Wit – burgemeester, gemeente Waterdam\n"))
    found = await read(store, write(tmp_path, twee_txt="Bram Oud – burgemeester, gemeente Waterdam\n"))
    [role] = [f for f in found.proposal.feiten if f.soort == "rol"]
    assert role.vraag is not None
    assert role.vraag.startswith("De graaf kent Anna de Wit als burgemeester van Waterdam.")


async def test_facts_and_leftovers_cover_every_letter(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    found = await read(store, write(tmp_path, nieuws_txt=NEWS + "\nFoto: Kees Kaal\n\n" + "x" * 30_000))
    [source] = found.proposal.documenten
    covered = bytearray(source.tekens)
    text = (tmp_path / "nieuws.txt").read_text(encoding="utf-8")
    spans = [(p.van, p.tot) for f in found.proposal.feiten for p in f.bewijs]
    for start, end in [*spans, *((left.van, left.tot) for left in found.proposal.niet_gebruikt)]:
        covered[start:end] = b"\1" * (end - start)
    assert not [i for i, c in enumerate(text) if not c.isspace() and not covered[i]]


async def test_one_yes_brings_an_unknown_oplossing_and_organisation_along_and_undoing_takes_them_back(
    store: Store, tmp_path: Path
) -> None:
    await base(store, tmp_path)
    text = (
        "Nieuws uit Waterdam\n\nWaterdam gebruikt de werkwijze Vroeg Samen Eropaf.\n\n"
        "Cees Groot – directeur, Stichting Xqala\n\nStichting Xqala bouwt huizen.\n"
    )
    intake = await read(store, write(tmp_path, nieuws_txt=text))
    for matter in intake.proposal.samen:
        matter.besluit = "ja"
    for fact in intake.proposal.feiten:
        if fact.soort == "toepassing":
            fact.besluit = "ja"
    bon = await apply(store, MODEL, intake.proposal, "tester")
    where = "MATCH (p:Persoon)-[:WERKT_BIJ]->(o:Organisatie) RETURN p.naam, o.naam"
    assert ["Cees Groot", "Stichting Xqala"] in await rows(store, where)
    used = "MATCH (t:Toepassing)-[]-(o:Oplossing) RETURN o.id, o.titel, t.status"
    assert await rows(store, used) == [["oplossing:vroeg-samen-eropaf", "Vroeg Samen Eropaf", "IN_GEBRUIK"]]
    await undo(store, MODEL, bon.lading)
    assert await rows(store, "MATCH (o:Oplossing) RETURN count(o)") == [[0]]
    assert await rows(store, "MATCH (o:Organisatie {naam: 'Stichting Xqala'}) RETURN count(o)") == [[0]]
