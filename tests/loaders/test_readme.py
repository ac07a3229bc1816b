"""The page that follows one document through the loader shows what the loader does."""

import asyncio
import re
from pathlib import Path

import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.upkeep.constraints import ensure
from tests.loaders.papers import load, write
from tests.readme import differences, examples

README = Path(__file__).parents[2] / "loaders" / "README.md"
KNOWN = """\
feiten:
  - {soort: gemeente, code: GM9001, naam: Waterdam}
  - {soort: organisatie, id: "organisatie:raad-van-wijzen", naam: Raad van Wijzen, soortOrganisatie: overlegorgaan}
"""


@pytest.mark.anyio
async def test_every_example_shows_what_the_code_does(store: Store, tmp_path: Path) -> None:
    await ensure(store, MODEL)
    await load(store, write(tmp_path, bekend_yaml=KNOWN))
    found = await differences(README, store=store, folder=tmp_path)
    assert not found, "\n".join(found)


def test_a_page_that_shows_something_else_is_found(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text("Twee:\n\n```python\n>>> 1 + 1\n3\n>>> x = 2\n```\n\n```python\n>>> x\n2\n```\n", encoding="utf-8")
    assert [example.lineno for example in examples(page)] == [4, 6, 10]
    [told] = asyncio.run(differences(page))
    assert told.startswith("README.md:4: 1 + 1")


def test_every_room_is_on_the_page() -> None:
    text = README.read_text(encoding="utf-8")
    rooms = {path.parent.relative_to(README.parent).as_posix() for path in README.parent.rglob("*/__init__.py")}
    assert rooms - {"."} == set(re.findall(r"^\| `([a-z/]+)` \|", text, re.MULTILINE))
