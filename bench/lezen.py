"""How well and how fast prose is read.

    python -m bench.lezen [--documenten 10000] [--map MAP] [--kort]

Well: the test documents in tests/loaders/papers_prose against what a careful reader finds in them. Fast: pages of 3,000
characters a minute on one core (CPU time of this process), and the same for a document sixteen times as long. No graph:
the names are those of the seeds. With a number of documents: what reading so many in one go takes, from files to facts,
and how much memory this process and its reader hold on the way.
"""

import argparse
import tempfile
import time
from pathlib import Path

from bench.rig.markdown import heading, table
from bench.rig.servers import memory_mb
from graph.domain.provenance import MODEL
from loaders.documents import reading
from loaders.documents.sandbox import SHARED
from loaders.facts.findings import Findings
from loaders.prose import rules
from tests.loaders.prose import reader
from tests.loaders.prose.reader import Outcome

PAGE = 3_000
ROUNDS = 3
SERIES = (
    (1, 18),
    (21, 32),
    (41, 48),
    (51, 60),
    (71, 80),
    (81, 92),
    (101, 112),
    (121, 132),
    (141, 164),
    (301, 322),
    (331, 352),
)
"""The first and the last number of each series of test documents, in the order in which they were written."""

COLUMNS = [
    "", "documenten", "mensen", "functies", "gemeenten F1", "citaten", "fout beweerd",
    "mensen als feit of vraag", "op de goede plek", "in een antwoord", "beweerd", "gevraagd",
]  # fmt: skip


def quality(folder: Path, whole: bool = True) -> None:
    """`whole`: also what was wrong or missed, line by line."""
    with tempfile.TemporaryDirectory() as made:
        found = [reader.outcome(path, Path(made)) for path in reader.papers(folder)]
    series = {} if folder != reader.PAPERS else {f"reeks {n}": span for n, span in enumerate(SERIES, 1)}
    rows = [
        _row(name, [o for o in found if first <= int(o.name.partition("-")[0]) <= last])
        for name, (first, last) in series.items()
    ]
    print(heading("python -m bench.lezen"))
    print(table(COLUMNS, [*rows, _row("samen", found)]))
    for outcome in found if whole else ():
        for line in (*outcome.wrong, *outcome.missed):
            print(f"  {outcome.name}: {line}")


def _put(found: list[Outcome]) -> list[str]:
    pairs = [_sums(found, field, 2) for field in ("told", "placed", "offered")]
    asserted, asked = (sum(getattr(o, field) for o in found) for field in ("asserted", "asked"))
    return [*map(_part, pairs), str(asserted), str(asked)]


def _part(pair: list[int]) -> str:
    return f"{pair[0] / pair[1]:.2f}" if pair[1] else "–"


def _row(name: str, found: list[Outcome]) -> list[str]:
    people, roles, quotes = (_sums(found, field, 2) for field in ("people", "roles", "quotes"))
    hits, said, wanted = _sums(found, "gemeenten", 3)
    f1 = 2 * hits / (said + wanted) if said + wanted else 1.0
    wrong = sum(len(o.wrong) for o in found)
    return [name, str(len(found)), _share(people), _share(roles), f"{f1:.3f}", _share(quotes), str(wrong), *_put(found)]


def _sums(found: list[Outcome], field: str, width: int) -> list[int]:
    return [sum(getattr(o, field)[i] for o in found) for i in range(width)]


def _share(pair: list[int]) -> str:
    return f"{pair[0]} van {pair[1]}"


def speed() -> None:
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(reader.PAPERS.glob("*.txt")))
    reader.page(text)
    rows = []
    for times in (1, 16):
        best = min(_spent(text * times) for _ in range(ROUNDS))
        pages = len(text) * times / PAGE
        rows.append([f"{len(text) * times:,}", f"{best:.2f} s", f"{pages / best * 60:,.0f}"])
    print()
    print(table(["tekens", "tijd", "bladzijden per minuut"], rows))


def _spent(text: str) -> float:
    started = time.process_time()
    reader.page(text)
    return time.process_time() - started


def many(count: int) -> None:
    """Documents of a page each, all different, each with findings of its own: only what is kept on purpose may grow."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(reader.PAPERS.glob("*.txt"))]
    names, rows = reader.seed_names(), []
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, count + 1):
            path = Path(folder) / f"{number}.txt"
            path.write_text(f"Nummer {number}\n\n{texts[number % len(texts)]}", encoding="utf-8")
            rules.read(reading.read(path), names, Findings(MODEL))
            path.unlink()
            if number % max(count // 10, 1) == 0:
                child = memory_mb(SHARED.pid) if SHARED.pid else 0
                taken = f"{time.monotonic() - started:.0f} s"
                rows.append([f"{number:,}", taken, f"{memory_mb('self')} MB", f"{child} MB"])
    print()
    print(table(["documenten", "tijd", "dit proces", "de lezer"], rows))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documenten", type=int, default=0)
    parser.add_argument("--map", type=Path, default=reader.PAPERS, help="a folder of test documents of your own")
    parser.add_argument("--kort", action="store_true", help="only the sums")
    given = parser.parse_args()
    if given.documenten:
        many(given.documenten)
    else:
        quality(given.map, not given.kort)
        if given.map == reader.PAPERS:
            speed()
