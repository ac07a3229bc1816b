"""Who was forgotten, as hashes only: enough to see that a text names somebody of them, and not to say who they were.

    (:Vergeten {id, merken, op})       one for each; `merken` are keyed hashes of his id and of the forms of his name
    (:Meta).vergeetsleutel             the key: without it anybody could try names

The key is in the database and in a file beside it (`opdeplank.privacy`), and in no export: whoever has the database
has the rest too, and then a load by any road keeps to it.
"""

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from graph.domain.provenance import MODEL
from graph.engine.gathering import Gathering
from graph.engine.store import Run
from graph.erasure.name_forms import name_forms, together, words

NOBODY = "[naam verwijderd]"
ID = re.compile(r"\b(persoon:[\w-]+)(?: \([^()]*\))?")
"""An id, and what history tells behind it of his function: that says who it was, too."""
IDS = re.compile(rf"\b(?:{'|'.join(sorted(node.prefix for node in MODEL.nodes.values()))}):[\w-]+")
"""Ids of whatever else: they are no text, and what points at them must go on doing so."""
ID_MARK = "\x1f"
"""Before an id that is hashed: no words of a text look like it."""
MARK_BYTES = 12
OF_THE_GRAPH = "MATCH (m:Meta {id: 'graaf'}) RETURN m.vergeetsleutel"


@dataclass(frozen=True)
class Forgotten:
    """`redacted` takes those people out of a text."""

    key: bytes = b""
    marks: frozenset[str] = frozenset()
    longest: int = 0

    def redacted(self, text: str) -> str:
        if not self.marks:
            return text
        return self._without_names(ID.sub(self._id, text))

    def is_one(self, value: object) -> bool:
        """Whether this, as a whole, is the name or the id of one of them."""
        if not isinstance(value, str) or not self.marks:
            return False
        return self.redacted(value) in (NOBODY, nameless(self.key, value))

    def _id(self, found: re.Match[str]) -> str:
        known = mark(self.key, ID_MARK + found[1]) in self.marks
        return nameless(self.key, found[1]) if known else found[0]

    def _without_names(self, text: str) -> str:
        ids = [found.span() for found in IDS.finditer(text)]
        found = [word for word in words(text) if not any(begin <= word.start < end for begin, end in ids)]
        kept, done, at = list[str](), 0, 0
        while at < len(found):
            size = self._named(text, found[at : at + self.longest])
            if size:
                kept += [text[done : found[at].start], NOBODY]
                done = found[at + size - 1].end
            at += size or 1
        return "".join([*kept, text[done:]]) if kept else text

    def _named(self, text: str, ahead: list[Any]) -> int:
        """How many of these words are a name, the longest that is; 0 when none is."""
        most = 1
        while most < len(ahead) and together(text, ahead[most - 1], ahead[most]):
            most += 1
        for size in range(most, 0, -1):
            if mark(self.key, " ".join(word.folded for word in ahead[:size])) in self.marks:
                return size
        return 0


NOBODY_FORGOTTEN = Forgotten()


def mark(key: bytes, text: str) -> str:
    return blake2b(text.encode(), key=key, digest_size=MARK_BYTES).hexdigest()


def nameless(key: bytes, person: str) -> str:
    """What stands instead of an id, so that what is left of his history hangs together."""
    return f"persoon:vergeten-{mark(key, ID_MARK + person)[:12]}"


def marks_of(key: bytes, ids: Iterable[str], names: Iterable[str], alone: bool) -> list[str]:
    """The hashes by which somebody is known again. Of a name of one word only the id counts: it is anybody's."""
    forms = {form for name in names for form in name_forms(name, alone) if len(form) > 1}
    return sorted({*(mark(key, ID_MARK + each) for each in ids), *(mark(key, " ".join(form)) for form in forms)})


async def key_of(run: Run, given: bytes | None = None) -> bytes:
    """The key of this graph; made, or taken from `given`, when it has none yet."""
    rows = await run(OF_THE_GRAPH, {})
    if rows and rows[0][0]:
        return bytes.fromhex(rows[0][0])
    made = given or secrets.token_bytes(32)
    await run("MERGE (m:Meta {id: 'graaf'}) SET m.vergeetsleutel = $key", {"key": made.hex()})
    return made


async def of_graph(run: Run) -> Forgotten:
    """Everybody who was forgotten here."""
    if isinstance(run, Gathering) and run.start is not None:
        return forgotten(run.start.key, run.start.marks) if run.start.marks else NOBODY_FORGOTTEN
    rows = await run("MATCH (v:Vergeten) RETURN collect(v.merken)", {})
    marks = frozenset(each for some in rows[0][0] for each in some) if rows else frozenset()
    if not marks:
        return NOBODY_FORGOTTEN
    return forgotten(await key_of(run), marks)


def forgotten(key: bytes, marks: Iterable[str]) -> Forgotten:
    return Forgotten(key, frozenset(marks), LONGEST_NAME)


LONGEST_NAME = 8
"""Words of the longest name that is looked for."""


async def put(run: Run, own: str, marks: list[str], moment: str) -> None:
    """Note that somebody was forgotten."""
    text = "MERGE (v:Vergeten {id: $id}) SET v.merken = $marks, v.op = $moment"
    await run(text, {"id": own, "marks": marks, "moment": moment})


async def noted(run: Run) -> set[str]:
    """The ids of the notes."""
    rows = await run("MATCH (v:Vergeten) RETURN collect(v.id)", {})
    return set(rows[0][0]) if rows else set()
