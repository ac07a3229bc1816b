"""Each rule has a name and a reason in the module that holds it, and a line in the guide."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

from loaders import prose
from tests.loaders.prose import reader

NAME = re.compile(r"^([a-z]+(?:-[a-z]+)+) {2,}\S", re.MULTILINE)


def explained() -> Iterator[str]:
    for module in pkgutil.walk_packages(prose.__path__, "loaders.prose."):
        found = importlib.import_module(module.name)
        yield from NAME.findall(found.__doc__ or "")


def test_the_guide_names_every_rule_and_no_other() -> None:
    text = (reader.ROOT / "docs" / "handleiding" / "leesregels.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `([a-z-]+)`", text, re.MULTILINE)) == sorted(set(explained()))


def test_a_fact_names_a_rule_that_is_explained(tmp_path: Path) -> None:
    known = set(explained())
    for path in reader.papers():
        facts = reader.read(reader.document_of(reader.gold_of(path), path, tmp_path), reader.seed_names()).facts
        assert {f.regel for f in facts.values()} <= known
