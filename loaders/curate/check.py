"""controleer: the graph against the model, and what a careful editor would look at."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from graph.contents import inspection
from graph.domain.marks import Sleutel
from graph.domain.reader import Model, NodeType
from graph.domain.readiness import NOTHING_TO_HAND
from graph.engine.store import Run
from loaders.names.similar_names import Near, near
from loaders.progress import Progress, silent


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
    found: list[Remark] = []
    for number, node in enumerate(model.entities):
        progress(number, len(model.entities) + 1, node.name)
        found += await _type(run, node)
    progress(len(model.entities), len(model.entities) + 1, "relaties en bewijs")
    return [
        *found, *await _bonds(run, model), *await _evidence(run), *await _people(run, day), *await _expired(run, day),
        *await _duos(run), *await _shelf(run),
    ]  # fmt: skip


async def _type(run: Run, node: NodeType) -> list[Remark]:
    """One type of thing: what it must have, words it may use, names that stand for two."""
    found: list[Remark] = []
    for prop in node.properties.values():
        if prop.required and not prop.many and not prop.group:
            found += _lacking(prop.name, await inspection.without_value(run, node, prop.name))
        if prop.enum and not prop.many:
            found += _no_word(prop.name, prop.enum.__members__, await inspection.values(run, node, prop.name))
    for ids in await inspection.same_names(run, node):
        said = f"Dezelfde naam: {', '.join(ids)}. Is het hetzelfde? Voeg dan samen."
        found.append(Remark("dubbele-naam", False, tuple(ids), said))
    if node.naming is not None and not any(node.marked(Sleutel)):  # a code tells things apart, whatever their names
        found += _near(near(await inspection.names(run, node)))
    return found


async def _bonds(run: Run, model: Model) -> list[Remark]:
    missing = await inspection.missing_ends(run, model)
    loose = await inspection.bonds_without_facts(run)
    return [
        *(Remark("mist-einde", True, (key,), f"{key} mist '{name}'.") for key, name in missing),
        *(Remark("zonder-feit", True, (a, b), f"{a} {kind} {b} rust op geen enkel feit.") for a, kind, b in loose),
    ]


async def _evidence(run: Run) -> list[Remark]:
    things, facts = await inspection.without_facts(run), await inspection.without_passage(run)
    return [
        *(Remark("zonder-feit", True, (key,), f"{key} rust op geen enkel feit.") for key in things),
        *(Remark("zonder-bewijs", True, (key,), f"Feit {key} heeft geen passage.") for key in facts),
    ]


async def _people(run: Run, day: date) -> list[Remark]:
    people = await inspection.without_current_role(run, day.isoformat())
    return [
        Remark("zonder-rol", False, (key,), f"{name} ({key}) heeft nu geen functie of lidmaatschap.")
        for key, name in people
    ]


async def _expired(run: Run, day: date) -> list[Remark]:
    return [
        Remark("verlopen-toepassing", False, (key,), f"{name} ({key}) liep tot {end}. Zet de status op GESTOPT.")
        for key, name, end in await inspection.expired(run, day.isoformat())
    ]


async def _duos(run: Run) -> list[Remark]:
    found = []
    for key, name, local, national in await inspection.without_duo(run):
        lacks = [who for who, there in (("een gemeente", local), ("een ministerie", national)) if not there]
        said = f"{name} ({key}) mist een regisseur van {' en een van '.join(lacks)}."
        found.append(Remark("duo-onvolledig", False, (key,), said))
    return found


async def _shelf(run: Run) -> list[Remark]:
    """What somebody who wants to take an oplossing over would miss."""
    ready = await inspection.ready_without_material(run)
    silent, unsaid = await inspection.out_of_reach(run), await inspection.unassessed_without_reason(run)
    return [
        *(Remark("pasklaar-zonder-materiaal", True, (k,), NOTHING_TO_HAND.format(key=k)) for k in ready),
        *(
            Remark("niet-bereikbaar", False, (k,), f"Over {k} is niemand te bereiken. Geef een contactpunt.")
            for k in silent
        ),
        *(
            Remark("bewijs-zonder-reden", False, (k,), f"{k}: niet beoordeeld, en nergens staat waarom niet.")
            for k in unsaid
        ),
    ]


def _near(pairs: Iterable[Near]) -> Iterator[Remark]:
    return (
        Remark(
            "bijna-dubbele-naam",
            False,
            pair.ids,
            f"'{pair.names[0]}' ({pair.ids[0]}) en '{pair.names[1]}' ({pair.ids[1]}) lijken op elkaar "
            f"({pair.score:.2f}, {pair.reason}). Is het hetzelfde: opdeplank samenvoegen {' '.join(pair.ids)}",
        )
        for pair in pairs
    )


def _lacking(name: str, keys: list[str]) -> Iterator[Remark]:
    return (Remark("mist-waarde", True, (key,), f"{key} heeft geen {name}.") for key in keys)


def _no_word(name: str, words: Any, pairs: list[tuple[str, Any]]) -> Iterator[Remark]:
    return (
        Remark("onbekend-woord", True, (key,), f"{key}: '{value}' is geen keuze voor {name}.")
        for key, value in pairs
        if value not in words
    )
