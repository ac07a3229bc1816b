"""What a record says, as a person reads it: the passage that goes into the graph for a field or a row.

In a proposal the quoted words are exactly those of the file, since they have to be found again. Who asks on what a fact
rests wants to read them: `Rijpheid: BEPROEFD.` and not the punctuation of YAML, JSON or CSV.
"""

import csv
import re
from collections.abc import Iterator
from functools import lru_cache
from io import StringIO
from typing import Any

import yaml

FOR_MACHINES = frozenset({"soort", "id", "externeSleutel"})
"""Fields of a record that point; what they say stands in the fact itself."""
FIELD = re.compile(r"[\w\"']\s*:(?:\s|$)|\":")
ITEM = re.compile(r"-\s+(?=\S)")
CELLS = re.compile(r"[;\t,](?=\S)")
"""In a sentence white space comes after a comma."""
ALIAS = re.compile(r"(?:^|(?<=[\s\[{,]))\*\w")
"""What a record cannot have: a few of them stand for gigabytes."""
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


YES_NO = ("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$", re.IGNORECASE))
NOTHING = ("tag:yaml.org,2002:null", re.compile("^(?:~|null|)$", re.IGNORECASE))
NULLS = ("~", "n", "N", "")


class AsWritten(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Only yes or no and nothing are more than the text that was written: `1.50` stays `1.50`.

    In C: a load reads thousands of passages, and the places in them are not asked for.
    """

    yaml_implicit_resolvers = {first: [YES_NO] for first in "tTfF"} | {first: [NOTHING] for first in NULLS}


@lru_cache(maxsize=256)
def told(passage: str) -> str:
    """`- {soort: relatie, hoe: is partij}` becomes `Hoe: is partij.`; words that are no record stay as they are."""
    record = FIELD.search(passage) and not ALIAS.search(passage)  # most rows of a large table are no YAML
    read = _read(passage) if record else None
    if isinstance(read, dict):
        return " ".join(_sentence(name, value) for name, value in _said(read)) or _row(passage)
    return _row(passage) if read is None or isinstance(read, str) else words(read)


def _read(passage: str) -> Any:
    """The value of a piece of YAML or JSON, which may begin in the middle of a line."""
    for text in dict.fromkeys((_aligned(passage), passage)):
        try:
            read = yaml.load(text, AsWritten)
        except (yaml.YAMLError, ValueError, RecursionError):
            continue
        return read[0] if isinstance(read, list) and len(read) == 1 else read
    return None


def _aligned(passage: str) -> str:
    """With the first line as far in as the lines below it: a passage begins where its item begins."""
    bare, item = ITEM.subn("", passage, count=1) if ITEM.match(passage) else (passage, 0)
    first, _, rest = bare.partition("\n")
    below = next((line for line in rest.splitlines() if line.strip()), "")
    inward = len(below) - len(below.lstrip())
    return f"{' ' * inward}{first}\n{rest}" if item or inward else bare


def _said(record: dict[Any, Any]) -> Iterator[tuple[str, str]]:
    for name, value in record.items():
        said = "" if name in FOR_MACHINES else words(value)
        if said:
            yield str(name), said


def words(value: Any) -> str:
    """A value of a field, with what is empty or only points left out."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, dict):
        return ", ".join(f"{_label(name)} {said.removesuffix('.')}" for name, said in _said(value))
    if isinstance(value, list):
        between = "; " if any(isinstance(each, dict) for each in value) else ", "
        return between.join(filter(None, map(words, value)))
    return " ".join(str(value).split())


def _sentence(name: str, said: str) -> str:
    label = _label(name)
    return f"{label[:1].upper()}{label[1:]}: {said}{'' if said[-1] in '.!?' else '.'}"


def _label(name: str) -> str:
    """`rijpheidReden` as two words; what is no name of a field stays as it is written."""
    return HUMP.sub(" ", name).lower() if name[:1].islower() else name


def _row(passage: str) -> str:
    """A row of a table without its empty cells; anything else with its white space made plain."""
    plain = " ".join(passage.split())
    mark = next((each for each in (";", "\t", ",") if passage.count(each) > 1), None)
    if "\n" in passage or mark is None or not CELLS.search(passage):
        return plain
    cells = [" ".join(cell.split()) for cell in next(csv.reader(StringIO(passage), delimiter=mark), [])]
    return ", ".join(filter(None, cells)) if all(len(cell) < len(plain) for cell in cells) else plain
