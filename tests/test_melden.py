"""The examples of the page about reporting work, in the order of the page, as who reads it would send them."""

import re
from pathlib import Path

import pytest

from graph.engine.store import Store
from opdeplank.settings.table import ROOT
from schema.mutations.offered import MUTATIONS
from tests.loaders.papers import SOLUTION, base, load, write
from tests.writing import BUREAU, UTRECHT, Writer

pytestmark = pytest.mark.anyio
PAGE = (ROOT / "docs" / "handleiding" / "melden.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```graphql\n(mutation (\w+).*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


async def test_every_example_does_what_the_page_says(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    solution = SOLUTION.replace("Éénloket Ñandu", "Jongeren Perspectief Fonds")
    await load(store, write(tmp_path, o_yaml=solution.replace("gemeente: Waterdam", "gemeente: gemeente:gm9002")))
    problem = "feiten:\n  - {soort: knelpunt, titel: Mensen wachten te lang, id: 'knelpunt:mensen-wachten-te-lang'}\n"
    await load(store, write(tmp_path, k_yaml=problem))
    writer = await Writer.on(store)
    seen = []
    for text, name in EXAMPLES:
        found = await writer.data(text, BUREAU if name == "Intrekken" else UTRECHT)
        faults = [fault["melding"] for each in found.values() for fault in each["fouten"]]
        seen.append((name, faults))
    wrong = {name: faults for name, faults in seen if faults}
    assert wrong.keys() == {"Samen", "Allebei"}, wrong
    assert "intussen" in wrong["Samen"][0]
    assert "alles of niets" in wrong["Allebei"][0]
    assert len(EXAMPLES) >= 6


def test_the_page_names_every_mutation_and_who_may() -> None:
    table = PAGE.partition("## ")[0]
    for row in MUTATIONS:
        [line] = [line for line in table.splitlines() if f"`{row.name}`" in line]
        assert all(role.name in line for role in row.roles)
