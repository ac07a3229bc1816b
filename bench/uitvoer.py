"""Files of a list of 100,000 things: rows a second, the time to the first byte, and the memory of the service.

    python -m bench.uitvoer [--rijen 100000] [--bewaar]

The graph is made once in `.cache/bench`. Each kind of file is fetched whole from the service, in a process of its own,
and thrown away. `schrijven` is the same rows from pages that are there already: what of the time is ours, and what is
the reading. Memory is what the service holds more at its highest than before the first file; a tenth of the rows stands
beside it, so that one sees whether it grows with them.
"""

import argparse
import asyncio
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import httpx
from graphql import parse

from bench.rig import graaf
from bench.rig.databases import FOLDER
from bench.rig.outcomes import Outcome, can_keep
from bench.rig.servers import Server, memory_mb, ours
from graph.cypher import rows as merge
from graph.cypher.rows import NodeRow
from graph.domain.provenance import MODEL
from graph.engine.embedded import Embedded
from graph.engine.store import Run, Store
from graph.upkeep import constraints
from opdeplank.exports.file_kinds import KINDS, Wanted, table
from opdeplank.exports.files import csv_text
from opdeplank.exports.files.about_data import LICENCES, About
from opdeplank.exports.files.parts import parts
from opdeplank.exports.turned_pages import PER_PAGE, Page
from opdeplank.graphql.api import SCHEMA
from opdeplank.graphql.registered import by_name
from opdeplank.http.site import Site

FEW, MANY = "lijst-oplossingen", "uitvoer-oplossingen"
"""The question of a list on a page, with five columns; and the one that is made to be downloaded, with some forty."""
PATIENCE = 900.0
SMALL = "filter.titel.begintMet=0"
"""A tenth of the things: their titles begin with a digit."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rijen", type=int, default=100_000)
    can_keep(parser)
    given = parser.parse_args()
    outcome = Outcome("python -m bench.uitvoer")
    with ours("", "uitvoer", data=filled(given.rijen), meaning=False, limits={"OPDEPLANK_GRENS_TIJD": "60"}) as server:
        fetch(server, "themas.csv")  # what the first file costs besides
        found = [measured(server, f"{name}.{kind}", given.rijen) for name, kind in files()]
    head = ("bestand", "rijen/s", "eerste byte (s)", "geheel (s)", "MB", "geheugen erbij (MB)", "bij een tiende (MB)")
    outcome.add("bestanden", head, found)
    outcome.add("schrijven", ("vraag", "rijen/s"), [(name, writing(name, given.rijen)) for name in (FEW, MANY)])
    outcome.done("uitvoer", given.bewaar)
    outcome.show()


def files() -> Iterator[tuple[str, str]]:
    yield FEW, "csv"
    for kind in KINDS:
        yield "oplossingen", kind


def measured(server: Server, path: str, rows: int) -> tuple[str, ...]:
    small = fetch(server, f"{path}?{SMALL}")[3] if path.startswith("oplossingen") else 0
    first, whole, size, more = fetch(server, path)
    return (
        path, f"{rows / whole:,.0f}", f"{first:.2f}", f"{whole:.1f}", f"{size / 1e6:.1f}", str(more),
        str(small) if small else "–",
    )  # fmt: skip


def fetch(server: Server, path: str) -> tuple[float, float, int, int]:
    """Seconds to the first byte and to the last, bytes, and the MB that the service held more at its highest."""
    address = f"http://127.0.0.1:{server.port}/export/{path}"
    before, highest, size, first = memory_mb(server.pid), 0, 0, 0.0
    started = time.perf_counter()
    with httpx.stream("GET", address, timeout=PATIENCE) as answer:
        answer.raise_for_status()
        for piece in answer.iter_raw():
            first = first or time.perf_counter() - started
            size += len(piece)
            highest = max(highest, memory_mb(server.pid))
    return first, time.perf_counter() - started, size, max(0, highest - before)


def writing(name: str, rows: int) -> str:
    """Rows a second of CSV from pages that are there."""
    shape = parts(SCHEMA, parse(by_name(name).text))
    about = About("x", "http://x/", "http://x/", LICENCES["CC0"], date.today(), "2026-01-01T00:00:00+00:00")
    wanted = Wanted("csv", shape, shape[0], about, Site("http://x"))
    page = Page({"oplossingen": {"aantal": rows, "nodes": [dict(_answer(n)) for n in range(PER_PAGE)]}}, None)
    started = time.perf_counter()
    csv_text.write(_Nothing(), *table(wanted, shape[0], iter([page] * (rows // PER_PAGE))))
    return f"{rows / (time.perf_counter() - started):,.0f}"


class _Nothing:
    def write(self, data: bytes) -> int:
        return len(data)


def _answer(number: int) -> Iterator[tuple[str, Any]]:
    """A thing as the question answers it: texts, and three things around it in each list."""
    around = {
        "aantal": 3,
        "nodes": [{"id": f"thema:{n}", "naam": f"Thema {n}", "titel": f"Titel {n}"} for n in range(3)],
    }
    yield from {
        "id": f"oplossing:{number}", "titel": f"Oplossing {number}", "samenvatting": "woord " * 28,
        "rijpheid": "PILOT", "bewijs": "NIET_BEOORDEELD", "overneembaarheid": {"benodigd": ["geduld"]},
        "knelpunten": around, "themas": around, "ontwikkeldDoor": around,
        "toepassingen": {"aantal": 0, "nodes": []}, "gewijzigdOp": "2026-01-01T00:00:00+00:00",
    }.items()  # fmt: skip


def filled(rows: int) -> Path:
    """A data folder with so many oplossingen, made the first time."""
    folder = FOLDER / f"uitvoer-{rows}"
    done = folder / "geladen"
    if not done.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with Embedded(folder, PATIENCE) as engine:
            asyncio.run(_fill(engine, rows))
        done.write_text(str(rows))
    return folder


async def _fill(engine: Embedded, rows: int) -> None:
    kind = MODEL.nodes["Oplossing"]
    async with await Store.open_embedded(engine, PATIENCE) as store:
        await constraints.ensure(store, MODEL)
        for start in range(0, rows, graaf.PER_TRANSACTION // 4):
            some = [_row(kind, n) for n in range(start, min(rows, start + graaf.PER_TRANSACTION // 4))]

            async def work(run: Run, some: list[NodeRow] = some) -> None:
                await merge.merge_nodes(run, some)

            await store.write(work)


def _row(kind: Any, number: int) -> NodeRow:
    title = f"{number % 10}" if number % 10 == 0 else "abcdefghi"[number % 10 - 1]
    said = {
        "id": graaf.key("Oplossing", number), "publicatieStatus": "GEPUBLICEERD", "gewijzigdOp": graaf.MOMENT,
        "versie": 1, "feiten": [], "titel": f"{title} oplossing {number}",
        "samenvatting": "Zo gaat het in het kort. " * 6,
        "rijpheid": graaf.READY[number % len(graaf.READY)],
    }  # fmt: skip
    given = merge.with_defaults(kind, said)
    made = {**given, **merge.derived(kind, given, None)}
    kept = {name: value for name, value in made.items() if value is not None}
    return NodeRow(kind, str(said["id"]), kept)


if __name__ == "__main__":
    main()
