"""Who was forgotten, in a small file in the data folder and so outside every copy of the graph: a copy from before
brings somebody back, and this list takes him out again. It holds hashes, and the key that they are made with.

    {"sleutel": "…",
     "vergeten": [{"id": "vergeten:…", "merken": ["…"], "op": "2026-11-30", "reden": "…", "klaar": true}]}

`klaar` is false from before the graph is touched until all of it is done: who was stopped half-way goes on from here.
"""

import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import orjson

from opdeplank.graph.own_file import written
from opdeplank.terminal.refused import Refused

NAME = "vergeten.json"


@dataclass(frozen=True)
class Note:
    """Somebody who was forgotten."""

    id: str
    merken: list[str]
    op: str
    reden: str = ""
    klaar: bool = False


@dataclass(frozen=True)
class ForgottenFile:
    """`key`: of the hashes, 32 bytes."""

    path: Path
    key: bytes
    notes: dict[str, Note] = field(default_factory=dict)

    def put(self, note: Note) -> "ForgottenFile":
        """Written at once, or not at all; raises Refused."""
        made = replace(self, notes={**self.notes, note.id: note})
        value = {"sleutel": self.key.hex(), "vergeten": [asdict(each) for each in made.notes.values()]}
        try:
            written(self.path, orjson.dumps(value, option=orjson.OPT_INDENT_2))
        except OSError as error:
            raise Refused(f"{self.path} is niet te schrijven ({error.strerror}). Er is niemand vergeten.") from error
        return made

    def missing(self, noted: set[str]) -> Iterator[Note]:
        """Those that the graph does not know, or that were not done to the end."""
        return (note for note in self.notes.values() if note.id not in noted or not note.klaar)


def read(folder: Path, key: bytes | None = None) -> ForgottenFile:
    """The list of this folder; `key` is for a new one. Raises Refused when it cannot be read."""
    path = folder / NAME
    try:
        found = orjson.loads(path.read_bytes())
        notes = [Note(**each) for each in found["vergeten"]]
        return ForgottenFile(path, bytes.fromhex(found["sleutel"]), {note.id: note for note in notes})
    except FileNotFoundError:
        return ForgottenFile(path, key or secrets.token_bytes(32))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Refused(
            f"{path} is niet te lezen. Zet een kopie van dat bestand terug: zonder weet ik niet wie vergeten is."
        ) from error
