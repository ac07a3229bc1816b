"""What undoing a load needs, without somebody: rows of his go, other rows lose his name, and the marks by which undoing
sees that nobody changed a row since follow what was changed here."""

from collections.abc import Sequence
from typing import Any

import orjson

from graph.cypher.rows import NodeRow
from graph.domain.reader import Model
from graph.erasure.forgotten import Forgotten
from graph.erasure.sweep import Changed, changed, changed_node
from loaders.load.receipt import UNDO_VERSION, fingerprint

ROWS = ("nieuw", "was", "weg")


def without(
    model: Model, text: str, away: Forgotten, gone: Sequence[NodeRow], swept: Sequence[Changed]
) -> str:  # fmt: skip
    """A receipt of an older program cannot be undone: of that nothing stays."""
    said = orjson.loads(text)
    if said.get("versie") != UNDO_VERSION:
        return ""
    ids = {row.id for row in gone}
    marks = {each.after.id: (fingerprint(each.before), fingerprint(each.after)) for each in swept}

    def stays(flat: Sequence[Any]) -> bool:
        return not any(part in ids or (isinstance(part, str) and away.redacted(part) != part) for part in flat)

    for name in ROWS:
        said[name] = [_row(model, row, away, marks) for row in said[name] if stays(_flat(row))]
    said["bijnamen"] = [pair for pair in said["bijnamen"] if all(stays(each) for each in pair if each)]
    return orjson.dumps(said).decode()


def _flat(row: Sequence[Any]) -> list[str]:
    """`[type, id, …]` or `[type, from, to, id, …]`: what says which row it is."""
    return [part for part in row if isinstance(part, str)][:4]


def _row(model: Model, row: list[Any], away: Forgotten, marks: dict[str, tuple[str, str]]) -> list[Any]:
    made = [_part(model, row, part, away) for part in row]
    for place, part in enumerate(made):
        before, after = marks.get(str(row[1]), ("", ""))
        if part and part == before:
            made[place] = after
    return made


def _part(model: Model, row: list[Any], part: Any, away: Forgotten) -> Any:
    if not isinstance(part, dict):
        return part
    if row[0] in model.nodes:
        return dict(changed_node(NodeRow(model.nodes[row[0]], row[1], part), away.redacted).properties)
    return {name: changed(value, away.redacted) for name, value in part.items()}
