"""What loading would change is told by names, the new things first."""

from pathlib import Path

import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from loaders.load.apply import apply, foretold
from loaders.names import naming
from opdeplank.bureau.difference_told import told
from tests.loaders.papers import base, read, write

pytestmark = pytest.mark.anyio
FIRST = "feiten:\n  - {soort: persoon, naam: Anna de Wit}\n  - {soort: rol, persoon: Anna de Wit, functie: wethouder, "
PAPER = FIRST + "organisatie: Waterdam}\n  - {soort: thema, naam: Wachten}\n"
CHANGED = 'feiten:\n  - {soort: organisatie, id: "organisatie:koepel", naam: Koepel, soortOrganisatie: vereniging}\n'


async def test_new_and_changed_things_are_told_by_name(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    intake = await read(store, write(tmp_path, nieuw_yaml=PAPER, anders_yaml=CHANGED))
    names = await naming.known(store.rows, MODEL)
    bon, difference = await foretold(store.rows, MODEL, intake.proposal)
    found = told(MODEL, difference, names.name)
    assert [(thing.soort, thing.naam) for thing in found.nieuw] == [("persoon", "Anna de Wit"), ("thema", "Wachten")]
    assert [(line.veld, line.nieuw) for line in found.nieuw[0].regels] == [
        ("werkt bij", "Waterdam (functie wethouder)")
    ]
    [changed] = found.anders
    assert changed.naam == "Koepel"
    assert ("soort organisatie", "", "vereniging") in [(line.veld, line.oud, line.nieuw) for line in changed.regels]
    assert (await apply(store, MODEL, intake.proposal, "toos")).aangemaakt == bon.aangemaakt
