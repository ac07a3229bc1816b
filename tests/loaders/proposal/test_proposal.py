"""The proposal: every character accounted for, the difference with the graph, and the same file back."""

import re
from pathlib import Path

import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.errors import GraphError
from loaders.load.apply import apply
from loaders.load.undo import undo
from loaders.proposal.decided import load_id, settle
from loaders.proposal.intake import Intake
from loaders.proposal.proposal import BadProposal, accept_all, from_json
from tests.loaders.papers import LIST, SOLUTION, base, load, picture, read, write

pytestmark = pytest.mark.anyio

TABLE = "code,naam,opvolgers\nGM9101,Zanddorp,Waterdam\n\nGM9102,Kleidorp,\n"
ODD = "\r\n  Één regel.\r\n\r\nJan Bos – directeur, 👍 Koepel\r\n\u00a0\u00a0Nog\tiets \r\n"


async def taken(store: Store, folder: Path) -> Intake:
    await base(store, folder)
    return await read(
        store, write(folder, oplossing_yaml=SOLUTION, lijst_txt=LIST, gemeenten_csv=TABLE, vreemd_txt=ODD)
    )


async def test_facts_and_leftovers_together_cover_every_character(store: Store, tmp_path: Path) -> None:
    intake = await taken(store, tmp_path)
    assert not intake.refusals, [str(r) for r in intake.refusals]
    texts = {d.id: (tmp_path / d.bestand).read_bytes().decode() for d in intake.proposal.documenten if d.bestand}
    assert len(texts) == 4
    covered = {key: [False] * len(text) for key, text in texts.items()}
    spans = [(p.document, p.van, p.tot, p.citaat) for f in intake.proposal.feiten for p in f.bewijs]
    spans += [(left.document, left.van, left.tot, left.tekst) for left in intake.proposal.niet_gebruikt]
    for key, start, end, quote in spans:
        if key in texts:
            assert texts[key][start:end] == quote
            covered[key][start:end] = [True] * (end - start)
    for key, text in texts.items():
        lost = "".join(char for char, seen in zip(text, covered[key], strict=True) if not seen)
        assert lost.strip() == ""
    assert all(left.reden for left in intake.proposal.niet_gebruikt)
    assert {d.tekens for d in intake.proposal.documenten if d.id in texts} == {len(t) for t in texts.values()}


async def test_a_proposal_survives_being_written_and_read(store: Store, tmp_path: Path) -> None:
    proposal = (await taken(store, tmp_path)).proposal
    again = from_json(proposal.to_json(), "voorstel.json")
    assert again == proposal
    assert load_id(settle(MODEL, again)) == load_id(settle(MODEL, proposal))
    assert proposal.basis == "1"


async def test_the_proposal_has_the_shape_of_the_contract(store: Store, tmp_path: Path) -> None:
    import json

    said = json.loads((await taken(store, tmp_path)).proposal.to_json())
    assert list(said) == ["versie", "basis", "documenten", "feiten", "niet_gebruikt", "samen"]
    role = next(f for f in said["feiten"] if f["soort"] == "rol" and f["velden"]["persoon"] == "Anna de Wit")
    assert role["velden"] == {
        "persoon": "Anna de Wit", "functie": "wethouder", "organisatie": "gemeente:gm9001",
        "organisatie_vorm": "gemeente Waterdam", "van": None, "tot": None,
    }  # fmt: skip
    assert list(role) == [
        "id", "soort", "velden", "bewijs", "zekerheid", "regel", "vraag", "stand", "besluit", "gelezen",
        "kandidaten",
    ]  # fmt: skip
    assert list(role["bewijs"][0]) == ["document", "van", "tot", "citaat"]
    assert {"id", "bestand", "sha256", "tekens", "titel", "datum"} <= set(said["documenten"][0])
    assert set(said["niet_gebruikt"][0]) == {"document", "van", "tot", "tekst", "reden"}


async def test_what_is_new_and_what_is_known_is_said(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    text = "feiten:\n  - {soort: thema, naam: Schulden}\n  - {soort: thema, naam: Wonen}\n"
    intake = await read(store, write(tmp_path, themas_yaml=text))
    assert {f.velden["naam"]: f.stand for f in intake.proposal.feiten} == {"Schulden": "bevestigd", "Wonen": "nieuw"}
    assert intake.proposal.counts()["bevestigd"] == 1


async def test_what_a_person_put_right_stays_right_when_the_document_comes_again(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    paths = write(tmp_path, lijst_txt="Jan Bos – directeur Grroen, Koepel\n")
    first = await read(store, paths)
    role = next(f for f in first.proposal.feiten if f.soort == "rol")
    role.velden["functie"] = "directeur Groen"
    bon = await apply(store, MODEL, first.proposal, "tester")
    again = await read(store, paths)
    assert [f.velden["functie"] for f in again.proposal.feiten if f.soort == "rol"] == ["directeur Groen"]
    assert (await apply(store, MODEL, again.proposal, "tester")).lading == bon.lading
    roles = await store.rows("MATCH (:Persoon)-[r:WERKT_BIJ]->() RETURN r.functie", {})
    assert roles == [["directeur Groen"]]


async def test_what_a_new_version_no_longer_says_is_proposed_to_lapse_and_never_taken_away(
    store: Store, tmp_path: Path
) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, lijst_txt=LIST, ander_txt="Anna de Wit – wethouder, gemeente Waterdam\n"))
    shorter = LIST.replace("Bram Oud – Voorzitter Koepel & Directeur Bos – ministerie van BEW\n", "")
    shorter = shorter.replace(
        "Anna de Wit – wethouder, gemeente Waterdam\n", "Carla Nu – wethouder, gemeente Waterdam\n"
    )
    intake = await read(store, write(tmp_path, lijst_txt=shorter))
    found = [f for f in intake.proposal.feiten if f.stand not in ("nieuw", "bevestigd")]
    gone = {(f.soort, f.velden.get("persoon") or f.velden["naam"], f.stand) for f in found}
    assert gone == {
        ("persoon", "Anna de Wit", "minder_bewijs"), ("rol", "Anna de Wit", "minder_bewijs"),
        ("lid", "Anna de Wit", "vervalt"), ("persoon", "Bram Oud", "vervalt"), ("rol", "Bram Oud", "vervalt"),
        ("lid", "Bram Oud", "vervalt"), ("departement", "Ministerie van Bos en Water", "minder_bewijs"),
        ("organisatie", "Koepel", "minder_bewijs"),
    }  # fmt: skip
    accept_all(intake.proposal)
    assert {f.besluit for f in intake.proposal.feiten if f.stand == "vervalt"} == {"later"}
    await apply(store, MODEL, intake.proposal, "tester")
    rows = await store.rows("MATCH (p:Persoon)-[r:LID_VAN]->() RETURN p.weergavenaam ORDER BY p.volgorde", {})
    assert [name for [name] in rows] == ["Carla Nu", "Bram Oud", "Anna de Wit"]


