"""Whether the time of reading grows in proportion to the text, whatever the text is.

    python -m bench.groei [--keren 5]

Every piece of text that is hard on a reader, many times in a row, and four times as many. Processor time of this
process, the least of a few times, since other work on the machine only ever makes it slower. Proportion is four; with
the square of the length it would be sixteen. What is over the limit is measured again, and when it stays over, the
command says so and exits with 1.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench.rig.markdown import heading, table
from tests.loaders.hostile.looks import LOOKS
from tests.loaders.prose import reader
from tests.loaders.prose.units import UNITS

TIMES = 4
LIMIT = 1.5 * TIMES
"""How many times as long four times the text may take."""
UNNOTICED = 0.02
"""Seconds that are not worth a word: they drown in noise."""
CHARACTERS, PIECES = 4_800, 5_000
"""A line of over 20,000 characters is not read as prose, so the long text stays under that."""
SHOWN = 10


@dataclass
class Growth:
    """The least seconds that a text took, and one four times as long."""

    what: str
    small: float = float("inf")
    large: float = float("inf")

    @property
    def factor(self) -> float:
        return self.large / max(self.small, 1e-9)

    @property
    def too_much(self) -> bool:
        return self.large > LIMIT * self.small + UNNOTICED

    def again(self, small: float, large: float) -> None:
        self.small, self.large = min(self.small, small), min(self.large, large)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keren", type=int, default=5, help="hoe vaak hoogstens, als het te veel lijkt")
    times = parser.parse_args().keren
    found = [measured(what, look, small, large, times) for what, look, small, large in subjects()]
    found.sort(key=lambda growth: growth.factor * (growth.large > UNNOTICED), reverse=True)
    print(heading("python -m bench.groei"))
    print(f"{len(found)} soorten tekst; de {SHOWN} die het hardst groeien:\n")
    rows = [(g.what, f"{g.small * 1000:.1f}", f"{g.large * 1000:.1f}", f"**{g.factor:.1f}**") for g in found[:SHOWN]]
    print(table(("tekst", "ms", f"ms, {TIMES} keer zo lang", "factor"), rows))
    wrong = [growth.what for growth in found if growth.too_much]
    print(f"\nBoven de grens van {LIMIT:g}: {', '.join(wrong) or 'niets'}.")
    return 1 if wrong else 0


def subjects() -> Iterator[tuple[str, Callable[[str], object], str, str]]:
    """What is measured: its name, what looks at the text, the text and the long text."""
    for unit in UNITS:
        text = unit * CHARACTERS * TIMES
        yield f"`{unit!r}`", reader.page, text[:CHARACTERS], text[: CHARACTERS * TIMES]
    for look, piece in LOOKS:
        yield f"{look.__name__} `{piece!r}`", look, piece * PIECES, piece * PIECES * TIMES
    papers = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(reader.PAPERS.glob("*.txt")))
    yield "de testdocumenten achter elkaar", reader.page, papers, papers * TIMES


def measured(what: str, look: Callable[[str], object], small: str, large: str, times: int) -> Growth:
    """Twice, and again for as long as it seems too much."""
    look(small[:200])
    growth = Growth(what)
    for turn in range(max(times, 2)):
        if turn >= 2 and not growth.too_much:
            break
        growth.again(spent(look, small), spent(look, large))
    return growth


def spent(look: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    look(text)
    return time.process_time() - started


if __name__ == "__main__":
    raise SystemExit(main())
