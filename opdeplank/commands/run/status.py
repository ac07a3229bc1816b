"""`opdeplank status`: what an operator wants to know, without touching anything."""

import asyncio
import shutil
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from graph.domain.provenance import MODEL
from graph.dutch.phrasing import some
from graph.engine.store import Store
from graph.meaning import index
from graph.upkeep import counts, migrations, state
from loaders.load.edition import Standing
from opdeplank import VERSIE
from opdeplank.copies import kept_copies
from opdeplank.graph import filling, soundness
from opdeplank.graph.database import open_graph, outgrown
from opdeplank.graph.meaning import standing
from opdeplank.settings.table import SETTINGS, Settings
from opdeplank.terminal.call import DONE, Call

FINE = "Alles is bij, en er is niets aan de hand."
SCANT, HOUR = 1_000_000_000, 3_600
NO_COPY = "Er is geen kopie. Maak er een met: opdeplank bewaar"
MOST_COUNTED = 10_000
LIMITS = ("grens_", "pagina", "deelvragen_")


def arguments(parser: ArgumentParser) -> None:
    """Nothing: the settings say which graph."""


def run(call: Call) -> int:
    value = asyncio.run(_look(call.settings))
    call.answer(value, _text(value))
    return DONE


async def _look(settings: Settings) -> dict[str, Any]:
    async with open_graph(settings) as store:
        await store.ping()
        load = await counts.last_load(store)
        waiting = [migration.name for migration in await migrations.pending(store)]
        return {
            "versie": VERSIE,
            "database": store.engine,
            "graafversie": await state.version(store),
            "migratiesTeDoen": waiting,
            "aantallen": await counts.counts(store, MODEL),
            "letOp": outgrown(store.engine, await counts.count(store, "Entiteit")) or await _begin(store),
            "betekenis": await _meaning(store, settings),
            "laatsteLading": asdict(load) if load else None,
            "laatsteKopie": _copy(settings),
            "zorgen": await _worries(store, settings, waiting),
            "grenzen": {s.variable: getattr(settings, s.name) for s in SETTINGS if s.name.startswith(LIMITS)},
        }


async def _worries(store: Store, settings: Settings, waiting: list[str]) -> list[str]:
    """What somebody who is called at night wants to know first: each with what to do."""
    found = []
    if (damage := await soundness.look(store)) is not None:
        found.append(damage.melding)
    if store.disk is not None and (free := shutil.disk_usage(store.disk).free) < SCANT:
        found.append(f"Op de schijf van {store.disk} is nog {free // 1_000_000} MB vrij. Maak ruimte.")
    age = kept_copies.age(kept_copies.folder_of(settings))
    if settings.kopie_uren and (age is None or age > 2 * HOUR * settings.kopie_uren):
        found.append("De kopie die elke keer gemaakt hoort te worden, is te oud. Kijk in het logboek waarom.")
    if waiting:
        found.append(f"Nog te migreren: {', '.join(waiting)}. Doe: opdeplank migreer")
    return found


def _copy(settings: Settings) -> str | None:
    """The newest copy in the folder for them."""
    found = kept_copies.listed(kept_copies.folder_of(settings))
    return str(found[-1]) if found else None


async def _begin(store: Store) -> str | None:
    """What an operator can do about the first things in the graph."""
    found = await filling.standing(store)
    return filling.EMPTY if await counts.is_empty(store) and found is Standing.ABSENT else filling.SAID.get(found)


def _moment(written: str) -> str:
    """`2026-11-29T20:51:39.292+00:00` -> `2026-11-29 20:51`"""
    return written[:16].replace("T", " ")


async def _meaning(store: Store, settings: Settings) -> dict[str, Any]:
    """Of a graph that is very large only the service itself says it: it would take all texts to count here."""
    number = sum([await counts.count(store, soort) for soort in index.WITH_VECTORS])
    if number > MOST_COUNTED:
        return {"teLeren": None, "van": number, "waaromNiet": None}
    lacking, why = await standing(store, settings)
    return {"teLeren": lacking, "van": number, "waaromNiet": why}


def _told(found: dict[str, Any]) -> str:
    if found["waaromNiet"]:
        return f"Vragen worden alleen op woorden vergeleken, want {found['waaromNiet']}."
    if found["teLeren"] is None:
        return "Of het taalmodel alles kent, zegt de dienst zelf: /gereed."
    if not found["teLeren"]:
        return "Het taalmodel kent alles op de plank."
    number = some(found["teLeren"], "ding", "dingen")
    return f"Het taalmodel leert nog: {number}, van {found['van']} in totaal. De dienst doet dat zodra hij draait."


def _text(value: dict[str, Any]) -> str:
    load = value["laatsteLading"]
    lines = [
        f"Op de Plank {value['versie']} op {value['database']}, versie {value['graafversie']} van de graaf.",
        *(value["zorgen"] or [FINE]),
        f"Laatste lading: {load['id']} op {_moment(load['gestart_op'])} door {load['door']}."
        if load
        else "Nog niets geladen.",
        f"Laatste kopie: {value['laatsteKopie']}." if value["laatsteKopie"] else NO_COPY,
        *([value["letOp"]] if value["letOp"] else []),
        _told(value["betekenis"]),
        "",
        "Aantallen",
        *(f"  {name:<22}{count:>8}" for name, count in value["aantallen"].items()),
        "",
        "Grenzen",
        *(f"  {name:<38}{limit:>10}" for name, limit in value["grenzen"].items()),
    ]
    return "\n".join(lines)
