"""What more processes bring: the service with one, and with two, on the same Neo4j.

    python -m bench.kernen [--processen 2] [--verbindingen 32] [--seconden 2] [--hoogstens 31] [--bewaar]

Three kinds of question on the small made-up graph: a registered one that was asked before, which needs no database; a
thing with its neighbours by its id; and words of its title. Both are loaded in turns (`bench.rig.pairs`): the other one
has nothing to do. Database and load are on the same machine: where those take a core, it is not there for us.
"""

import argparse
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import httpx

from bench.rig import load, turns
from bench.rig.asked import ONE
from bench.rig.databases import Neo4j, filled
from bench.rig.load import Load
from bench.rig.markdown import comma
from bench.rig.outcomes import Outcome, Pair, can_keep
from bench.rig.pairs import estimate
from bench.rig.ratios import rate, shown
from bench.rig.servers import LIMITS, Server, cpu_seconds, log_of, memory_mb, ours
from bench.rig.turns import Asked
from opdeplank.graphql.registered import by_name

SIZE = "klein"
KNOWN, BY_ID, BY_TEXT = "bekend antwoord (GET)", "een ding bij zijn id", "woorden uit een titel"
SEARCH = """query Zoek($term: String!) { zoek(term: $term, first: 10) {
  edges { score node { __typename ... on Entiteit { id weergavenaam } } } } }"""
TITLES = "{ oplossingen(first: 20) { nodes { titel } } }"
LOOKS, BETWEEN = 600, 0.1
"""How often to look whether all processes answer, and the seconds between."""


class Together(Server):
    """A service of which the children answer."""

    def pids(self) -> list[int]:
        told = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text()
        return [self.pid, *map(int, told.split())]

    def wait(self, processes: int) -> None:
        """Until all of them listen, which is said last."""
        for _ in range(LOOKS):
            if "staat klaar" in log_of(self.name).read_text() and (processes == 1 or len(self.pids()) > processes):
                return
            time.sleep(BETWEEN)
        raise SystemExit(f"niet alle processen luisteren; zie {log_of(self.name)}")

    def cpu(self) -> float:
        return sum(map(cpu_seconds, self.pids()))

    def memory(self) -> int:
        return sum(map(memory_mb, self.pids()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--processen", type=int, default=2, help="van de tweede dienst")
    parser.add_argument("--verbindingen", type=int, default=32)
    turns.options(parser)
    can_keep(parser)
    given = parser.parse_args()
    outcome = Outcome(f"python -m bench.kernen --processen {given.processen} --verbindingen {given.verbindingen}")
    with filled(SIZE) as database, served(database, 1) as one, served(database, given.processen) as more:
        both = (one, more)
        asked = {title: [to_ask(server, title) for server in both] for title in (KNOWN, BY_ID, BY_TEXT)}
        for question in [each for pair in asked.values() for each in pair]:
            for body in question.bodies:  # a database that has just begun plans each for a while
                if "errors" in (said := question.server.ask(body)):
                    raise SystemExit(f"geen antwoord op {body}: {said}")
        for each in both:
            each.settle()
        in_turns = turns.turns(given, given.verbindingen, database.pid)
        outcome.paren += [in_turns.pair("kernen", title, *pair) for title, pair in asked.items()]
        memory = [(each.name, each.memory()) for each in both]
    waits = [f"p95 met {each.name} (ms)" for each in both]
    head = ("vraag", f"{one.name}, per s", f"{more.name}, per s", "keer zoveel", *waits, "fouten")
    outcome.add("kernen", head, [row(pair) for pair in outcome.paren])
    outcome.add("geheugen", ("dienst", "MB samen"), memory)
    outcome.done("kernen", given.bewaar)
    outcome.show()


@contextmanager
def served(database: Neo4j, processes: int) -> Iterator[Together]:
    name = "één proces" if processes == 1 else f"{processes} processen"
    limits = {**LIMITS, "OPDEPLANK_PROCESSEN": str(processes)}
    with ours(database.uri, name, meaning=False, limits=limits) as server:
        made = Together(**vars(server))
        made.wait(processes)
        yield made


def to_ask(server: Server, title: str) -> Asked:
    """One of the three kinds, at this server."""
    if title == KNOWN:
        url = f"{server.url}?{urlencode({'documentId': by_name('lijst-themas').id})}"
        httpx.get(url, timeout=60).raise_for_status()
        return Asked(replace(server, url=url), [])
    if title == BY_ID:
        return Asked(server, load.bodies(ONE, SIZE))
    titles = [each["titel"] for each in server.ask({"query": TITLES})["data"]["oplossingen"]["nodes"]]
    return Asked(server, [{"query": SEARCH, "variables": {"term": " ".join(each.split()[:2])}} for each in titles])


def row(pair: Pair) -> tuple[object, ...]:
    """The figures are those of the round in the middle."""
    found = estimate([1 / ratio for ratio in map(times, pair.rondes)])
    first, second = pair.rondes[found.middle]
    errors = sum(each.errors for both in pair.rondes for each in both)
    return pair.titel, rate(first), rate(second), shown(found), comma(first.p95, 1), comma(second.p95, 1), errors


def times(both: tuple[Load, Load]) -> float:
    """How many times as long an answer of the second takes."""
    return both[1].time() / both[0].time()


if __name__ == "__main__":
    main()