async def test_a_lapse_that_a_person_agrees_to_takes_the_relationship_and_can_be_undone(
    store: Store, tmp_path: Path
) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, lijst_txt=LIST))
    before = await picture(store)
    shorter = LIST.replace("Anna de Wit – wethouder, gemeente Waterdam\n", "")
    intake = await read(store, write(tmp_path, lijst_txt=shorter))
    for fact in intake.proposal.feiten:
        if fact.stand == "vervalt":
            fact.besluit = "ja"
    bon = await apply(store, MODEL, intake.proposal, "tester")
    anna = "MATCH (p:Persoon {id: 'persoon:anna-de-wit'}) RETURN p.publicatieStatus, COUNT { MATCH (p)-->(:Entiteit) }"
    assert await store.rows(anna, {}) == [["INGETROKKEN", 0]]
    await undo(store, MODEL, bon.lading)
    assert await picture(store) == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "geen geldige JSON"),
        (b'{"versie": 1}', "basis ontbreekt"),
        (b'{"versie": 2, "basis": "0", "documenten": [], "feiten": [], "niet_gebruikt": []}', "versie 2 ken ik niet"),
        (
            b'{"versie": 1, "basis": "0", "documenten": [], "niet_gebruikt": [], "feiten": '
            b'[{"id": "feit:1", "soort": "rol", "velden": {}, "besluit": "jaa"}]}',
            'feiten[0].besluit: "jaa" is geen keuze; kies uit ja, nee, later',
        ),
        (
            b'{"versie": 1, "basis": "0", "documenten": [], "niet_gebruikt": [], "feiten": '
            b'[{"id": "feit:1", "velden": 3}]}',
            "feiten[0].soort ontbreekt",
        ),
    ],
)  # fmt: skip
def test_a_proposal_that_cannot_be_read_says_where(content: bytes, said: str) -> None:
    with pytest.raises(BadProposal) as caught:
        from_json(content, "voorstel.json")
    assert str(caught.value).startswith("voorstel.json: ")
    assert said in str(caught.value)


async def test_an_address_that_somebody_put_in_a_proposal_is_one_on_the_web(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    proposal = (await read(store, write(tmp_path, oplossing_yaml=SOLUTION))).proposal
    content = proposal.to_json().decode()
    with pytest.raises(BadProposal, match=r"documenten\[0\]\.url: 'data:x' is geen webadres"):
        from_json(re.sub(r'"url": ("[^"]*"|null)', '"url": "data:x"', content, count=1).encode(), "voorstel.json")
    edited = from_json(content.replace("https://voorbeeld.test/h.pdf", "javascript:alert(1)").encode(), "voorstel.json")
    with pytest.raises(GraphError, match=r"Feit feit:\S+: bij 'materialen' is 'javascript:alert\(1\)' geen webadres"):
        await apply(store, MODEL, edited, "tester")


async def test_one_text_under_two_names_is_one_document(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    intake = await read(store, write(tmp_path, een_txt=LIST, twee_txt=LIST))
    assert [d.bestand for d in intake.proposal.documenten] == ["een.txt"]


async def test_a_publisher_by_name_becomes_a_relationship_and_an_unknown_one_a_mistake(
    store: Store, tmp_path: Path
) -> None:
    await base(store, tmp_path)
    paths = write(tmp_path, lijst_txt=LIST, ander_txt="Niets.")
    write(tmp_path, **{"lijst.txt.bron_yaml": "uitgever: Koepel", "ander.txt.bron_yaml": "uitgever: Kopel"})
    intake = await read(store, paths)
    assert [str(r).split(";")[0] for r in intake.refusals] == ["ander.txt: uitgever 'Kopel' ken ik niet"]
    await apply(store, MODEL, intake.proposal, "tester")
    rows = await store.rows("MATCH (d:Document)-[:UITGEGEVEN_DOOR]->(p) RETURN d.bestand, p.id", {})
    assert rows == [["lijst.txt", "organisatie:koepel"]]
