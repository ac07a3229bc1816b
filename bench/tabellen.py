"""The tables in the documentation, from what the benchmarks kept in `bench/uitkomsten`.

    python -m bench.tabellen             print every block that the documentation asks for
    python -m bench.tabellen --schrijf   put them in the documentation

A page asks for a block with a pair of comments, and what stands between them is made here:

    <!-- uitkomst: peers-klein tijd -->
    <!-- einde -->

A test compares them, so a figure in the documentation is a figure that was measured.
"""

import argparse
import re
from collections.abc import Callable, Mapping
from statistics import median

from bench.rig import front_page, ratios
from bench.rig.markdown import comma, table
from bench.rig.outcomes import FOLDER, Outcome, Pair, kept

ROOT = FOLDER.parents[1]
PAGES = (ROOT / "README.md", ROOT / "docs" / "metingen.md")
BLOCK = re.compile(r"(<!-- uitkomst: ([a-z-]+) ([a-z-]+) -->\n).*?(<!-- einde -->)", re.DOTALL)
NOT_YET = "*Nog niet gemeten.*"
YOGA, OURS = "@neo4j/graphql", "Op de Plank"
Outcomes = Mapping[str, Outcome]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--schrijf", action="store_true", help="zet de tabellen in de documenten")
    write = parser.parse_args().schrijf
    outcomes = kept()
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        if write:
            page.write_text(filled(text, outcomes), encoding="utf-8")
            continue
        for _, name, part, _ in BLOCK.findall(text):
            print(f"## {page.name}: {name} {part}\n\n{block(name, part, outcomes)}\n")


def filled(text: str, outcomes: Outcomes) -> str:
    """A page with every block as it should be."""
    return BLOCK.sub(lambda found: f"{found[1]}\n{block(found[2], found[3], outcomes)}\n\n{found[4]}", text)


def block(name: str, part: str, outcomes: Outcomes) -> str:
    if name == "readme":
        return front_page.PARTS[part](outcomes)
    outcome = outcomes.get(name)
    if outcome is None:
        return NOT_YET
    if part in outcome.tabellen:
        return outcome.tabellen[part].markdown()
    return PARTS[part](outcome)


def when(outcome: Outcome) -> str:
    """Command, day and machine, as a sentence."""
    busy = f" Aan het begin en eind wilden er gemiddeld {_busy(outcome)} processen rekenen." if outcome.druk else ""
    return f"`{outcome.opdracht}`, {outcome.gemeten} UTC, op een machine met {outcome.machine}.{busy}"


def _busy(outcome: Outcome) -> str:
    return " en ".join(comma(each, 1) for each in outcome.druk)


def time(outcome: Outcome) -> str:
    return ratios.overview(outcome, ratios.servers(outcome), Pair.time)


def cpu(outcome: Outcome) -> str:
    return ratios.overview(outcome, ratios.servers(outcome), Pair.cpu)


def beside(outcome: Outcome) -> str:
    """Each server beside the first one, with the figures themselves."""
    pairs = (outcome.with_server(name) for name in ratios.servers(outcome))
    return "\n\n".join(ratios.side_by_side(each) for each in pairs if each)


def waits(outcome: Outcome) -> str:
    return ratios.waits(outcome, ratios.servers(outcome))


def against(outcome: Outcome) -> str:
    """How many times as many answers we give as the other GraphQL servers: their ratio to the hand divided by ours."""
    ours = {pair.vraag: pair.time().value for pair in outcome.with_server(OURS)}
    rows = []
    for name in ratios.servers(outcome):
        found = [p.time().value / ours[p.vraag] for p in outcome.with_server(name) if p.vraag in ours]
        if name != OURS and found:
            rows.append((name, comma(median(found), 1), f"{comma(min(found), 1)}–{comma(max(found), 1)}"))
    return table(("naast", "keer zoveel antwoorden van Op de Plank, in het midden", "laagste–hoogste"), rows)


PARTS: Mapping[str, Callable[[Outcome], str]] = {
    "gemeten": when, "tijd": time, "rekentijd": cpu, "naast": beside, "wacht": waits, "anderen": against,
}  # fmt: skip


if __name__ == "__main__":
    main()
