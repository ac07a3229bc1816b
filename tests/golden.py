"""The golden cases: NAME.graphql (with NAME.variables.json) becomes exactly NAME.cypher and answers exactly NAME.json.

    python -m tests.golden [NAME …]    write .cypher and .json anew; then read the difference before you commit it

In the file the statement stands a clause a line, so that a difference can be read.

A variable `"CURSOR gemeenten(first: 3)"` stands for the last cursor of that list.
"""

import asyncio
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.domain.provenance import MODEL
from graph.engine.clauses import laid_out
from graph.engine.embedded import Embedded
from graph.engine.store import Store
from graph.upkeep.constraints import ensure
from tests import world
from tests.asking import Asker

FOLDER = Path(__file__).parent / "cases"
BETWEEN = "\n;\n"
CURSOR = "CURSOR "


@dataclass(frozen=True)
class Case:
    name: str

    def file(self, kind: str) -> Path:
        return FOLDER / f"{self.name}.{kind}"

    @property
    def query(self) -> str:
        return self.file("graphql").read_text("utf-8")

    @property
    def statements(self) -> list[str]:
        text = self.file("cypher").read_text("utf-8").removesuffix("\n")
        return [plain(each) for each in text.split(BETWEEN)] if text else []

    @property
    def answer(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.file("json").read_text("utf-8"))
        return found

    async def variables(self, ask: Asker) -> dict[str, Any]:
        path = self.file("variables.json")
        given: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
        return {name: await filled(ask, value) for name, value in given.items()}


def plain(statement: str) -> str:
    """A statement without what makes it readable; its text is canonical but for white space."""
    return " ".join(statement.split())


async def filled(ask: Asker, value: Any) -> Any:
    if not isinstance(value, str) or not value.startswith(CURSOR):
        return value
    found = await ask.data(f"{{ list: {value.removeprefix(CURSOR)} {{ pageInfo {{ endCursor }} }} }}")
    return found["list"]["pageInfo"]["endCursor"]


def cases() -> Iterator[Case]:
    return (Case(path.name.removesuffix(".graphql")) for path in sorted(FOLDER.glob("*.graphql")))


async def write(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, Embedded(Path(folder)) as engine:
        async with await Store.open_embedded(engine) as store:
            await ensure(store, MODEL)
            await store.write(world.fill)
            ask = Asker(store)
            for case in cases():
                if not names or case.name in names:
                    answer = await ask(case.query, **await case.variables(ask))
                    case.file("cypher").write_text(BETWEEN.join(map(laid_out, ask.sent)) + "\n", "utf-8")
                    case.file("json").write_text(json.dumps(answer, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    asyncio.run(write(sys.argv[1:]))
