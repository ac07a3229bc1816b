"""Whether one who asks much makes another wait.

    python -m bench.model [--seconden 8]

The whole service with the seeds, on the embedded engine. An ordinary question about one gemeente is asked ten times a
second, from an address of its own, while others ask: nobody; sixteen clients who look up in their own words; one client
who asks, over and over, the most expensive question, the most tedious document and the largest question about the
schema that the limits allow. Each of those is new every time, so that nothing is known. Compare the ratios: all of it
is one run on one machine, and who asks runs on it too.
"""

import argparse
import asyncio
import itertools
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx
from graphql import OperationDefinitionNode, parse

from bench.rig.markdown import heading, table
from bench.rig.servers import ours
from opdeplank.graphql.api import SCHEMA
from schema.request.limits import Budget
from schema.request.schema_size import SchemaSize

FREE = {"OPDEPLANK_GRENS_VERZOEKEN": "0", "OPDEPLANK_GRENS_VORMEN": "0"}
"""How often one may ask is another limit; here it would be in the way."""
EVERY = 0.1
CODES = ("GM0153", "GM0200", "GM0344", "GM0363", "GM0518", "GM0599")
ORDINARY = "query gewoon($c: GemeenteCode!) { gemeente(sleutel: {code: $c}) { naam inwoners provincie } }"
IN_WORDS = "query woorden($t: String!) { pasklaar(invoer: {vraag: {omschrijving: $t}}) { aantal nodes { score } } }"
LEAVES = "id titel samenvatting rijpheid bewijs periode weergavenaam gewijzigdOp synoniemen".split()
RELATIONS = "knelpunten toepassingen themas ontwikkeldDoor opgeleverdDoor contact inProgrammas herkomst".split()
Body = dict[str, Any]


def words() -> Iterator[Body]:
    """Questions as people ask them, each another one."""
    for i in itertools.count():
        text = f"jongere met schulden kan niet verder met school en woont op nummer {i}{time.time_ns()}"
        yield {"query": IN_WORDS, "variables": {"t": text}}


def dearest() -> Iterator[Body]:
    """As many look-ups as one question may pay for, each in as many tokens as the model reads."""
    text = "query duur{n} {{ " + " ".join(
        f'a{i}: pasklaar(invoer: {{{{vraag: {{{{omschrijving: "{{t}}{i}"}}}}}}}}) {{{{ aantal }}}}' for i in range(5)
    ) + " }}"  # fmt: skip
    for n in itertools.count():
        strange = "".join(chr(0x4E00 + (n * 101 + j * 37) % 20_000) for j in range(450))
        yield {"query": text.format(n=n, t=strange)}


def most_tedious() -> Iterator[Body]:
    """As many names as fit, each as often as it may, in fragments that have to be compared with each other."""
    names = " ".join(LEAVES) + " " + " ".join(f"{name} {{ __typename }}" for name in RELATIONS)
    fragments = " ".join(f"fragment f{i} on Oplossing {{ {names} }}" for i in range(25))
    spread = " ".join(f"...f{i}" for i in range(25))
    for n in itertools.count():
        yield {"query": f"query saai{n} {{ oplossingen(first: 5) {{ nodes {{ {spread} }} }} }} {fragments}"}


def about_schema() -> Iterator[Body]:
    """Everything about the schema, as often as fits."""
    again = "f{i}: fields {{ name description args {{ name type {{ name kind }} }} type {{ name kind }} }}"
    texts = [f"__schema {{ types {{ {' '.join(again.format(i=i) for i in range(k))} }} }}" for k in range(1, 16)]
    largest = [text for text in texts if _size(text) <= Budget().schema_fields][-1]
    for n in itertools.count():
        yield {"query": f"query schema{n} {{ {largest} }}"}


def _size(text: str) -> int:
    [operation] = parse(f"{{ {text} }}").definitions
    assert isinstance(operation, OperationDefinitionNode)
    return SchemaSize(SCHEMA, {}, 10**6).of(operation.selection_set)


def nothing() -> Iterator[Body]:
    return iter(())


