"""What a careful editor would look at."""

from datetime import date
from pathlib import Path

import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Run, Store
from loaders.curate.check import check
from tests.loaders.papers import SOLUTION, base, load, write

pytestmark = pytest.mark.anyio
TODAY = date(2024, 1, 1)


async def remarks(store: Store) -> set[tuple[str, bool, tuple[str, ...]]]:
    return {(r.soort, r.fout, r.ids) for r in await check(store.rows, MODEL, TODAY)}


async def test_a_graph_made_by_the_loader_keeps_its_own_rules(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    assert await remarks(store) == {
        ("zonder-rol", False, ("persoon:ria-de-wit",)),
        ("niet-bereikbaar", False, ("oplossing:eenloket-nandu",)),
        ("bewijs-zonder-reden", False, ("oplossing:eenloket-nandu",)),
    }


async def test_everything_that_is_missing_is_named(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION))

    async def damage(run: Run) -> None:
        await run("MATCH (:Gemeente)-[r:PAST_TOE]->() DELETE r")
        await run("MATCH (n:Thema) SET n.feiten = []")
        await run("MATCH (:Oplossing)-[r:LOST_OP]->() SET r.feiten = []")
        await run("MATCH (n:Knelpunt) SET n.fase = 'ZOMAAR'")
        await run("MATCH (n:Organisatie {id: 'organisatie:koepel'}) REMOVE n.naam")
        await run("MATCH (f:Feit)-[:BLIJKT_UIT]->(p) WHERE f.onderwerp = 'departement:bos' DETACH DELETE p")

    await store.write(damage)
    [[fact]] = await store.rows("MATCH (f:Feit {onderwerp: 'departement:bos'}) RETURN f.id", {})
    found = await remarks(store)
    assert found == {
        ("mist-einde", True, ("toepassing:gm9001-eenloket-nandu",)),
        ("zonder-feit", True, ("thema:schulden",)),
        ("zonder-feit", True, ("oplossing:eenloket-nandu", "knelpunt:wachten")),
        ("onbekend-woord", True, ("knelpunt:wachten",)),
        ("mist-waarde", True, ("organisatie:koepel",)),
        ("zonder-bewijs", True, (fact,)),
        ("zonder-rol", False, ("persoon:ria-de-wit",)),
        ("niet-bereikbaar", False, ("oplossing:eenloket-nandu",)),
        ("bewijs-zonder-reden", False, ("oplossing:eenloket-nandu",)),
    }


async def test_what_lies_ready_without_material_breaks_a_rule(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    text = """\
feiten:
  - {soort: gemeente, code: GM9001, naam: Waterdam, telefoon: 14 0900}
  - {soort: oplossing, titel: Loket, bewijsReden: Niet gezocht., toepassingen: [{gemeente: Waterdam}]}
"""
    await load(store, write(tmp_path, loket_yaml=text))
    assert await remarks(store) == set()

    async def ripen(run: Run) -> None:
        await run("MATCH (n:Oplossing) SET n.rijpheid = 'PASKLAAR'", {})

    await store.write(ripen)
    assert await remarks(store) == {("pasklaar-zonder-materiaal", True, ("oplossing:loket",))}


async def test_two_things_of_one_name_are_pointed_at_but_not_what_has_ended(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    text = """\
feiten:
  - {soort: thema, id: "thema:schulden-2", naam: schuldén}
  - {soort: gemeente, code: GM9009, naam: Waterdam, einddatum: 2010-12-31}
"""
    await load(store, write(tmp_path, dubbel_yaml=text))
    assert await remarks(store) == {("dubbele-naam", False, ("thema:schulden", "thema:schulden-2"))}


async def test_a_role_that_ended_is_no_current_role(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    text = "feiten:\n  - {soort: rol, persoon: Jan Bos, functie: directeur, organisatie: Koepel, tot: 2023-12-31}\n"
    await load(store, write(tmp_path, mensen_yaml=text))
    assert await remarks(store) == {("zonder-rol", False, ("persoon:jan-bos",))}


async def test_nearly_the_same_names_have_a_score_and_a_reason(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    text = """\
feiten:
  - {soort: persoon, naam: Anna de Wit}
  - {soort: persoon, naam: Anna de Witt}
  - {soort: persoon, naam: A. de Wit}
  - {soort: persoon, naam: Bram Oud}
  - {soort: organisatie, naam: Wijzen van Raad}
  - {soort: thema, naam: Schuld 1}
  - {soort: thema, naam: Schuld 2}
"""
    await load(store, write(tmp_path, namen_yaml=text))
    near = {r.ids: r.tekst for r in await check(store.rows, MODEL, TODAY) if r.soort == "bijna-dubbele-naam"}
    assert set(near) == {
        ("persoon:anna-de-wit", "persoon:anna-de-witt"),
        ("persoon:a-de-wit", "persoon:anna-de-wit"),
        ("organisatie:raad-van-wijzen", "organisatie:wijzen-van-raad"),
    }
    assert "0.96, bijna dezelfde letters" in near["persoon:anna-de-wit", "persoon:anna-de-witt"]
    assert "de voorletter past" in near["persoon:a-de-wit", "persoon:anna-de-wit"]
    assert "andere volgorde" in near["organisatie:raad-van-wijzen", "organisatie:wijzen-van-raad"]


async def test_what_has_run_out_and_a_traject_with_half_a_duo_are_pointed_at(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    text = """\
feiten:
  - {soort: oplossing, titel: Loket, toepassingen: [{gemeente: Waterdam, status: IN_GEBRUIK, tot: 2020-01-01}]}
  - {soort: oplossing, titel: Balie, toepassingen: [{gemeente: Waterdam, status: GESTOPT, tot: 2020-01-01}]}
  - {soort: rol, persoon: Anna de Wit, functie: directeur, organisatie: Waterdam}
  - {soort: rol, persoon: Bram Oud, functie: directeur, organisatie: "departement:bos"}
  - {soort: traject, naam: Half, status: LOPEND, regisseurs: [Anna de Wit]}
  - {soort: traject, naam: Heel, status: LOPEND, regisseurs: [Anna de Wit, Bram Oud]}
  - {soort: traject, naam: Klaar, status: AFGEROND}
"""
    await load(store, write(tmp_path, trajecten_yaml=text))
    found = {r.soort: r.tekst for r in await check(store.rows, MODEL, TODAY)}
    assert {kind: text for kind, text in found.items() if kind not in ("niet-bereikbaar", "bewijs-zonder-reden")} == {
        "verlopen-toepassing": "Waterdam past Loket toe (toepassing:gm9001-loket) liep tot 2020-01-01. "
        "Zet de status op GESTOPT.",
        "duo-onvolledig": "Half (traject:half) mist een regisseur van een ministerie.",
    }
