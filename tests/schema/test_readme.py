"""The page that follows one question through the schema shows what the code does."""

import asyncio
from pathlib import Path

from tests.asking import plans
from tests.readme import differences

README = Path(__file__).parents[2] / "schema" / "README.md"


def test_every_example_shows_what_the_code_does() -> None:
    found = asyncio.run(differences(README, plans=plans()))
    assert not found, "\n".join(found)


def test_every_room_is_on_the_page() -> None:
    text = README.read_text(encoding="utf-8")
    rooms = {path.parent.name for path in README.parent.glob("*/__init__.py")}
    assert all(f"\n| `{room}` |" in text for room in rooms)