LOADS: dict[str, tuple[str, int, Callable[[], Iterator[Body]]]] = {
    "rust": ("niemand anders", 0, nothing),
    "woorden": ("16 die in woorden opzoeken", 16, words),
    "duurst": ("één met de duurste vraag", 1, dearest),
    "saaist": ("één met het lastigste document", 1, most_tedious),
    "schema": ("één met de grootste vraag over het schema", 1, about_schema),
    "weer rust": ("weer niemand", 0, nothing),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconden", type=float, default=8)
    parser.add_argument("--belast", nargs=2, metavar=("URL", "SOORT"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.belast:
        url, kind = given.belast
        print(json.dumps(asyncio.run(load(url, kind, given.seconden))))
        return
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        learnt(data)
        rows = list(measured(data, given.seconden))
    print(heading("python -m bench.model"))
    head = ("wie er nog meer vraagt", "p50 (ms)", "p95 (ms)", "p95 / rust")
    print(table((*head, "zij: aantal", "p50 (ms)", "langste (ms)", "geweigerd", "geheugen (MB)"), rows))


def measured(data: Path, seconds: float) -> Iterator[tuple[object, ...]]:
    idle = 0.0
    with ours("", data=data, limits=FREE) as service:
        ordinary(service.url, 5)  # meanwhile it reads what it had learnt
        for kind, (title, *_) in LOADS.items():
            waited, told = under(service.url, kind, seconds)
            idle = idle or p95(waited)
            ratio = f"{p95(waited) / idle:.1f}"
            yield title, ms(statistics.median(waited)), ms(p95(waited)), ratio, *told, service.memory()


def learnt(data: Path) -> None:
    """Fill the graph and have the model learn what is in it: a command that looks up waits for that."""
    environ = {**os.environ, "OPDEPLANK_DATA": str(data)}
    for command in (["start", "--alleen-vullen"], ["zoek", "schulden"]):
        subprocess.run([sys.executable, "-m", "opdeplank", *command], env=environ, capture_output=True, check=True)


def under(url: str, kind: str, seconds: float) -> tuple[list[float], tuple[object, ...]]:
    """What an ordinary question waits while this load is on, and what the load itself met."""
    if not LOADS[kind][1]:
        return ordinary(url, seconds), ("–", "–", "–", "–")
    command = [sys.executable, "-m", "bench.model", "--belast", url, kind, "--seconden", str(seconds + 2)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as others:
        time.sleep(1.5)  # until they have begun
        waited = ordinary(url, seconds)
        said = json.loads(others.communicate()[0])
    return waited, (said["aantal"], ms(said["p50"]), ms(said["langste"]), said["geweigerd"])


def ordinary(url: str, seconds: float) -> list[float]:
    """How long an ordinary question takes, asked every EVERY seconds; in seconds, slowest not left out."""
    waited, codes = [], itertools.cycle(CODES)
    with httpx.Client(timeout=60, headers={"X-Forwarded-For": "198.51.100.1"}) as client:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            started = time.perf_counter()
            client.post(url, json={"query": ORDINARY, "variables": {"c": next(codes)}}).raise_for_status()
            waited.append(time.perf_counter() - started)
            time.sleep(max(0.0, EVERY - waited[-1]))
    return waited


async def load(url: str, kind: str, seconds: float) -> dict[str, object]:
    _, clients, bodies = LOADS[kind]
    took: list[float] = []
    refused = 0
    until = time.monotonic() + seconds

    async def ask(number: int) -> None:
        nonlocal refused
        headers = {"X-Forwarded-For": f"203.0.113.{number + 1}"}
        async with httpx.AsyncClient(timeout=60, headers=headers) as client:
            for body in bodies():
                if time.monotonic() > until:
                    return
                started = time.perf_counter()
                answer = await client.post(url, json=body)
                took.append(time.perf_counter() - started)
                refused += "errors" in answer.json()

    await asyncio.gather(*(ask(i) for i in range(clients)))
    return {"aantal": len(took), "p50": statistics.median(took), "langste": max(took), "geweigerd": refused}


def p95(values: list[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]


def ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f}"


if __name__ == "__main__":
    main()
