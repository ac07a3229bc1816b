"""A decision is made once: what was put right, refused or kept comes back so, whatever document says it again."""

from pathlib import Path
from typing import Any

import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.errors import GraphError
from loaders.facts.fact import Fact
from loaders.load.apply import apply
from loaders.load.undo import undo
from tests.loaders.papers import LIST, base, load, picture, read, write

pytestmark = pytest.mark.anyio

SHELF = """\
feiten:
  - {soort: oplossing, externeSleutel: opl-7, titel: Lokket, samenvatting: Een baalie, rijpheid: PILOT}
"""


async def shelf(store: Store) -> dict[str, Any]:
    [[found]] = await store.rows("MATCH (o:Oplossing) RETURN properties(o)", {})
    return dict(found)


async def put_right(store: Store, folder: Path) -> list[Path]:
    """Load SHELF, with the title and the summary put right by a person."""
    await base(store, folder)
    paths = write(folder, plank_yaml=SHELF)
    intake = await read(store, paths)
    [fact] = intake.proposal.feiten
    fact.velden |= {"titel": "Loket", "samenvatting": "Een balie"}
    await apply(store, MODEL, intake.proposal, "tester")
    return paths


async def test_properties_that_were_put_right_stay_right(store: Store, tmp_path: Path) -> None:
    paths = await put_right(store, tmp_path)
    before = await picture(store)
    again = await read(store, paths)
    assert [(f.stand, f.vraag, f.velden["titel"]) for f in again.proposal.feiten] == [("bevestigd", None, "Loket")]
    assert (await apply(store, MODEL, again.proposal, "tester")).al_geladen
    assert await picture(store) == before


async def test_they_stay_right_in_a_new_version_and_what_is_new_in_it_is_taken(store: Store, tmp_path: Path) -> None:
    await put_right(store, tmp_path)
    await load(store, write(tmp_path, plank_yaml=SHELF.replace("PILOT", "BEPROEFD")))
    found = await shelf(store)
    assert (found["titel"], found["samenvatting"], found["rijpheid"]) == ("Loket", "Een balie", "BEPROEFD")
    assert (found["weergavenaam"], found["zoektekst"]) == ("Loket", "Loket\nEen balie")


async def test_what_a_new_version_says_about_something_put_right_is_a_question(store: Store, tmp_path: Path) -> None:
    await put_right(store, tmp_path)
    intake = await read(store, write(tmp_path, plank_yaml=SHELF.replace("Een baalie", "Een praatje")))
    [fact] = intake.proposal.feiten
    assert fact.vraag == (
        "Iemand veranderde samenvatting eerder van 'Een baalie' in 'Een balie'. Nu staat er 'Een praatje'. Klopt dat?"
    )
    assert (fact.velden["titel"], fact.besluit) == ("Loket", "later")


