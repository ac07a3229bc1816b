"""YAML and JSON text -> cells with their place. Values stay the text that was written; the model says what they mean.

The composer of ruamel.yaml gives each node its offsets; JSON is read by it too, after `json` has checked the syntax.
Anchors and aliases are refused: a short text can stand for gigabytes.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from loaders.documents.document import refuse

DEPTH = 12
NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True)
class Cell:
    """`value`: the text as written, None for an empty value, a list of cells or a mapping of cells.

    `key`: the name in front of it. `head`: the name above it, in the first row of a table.
    """

    value: "str | list[Cell] | dict[str, Cell] | None"
    start: int
    end: int
    line: int
    column: int
    key: "Cell | None" = None
    head: "Cell | None" = None

    @property
    def first(self) -> int:
        """Where it starts, with its key."""
        return self.key.start if self.key else self.start


def compose(text: str, name: str, form: str = "yaml") -> Cell:
    """Raises Refusal with line and column."""
    if form == "json":
        _check_json(text, name)
    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = _dutch(str(error.problem or error.context or ""))
        raise refuse("YAML", name, said, mark.line + 1 if mark else 0, mark.column + 1 if mark else 0) from error
    except (YAMLError, RecursionError, ValueError) as error:
        raise refuse("YAML", name, "dit is geen geldige YAML. Vergelijk het met een bestand dat wel werkt.") from error
    if node is None:
        raise refuse("LEEG", name, "er staat niets in. Controleer of dit het goede bestand is.")
    return _cell(node, name, set(), 0)


def flat(cell: Cell) -> list[Any]:
    """As lists, to pass from one process to another."""
    value: Any = cell.value
    if isinstance(value, list):
        value = [flat(item) for item in value]
    elif isinstance(value, dict):
        value = {name: [flat(item), flat(item.key) if item.key else None] for name, item in value.items()}
    return [value, cell.start, cell.end, cell.line, cell.column]


def unflat(said: list[Any], key: Cell | None = None) -> Cell:
    value, start, end, line, column = said
    if isinstance(value, list):
        value = [unflat(item) for item in value]
    elif isinstance(value, dict):
        value = {name: unflat(item, unflat(word) if word else None) for name, (item, word) in value.items()}
    return Cell(value, start, end, line, column, key)


def scalar(cell: Cell | None) -> str | None:
    return cell.value if cell is not None and isinstance(cell.value, str) else None


def _cell(node: Node, name: str, seen: set[int], depth: int, key: Cell | None = None) -> Cell:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if id(node) in seen or node.anchor:
        raise refuse("YAML", name, "verwijzingen met & en * kan ik niet lezen; schrijf de waarde uit", line, column)
    if depth > DEPTH:
        raise refuse("YAML", name, "dit is te diep genest", line, column)
    seen.add(id(node))
    start = node.start_mark.index
    value: Any
    if isinstance(node, ScalarNode):
        value = None if node.tag == NULL else node.value
        return Cell(value, start, node.end_mark.index, line, column, key)
    if isinstance(node, SequenceNode):
        value = [_cell(child, name, seen, depth + 1) for child in node.value]
        end = node.end_mark.index if node.flow_style or not value else value[-1].end
        return Cell(value, start, end, line, column, key)
    assert isinstance(node, MappingNode)
    value = dict(_pairs(node, name, seen, depth))
    end = node.end_mark.index if node.flow_style or not value else max(c.end for c in value.values())
    return Cell(value, start, end, line, column, key)


def _pairs(node: MappingNode, name: str, seen: set[int], depth: int) -> Iterator[tuple[str, Cell]]:
    written: set[str] = set()
    for left, right in node.value:
        key = _cell(left, name, seen, depth + 1)
        if not isinstance(key.value, str):
            raise refuse("YAML", name, "hier hoort een woord met een dubbele punt erachter", key.line, key.column)
        if key.value in written:
            raise refuse("YAML", name, f"'{key.value}' staat er twee keer; laat één over", key.line, key.column)
        written.add(key.value)
        yield key.value, _cell(right, name, seen, depth + 1, key)


def _check_json(text: str, name: str) -> None:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise refuse(
            "JSON",
            name,
            "hier klopt de JSON niet: let op komma's, haken en aanhalingstekens",
            error.lineno,
            error.colno,
        ) from error
    except RecursionError as error:
        raise refuse("JSON", name, "dit is te diep genest") from error


def _dutch(problem: str) -> str:
    """What the parser stumbled on, in words that say what to do."""
    hints = (
        ("found character '\\t'", "hier staat een tab; spring in met spaties"),
        ("mapping values are not allowed", "een dubbele punt in de tekst: zet de hele waarde tussen aanhalingstekens"),
        ("while scanning a quoted scalar", "het aanhalingsteken aan het eind ontbreekt"),
        ("found unexpected end of stream", "het aanhalingsteken of de haak aan het eind ontbreekt"),
        ("found duplicate anchor", "verwijzingen met & en * kan ik niet lezen; schrijf de waarde uit"),
        ("found undefined alias", "verwijzingen met & en * kan ik niet lezen; schrijf de waarde uit"),
        ("expected <block end>", "de inspringing klopt niet; zet deze regel recht onder de vorige"),
        ("could not find expected ':'", "hier ontbreekt een dubbele punt"),
    )
    return next((said for sign, said in hints if sign in problem), "dit is geen geldige YAML; kijk naar deze regel")
