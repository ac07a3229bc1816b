"""The seed documents as they are written, for the tests that read them."""

import csv
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from graph.domain import declaration
from graph.domain.reader import Model, NodeType, read

SEEDS = Path(__file__).parents[2] / "seeds"
MODEL: Model = read(declaration.NODES, declaration.RELATIONSHIPS)

Record = dict[str, Any]


def documents() -> dict[str, Any]:
    paths = (p for p in sorted(SEEDS.rglob("*.yaml")) if not p.name.endswith(".bron.yaml"))
    return {str(p.relative_to(SEEDS)): YAML(typ="safe", pure=True).load(p) for p in paths}


def table(name: str) -> list[dict[str, str]]:
    with (SEEDS / name).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


DOCUMENTS = documents()
RECORDS: list[Record] = [record for document in DOCUMENTS.values() for record in document["feiten"]]
GEMEENTEN = table("gemeenten.csv")
CURRENT = {f"gemeente:{g['code'].lower()}" for g in GEMEENTEN if not g["einddatum"]}
CONTACT = {row["id"]: row for row in table("gemeente-contact.csv")}
REGIONS = {row["id"]: row for row in table("gemeente-regios.csv")}


def of(soort: str) -> list[Record]:
    return [r for r in RECORDS if r["soort"] == soort]


def pages(record: Record) -> list[Record]:
    return list(record.get("bronnen", ()))


def fillable(node: NodeType) -> set[str]:
    """`soort` says what a record is about, so the property of that name is written with the type behind it."""
    written = {f"soort{node.name}" if name == "soort" else name for name in node.properties}
    return written | set(node.relations)
