"""The steps from an empty or older store to the present one: numbered Cypher files, each in a transaction of its own.

The number of the last step stands on `(:Meta {id: 'graaf'}).migratie` and is written in the same transaction as the
step. A step that fails leaves the number as it was; a store with a higher number than ours is refused.
Constraints and indexes are not here: they follow from the model (`graph.upkeep.constraints`).
"""

import re
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from graph.engine.store import Run, Store
from graph.errors import GraphError, MigrationFailed, StoreTooNew

FOLDER = Path(__file__).parent / "migraties"
NAME = re.compile(r"V(\d{4})__([a-z0-9_]+)\.cypher")
CLAIM = "MERGE (m:Meta {id: 'graaf'}) SET m.migratieBezig = $nummer RETURN coalesce(m.migratie, 0)"
NUMBER = "MATCH (m:Meta {id: 'graaf'}) RETURN coalesce(m.migratie, 0)"
DONE = "MATCH (m:Meta {id: 'graaf'}) SET m.migratie = $nummer REMOVE m.migratieBezig"


@dataclass(frozen=True)
class Migration:
    """One file: its number, its name and its statements."""

    number: int
    name: str
    statements: tuple[str, ...]


def known(folder: Path = FOLDER) -> list[Migration]:
    """The steps in order; raises MigrationFailed when a file is misnamed, or a number is missing or given twice."""
    found = []
    for path in sorted(folder.glob("*.cypher")):
        match = NAME.fullmatch(path.name)
        if match is None:
            raise MigrationFailed(f"'{path.name}' heet niet zoals het hoort: V0001__naam.cypher.")
        found.append(Migration(int(match[1]), path.stem, tuple(_statements(path.read_text(encoding="utf-8")))))
    if [m.number for m in found] != list(range(1, len(found) + 1)):
        raise MigrationFailed("De migraties zijn niet doorlopend genummerd vanaf V0001.")
    return found


def _statements(text: str) -> list[str]:
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("//")]
    return [s.strip() for s in re.split(r";\s*(?:\n|$)", "\n".join(lines)) if s.strip()]


async def number(store: Store) -> int:
    """The number of the last step that was done; 0 for a new store."""
    row = await store.read(NUMBER, {})
    return int(row[0]) if row else 0


async def pending(store: Store, folder: Path = FOLDER) -> list[Migration]:
    """The steps still to do; raises StoreTooNew for a store of a newer program."""
    steps, done = known(folder), await number(store)
    if done > len(steps):
        raise StoreTooNew(
            f"Deze gegevens zijn van een nieuwere versie (stap {done}); dit programma kent er {len(steps)}. "
            "Installeer de nieuwste versie van Op de Plank."
        )
    return steps[done:]


async def migrate(store: Store, folder: Path = FOLDER) -> list[Migration]:
    """Do what is pending, in order, and give what was done; raises MigrationFailed naming the step."""
    steps = await pending(store, folder)
    if steps:
        await store.schema("CREATE CONSTRAINT meta_id IF NOT EXISTS FOR (n:Meta) REQUIRE n.id IS UNIQUE")
    for step in steps:
        try:
            await store.write(_work(step))
        except GraphError as error:
            raise MigrationFailed(f"Stap {step.name} is niet gelukt; de gegevens zijn zoals ze waren.") from error
    return steps


def _work(step: Migration) -> Callable[[Run], Awaitable[None]]:
    parameters = {"sleutel": secrets.token_hex(32)}

    async def work(run: Run) -> None:
        # Writing first takes the lock: of two services that start at once, the second then sees what the first did.
        [[done]] = await run(CLAIM, {"nummer": step.number})
        if done >= step.number:
            return
        for statement in step.statements:
            await run(statement, parameters if "$sleutel" in statement else {})
        await run(DONE, {"nummer": step.number})

    return work