async def test_an_older_document_that_comes_again_does_not_undo_a_later_one(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    older = write(tmp_path, oud_yaml="feiten:\n  - {soort: oplossing, titel: Loket, rijpheid: PILOT}\n")
    await load(store, older)
    await load(store, write(tmp_path, nieuw_yaml="feiten:\n  - {soort: oplossing, titel: Loket, rijpheid: BEPROEFD}\n"))
    before = await shelf(store)
    await load(store, [*older, *write(tmp_path, los_yaml="feiten:\n  - {soort: thema, naam: Los}\n")])
    assert await shelf(store) == before


async def test_a_role_put_right_is_confirmed_by_who_says_it_right(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    intake = await read(store, write(tmp_path, lijst_txt="Jan Bos – directeur Grroen, Koepel\n"))
    role = next(f for f in intake.proposal.feiten if f.soort == "rol")
    role.velden["functie"] = "directeur Groen"
    await apply(store, MODEL, intake.proposal, "tester")
    right = await read(store, write(tmp_path, goed_txt="Jan Bos – directeur Groen, Koepel\nNog een regel.\n"))
    assert [(f.stand, f.vraag) for f in right.proposal.feiten if f.soort == "rol"] == [("bevestigd", None)]
    await apply(store, MODEL, right.proposal, "tester")
    rows = await store.rows("MATCH (:Persoon)-[r:WERKT_BIJ]->() RETURN r.functie, size(r.feiten)", {})
    assert rows == [["directeur Groen", 1]]
    quotes = "MATCH (f:Feit {gezegde: 'WERKT_BIJ', besluit: 'ja'})-[:BLIJKT_UIT]->(p) RETURN count(p)"
    assert await store.rows(quotes, {}) == [[2]]


async def test_a_function_with_a_typo_is_asked_and_not_doubled(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, lijst_txt="Anna de Wit – wethouder, gemeente Waterdam\n"))
    text = """\
feiten:
  - {soort: rol, persoon: Anna de Wit, functie: wethoudder, organisatie: Waterdam}
  - {soort: rol, persoon: Anna de Wit, functie: burgemeester, organisatie: Waterdam}
  - {soort: rol, persoon: Anna de Wit, functie: wethoudder, organisatie: Koepel}
"""
    intake = await read(store, write(tmp_path, fout_yaml=text))
    asked = {
        (f.velden["functie"], f.velden["organisatie"]): f.vraag for f in intake.proposal.feiten if f.soort == "rol"
    }
    assert asked.pop(("wethoudder", "gemeente:gm9001")) == (
        "'wethoudder' lijkt op de functie 'wethouder' die al bekend is. Is het dezelfde, vul dan die in; "
        "is het een andere, zeg dan ja."
    )
    assert set(asked.values()) == {None}
    role = next(f for f in intake.proposal.feiten if f.vraag)
    role.velden["functie"], role.besluit = "wethouder", "ja"
    await apply(store, MODEL, intake.proposal, "tester")
    there = "MATCH (:Persoon)-[r:WERKT_BIJ]->(:Gemeente) RETURN r.functie ORDER BY r.functie"
    assert await store.rows(there, {}) == [["burgemeester"], ["wethouder"]]


async def shorter(store: Store, folder: Path) -> tuple[Any, Fact]:
    """LIST, and a version of it that no longer names Anna; gives the proposal and her role."""
    await base(store, folder)
    await load(store, write(folder, lijst_txt=LIST))
    intake = await read(
        store, write(folder, lijst_txt=LIST.replace("Anna de Wit – wethouder, gemeente Waterdam\n", ""))
    )
    role = next(f for f in intake.proposal.feiten if f.soort == "rol" and f.stand == "vervalt")
    return intake.proposal, role


async def test_a_role_that_lapsed_may_have_ended(store: Store, tmp_path: Path) -> None:
    proposal, role = await shorter(store, tmp_path)
    assert "vul dan ook 'tot' in" in str(role.vraag)
    before = await picture(store)
    role.besluit, role.velden["tot"] = "ja", "2023-06-30"
    bon = await apply(store, MODEL, proposal, "tester")
    ended = "MATCH (:Persoon {id: 'persoon:anna-de-wit'})-[r:WERKT_BIJ]->() RETURN r.functie, r.tot"
    assert await store.rows(ended, {}) == [["wethouder", "2023-06-30"]]
    await undo(store, MODEL, bon.lading)
    assert await picture(store) == before


async def test_that_a_role_still_holds_is_asked_once(store: Store, tmp_path: Path) -> None:
    proposal, role = await shorter(store, tmp_path)
    role.besluit = "nee"
    await apply(store, MODEL, proposal, "tester")
    again = await read(store, [tmp_path / "lijst.txt"])
    assert role.id not in {f.id for f in again.proposal.feiten}
    assert await store.rows("MATCH (p:Persoon {id: 'persoon:anna-de-wit'})-[r:WERKT_BIJ]->() RETURN r.functie", {}) == [
        ["wethouder"]
    ]


async def test_a_code_that_is_taken_is_refused_with_whose_it_is(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    before = await picture(store)
    text = "feiten:\n  - {soort: gemeente, id: 'gemeente:nieuw', code: GM9001, naam: Nieuwdam}\n"
    with pytest.raises(GraphError) as refused:
        await load(store, write(tmp_path, dorp_yaml=text))
    assert refused.value.melding.startswith("De code GM9001 is van 'gemeente:gm9001'; 'gemeente:nieuw' kan hem niet")
    two = "feiten:\n" + "".join(f"  - {{soort: gemeente, id: 'gemeente:{n}', code: GM9555, naam: {n}}}\n" for n in "ab")
    with pytest.raises(GraphError, match="De code GM9555 is van 'gemeente:a'"):
        await load(store, write(tmp_path, twee_yaml=two))
    assert await picture(store) == before
