"""controleer: the graph against the model, and what a careful editor would look at."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from graph import inspection
from graph.model import Model
from graph.store import Run
from loaders.intake import Progress, silent


@dataclass(frozen=True)
class Remark:
    """`fout`: the graph breaks its own rules. Otherwise: something to look at."""

    soort: str
    fout: bool
    ids: tuple[str, ...]
    tekst: str

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


async def check(run: Run, model: Model, day: date, progress: Progress = silent) -> list[Remark]:
    total = len(model.entities) + 5
    found: list[Remark] = []
    for number, node in enumerate(model.entities):
        progress(number, total, node.name)
        for prop in node.properties.values():
            if prop.required and not prop.many and not prop.group:
                found += _lacking(prop.name, await inspection.without_value(run, node, prop.name))
            if prop.enum and not prop.many:
                found += _no_word(prop.name, prop.enum.__members__, await inspection.values(run, node, prop.name))
        found += [
            Remark(
                "dubbele-naam", False, tuple(ids), f"Dezelfde naam: {', '.join(ids)}. Is het hetzelfde? Voeg dan samen."
            )
            for ids in await inspection.same_names(run, node)
        ]
    progress(len(model.entities), total, "verbanden")
    found += [
        Remark("mist-einde", True, (key,), f"{key} mist '{name}'.")
        for key, name in await inspection.missing_ends(run, model)
    ]
    found += [
        Remark("zonder-feit", True, (key,), f"{key} rust op geen enkel feit.")
        for key in await inspection.without_facts(run)
    ]
    found += [
        Remark("zonder-feit", True, (a, b), f"{a} {kind} {b} rust op geen enkel feit.")
        for a, kind, b in await inspection.bonds_without_facts(run)
    ]
    found += [
        Remark("zonder-bewijs", True, (key,), f"Feit {key} heeft geen passage.")
        for key in await inspection.without_passage(run)
    ]
    found += [
        Remark("zonder-rol", False, (key,), f"{key} heeft nu geen functie of lidmaatschap.")
        for key in await inspection.without_current_role(run, day.isoformat())
    ]
    progress(total, total, "")
    return found


def _lacking(name: str, keys: list[str]) -> Iterator[Remark]:
    return (Remark("mist-waarde", True, (key,), f"{key} heeft geen {name}.") for key in keys)


def _no_word(name: str, words: Any, pairs: list[tuple[str, Any]]) -> Iterator[Remark]:
    return (
        Remark("onbekend-woord", True, (key,), f"{key}: '{value}' is geen keuze voor {name}.")
        for key, value in pairs
        if value not in words
    )
