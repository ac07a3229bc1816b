"""Loading: one transaction, once, on the graph it was made for."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Run, Store
from graph.errors import GraphError, StaleBasis, StoreFull, WriteConflict, WriteUnknown
from loaders.facts.fact import RECORD_RULE
from loaders.load.apply import apply, preview
from loaders.proposal.proposal import accept_all, from_json
from loaders.records.told import told
from tests.loaders.papers import LIST, SOLUTION, base, load, picture, read, write

pytestmark = pytest.mark.anyio


async def one(store: Store, text: str, **parameters: Any) -> Any:
    row = await store.read(text, parameters)
    assert row is not None
    return row[0] if len(row) == 1 else row


async def test_a_record_becomes_a_thing_with_what_follows_from_it(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    node = await one(store, "MATCH (n:Oplossing {id: 'oplossing:eenloket-nandu'}) RETURN properties(n)")
    assert node["weergavenaam"] == node["titel"] == "Éénloket Ñandu"
    assert node["volgorde"] == "eenloket nandu\toplossing:eenloket-nandu"
    assert node["naamPlat"] == "eenloket nandu"
    assert node["zoektekst"] == "Éénloket Ñandu\nbalie\nloket voor alles"
    assert (node["rijpheid"], node["rijpheidRang"]) == ("BEPROEFD", 4)
    assert (node["bewijs"], node["bewijsRang"]) == ("NIET_BEOORDEELD", 0)
    assert (node["publicatieStatus"], node["versie"]) == ("GEPUBLICEERD", 1)
    assert (node["doorlooptijdWeken"], node["benodigd"], node["valkuilen"]) == (12, ["balie", "geduld"], [])
    assert node["materialen"] == ['{"titel":"Handleiding","url":"https://voorbeeld.test/h.pdf","soort":"handleiding"}']
    assert "samenvatting" not in node
    assert len(node["feiten"]) == 2  # that it exists, and its rijpheid


async def test_an_inline_thing_gets_its_own_id_name_and_ends(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    found = await one(
        store,
        "MATCH (g:Gemeente)-[p:PAST_TOE]->(t:Toepassing)-[v:VAN]->(o:Oplossing) "
        "RETURN g.id, t.id, t.weergavenaam, t.sinds, o.id, p.feiten = t.feiten, v.feiten = t.feiten",
    )
    assert found == [
        "gemeente:gm9001", "toepassing:gm9001-eenloket-nandu", "Waterdam past Éénloket Ñandu toe", "2019-05-01",
        "oplossing:eenloket-nandu", True, True,
    ]  # fmt: skip


async def test_every_thing_and_relationship_rests_on_a_passage_that_stands_in_its_document(
    store: Store, tmp_path: Path
) -> None:
    await base(store, tmp_path)
    paths = write(tmp_path, oplossing_yaml=SOLUTION, lijst_txt=LIST)
    await load(store, paths)
    texts = {p.name: p.read_text(encoding="utf-8") for p in [*paths, tmp_path / "basis.yaml"]}
    rows = await store.rows(
        "MATCH (f:Feit)-[:BLIJKT_UIT]->(p:Passage)-[:UIT]->(d:Document) "
        "RETURN d.bestand, p.van, p.tot, p.passage, p.regel, f.id",
        {},
    )
    for file, start, end, quote, rule, _ in rows:
        assert quote
        if file is not None:
            assert quote == (told(texts[file][start:end]) if rule == RECORD_RULE else texts[file][start:end])
    proven = {row[5] for row in rows}
    claims = await store.rows("MATCH (n:Entiteit) RETURN n.feiten", {})
    claims += await store.rows("MATCH (:Entiteit)-[r]->(:Entiteit) RETURN r.feiten", {})
    assert claims
    assert all(facts and set(facts) <= proven for [facts] in claims)


async def test_two_roles_at_one_organisation_are_two_relationships(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    text = """\
feiten:
  - {soort: rol, persoon: Anna de Wit, functie: wethouder, organisatie: Waterdam, van: 2014-01-01, tot: 2018-01-01}
  - {soort: rol, persoon: Anna de Wit, functie: burgemeester, organisatie: Waterdam, van: 2018-01-02}
"""
    await load(store, write(tmp_path, mensen_yaml=text))
    rows = await store.rows(
        "MATCH (p:Persoon)-[r:WERKT_BIJ]->(g) RETURN p.id, r.functie, r.functiePlat, r.van, g.id ORDER BY r.van", {}
    )
    assert rows == [
        ["persoon:anna-de-wit", "wethouder", "wethouder", "2014-01-01", "gemeente:gm9001"],
        ["persoon:anna-de-wit", "burgemeester", "burgemeester", "2018-01-02", "gemeente:gm9001"],
    ]


async def test_the_same_proposal_twice_is_one_load_and_changes_nothing(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    intake = await read(store, write(tmp_path, oplossing_yaml=SOLUTION, lijst_txt=LIST))
    first = await apply(store, MODEL, intake.proposal, "tester")
    before = await picture(store)
    version = await one(store, "MATCH (m:Meta) RETURN m.versie")
    again = await apply(store, MODEL, from_json(intake.proposal.to_json(), "voorstel.json"), "someone else")
    assert (again.lading, again.al_geladen) == (first.lading, True)
    assert await picture(store) == before
    assert await one(store, "MATCH (m:Meta) RETURN m.versie") == version


async def test_reading_the_same_documents_again_is_the_same_load(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    paths = write(tmp_path, oplossing_yaml=SOLUTION, lijst_txt=LIST)
    first = await load(store, paths)
    again = await read(store, paths)
    assert again.proposal.counts()["nieuw"] == 0
    assert (await apply(store, MODEL, again.proposal, "tester")).lading == first.lading


async def test_a_proposal_made_on_an_older_graph_is_refused(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    stale = await read(store, write(tmp_path, oplossing_yaml=SOLUTION))
    await load(store, write(tmp_path, lijst_txt=LIST))
    before = await picture(store)
    with pytest.raises(StaleBasis):
        await preview(store.rows, MODEL, stale.proposal)
    with pytest.raises(StaleBasis):
        await apply(store, MODEL, stale.proposal, "tester")
    assert await picture(store) == before


async def test_a_load_that_fails_half_way_leaves_the_graph_as_it_was(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await base(store, tmp_path)
    intake = await read(store, write(tmp_path, oplossing_yaml=SOLUTION))
    before = await picture(store)
    carry_out = store.write
    for fails_at in (1, 4, 9, 14):

        async def failing(work: Any, timeout: float, at: int = fails_at) -> Any:
            async def until(run: Run) -> Any:
                sent = 0

                async def counted(text: str, parameters: Any = None) -> list[list[Any]]:
                    nonlocal sent
                    found = await run(text, parameters)
                    sent += " CREATE " in text or " MERGE " in text
                    if sent == at:
                        raise GraphError("uit de lucht gevallen")
                    return found

                return await work(counted)

            return await carry_out(until, timeout)

        monkeypatch.setattr(store, "write", failing)
        with pytest.raises(GraphError, match="uit de lucht"):
            await apply(store, MODEL, intake.proposal, "tester")
        assert await picture(store) == before
    monkeypatch.undo()
    assert (await apply(store, MODEL, intake.proposal, "tester")).aangemaakt > 0


async def test_a_changed_record_changes_only_that_thing_and_its_version(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    changed = SOLUTION.replace("[balie, loket voor alles]", "[balie]").replace(
        "rijpheid: BEPROEFD", "rijpheid: PASKLAAR"
    )
    bon = await load(store, write(tmp_path, oplossing_yaml=changed))
    assert (bon.aangemaakt, bon.bijgewerkt) == (0, 1)
    node = await one(store, "MATCH (n:Oplossing) RETURN properties(n)")
    assert (node["versie"], node["rijpheidRang"], node["zoektekst"]) == (2, 5, "Éénloket Ñandu\nbalie")
    assert await one(store, "MATCH (n:Gemeente {id: 'gemeente:gm9001'}) RETURN n.versie") == 1


async def test_a_second_source_adds_evidence_and_no_fact(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    other = "feiten:\n  - {soort: thema, naam: Schulden}\n"
    bon = await load(store, write(tmp_path, ander_yaml=other))
    assert (bon.aangemaakt, bon.bijgewerkt, bon.ongewijzigd) == (0, 0, 1)
    rows = await store.rows(
        "MATCH (n:Thema) UNWIND n.feiten AS id MATCH (f:Feit {id: id})-[:BLIJKT_UIT]->(p)-[:UIT]->(d) "
        "RETURN d.bestand ORDER BY d.bestand",
        {},
    )
    assert rows == [["ander.yaml"], ["basis.yaml"]]


async def test_no_stays_no_and_later_leaves_no_trace(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    paths = write(tmp_path, lijst_txt=LIST)
    intake = await read(store, paths)
    roles = [f for f in intake.proposal.feiten if f.soort == "rol"]
    roles[0].besluit, roles[1].besluit = "nee", "later"
    await apply(store, MODEL, intake.proposal, "tester")
    assert await one(store, "MATCH (:Persoon)-[r:WERKT_BIJ]->() RETURN count(r)") == len(roles) - 2
    again = {f.id: f for f in (await read(store, paths)).proposal.feiten}
    assert (again[roles[0].id].stand, again[roles[0].id].besluit) == ("eerder_afgewezen", "nee")
    assert again[roles[1].id].stand == "nieuw"


async def test_a_preview_counts_and_writes_nothing(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    intake = await read(store, write(tmp_path, oplossing_yaml=SOLUTION))
    before = await picture(store)
    seen = await preview(store.rows, MODEL, intake.proposal)
    assert await picture(store) == before
    done = await apply(store, MODEL, intake.proposal, "tester")
    assert (seen.lading, seen.aangemaakt, seen.bijgewerkt) == (done.lading, done.aangemaakt, done.bijgewerkt)
    again = await preview(store.rows, MODEL, intake.proposal)
    assert (again.lading, again.al_geladen, again.aangemaakt) == (done.lading, True, 0)


async def test_an_answer_that_is_no_id_is_refused_and_nothing_is_written(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    intake = await read(store, write(tmp_path, lijst_txt="Jan Bos – directeur Hout, Onbekende Club\n"))
    asked = [f for f in intake.proposal.feiten if f.soort == "rol"]
    assert [f.besluit for f in asked] == ["later"]
    accept_all(intake.proposal)
    assert [f.besluit for f in asked] == ["later"]  # a question is only for a person
    before = await picture(store)
    asked[0].besluit, asked[0].velden["organisatie"] = "ja", "knelpunt:hout"
    with pytest.raises(GraphError, match="geen gemeente of departement of organisatie"):
        await apply(store, MODEL, intake.proposal, "tester")
    assert await picture(store) == before
    asked[0].velden["organisatie"] = "organisatie:koepel"
    await apply(store, MODEL, intake.proposal, "tester")
    again = await read(store, [tmp_path / "lijst.txt"])
    assert [(f.stand, f.vraag) for f in again.proposal.feiten if f.soort == "rol"] == [("bevestigd", None)]


async def test_a_relationship_to_something_that_was_refused_is_refused_too(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    intake = await read(store, write(tmp_path, oplossing_yaml=SOLUTION))
    person = next(f for f in intake.proposal.feiten if f.soort == "persoon")
    person.besluit = "nee"
    with pytest.raises(GraphError, match="persoon:ria-de-wit"):
        await apply(store, MODEL, intake.proposal, "tester")


async def test_two_loads_at_once_do_not_both_pass_on_one_basis(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    first = await read(store, write(tmp_path, oplossing_yaml=SOLUTION))
    second = await read(store, write(tmp_path, lijst_txt=LIST))
    outcomes = await asyncio.gather(
        apply(store, MODEL, first.proposal, "a"), apply(store, MODEL, second.proposal, "b"), return_exceptions=True
    )
    assert sorted(isinstance(o, StaleBasis | WriteConflict) for o in outcomes) == [False, True]


async def test_the_receipt_says_who_when_and_how_much(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    intake = await read(store, write(tmp_path, oplossing_yaml=SOLUTION))
    moment = datetime(2021, 5, 6, 7, 8, 9, tzinfo=UTC)
    bon = await apply(store, MODEL, intake.proposal, "Programmabureau", moment)
    stored = await one(store, "MATCH (l:Lading {id: $id}) RETURN properties(l)", id=bon.lading)
    assert (stored["door"], stored["gestartOp"]) == ("Programmabureau", "2021-05-06T07:08:09.000+00:00")
    assert (stored["aangemaakt"], stored["teruggedraaid"]) == (bon.aangemaakt, False)
    files = await store.rows("MATCH (d:Document)-[:GELADEN_MET]->(l:Lading {id: $id}) RETURN d.id", {"id": bon.lading})
    assert len(files) == bon.documenten == 3


@pytest.mark.parametrize("error", [StoreFull, WriteUnknown])
@pytest.mark.parametrize("stored", [True, False])
async def test_a_load_that_the_database_is_not_sure_of_is_looked_for(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[GraphError], stored: bool
) -> None:
    await base(store, tmp_path)
    proposal = (await read(store, write(tmp_path, oplossing_yaml=SOLUTION))).proposal
    accept_all(proposal)
    really = store.write

    async def unsure(work: Any, timeout: float) -> Any:
        if stored:
            await really(work, timeout)
        raise error

    monkeypatch.setattr(store, "write", unsure)
    if not stored:
        with pytest.raises(error):
            await apply(store, MODEL, proposal, "test")
        return
    bon = await apply(store, MODEL, proposal, "test")
    assert bon.al_geladen
    assert await one(store, "MATCH (l:Lading {id: $id}) RETURN l.teruggedraaid", id=bon.lading) is False
