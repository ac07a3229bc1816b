"""What a known answer costs: a registered look-up that was asked before, beside a route that does nothing.

    python -m bench.bekend [--ronden 5] [--seconden 2]

The whole service with the seeds on the embedded engine, and a bare Starlette route on the same uvicorn that sends the
same bytes. Both are loaded in turn over 16 connections; the share is the median over the rounds of our throughput
divided by theirs.
"""

import argparse
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

import httpx
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.rig.markdown import heading, table
from bench.rig.servers import Server, ours, uvicorn
from opdeplank.graphql.registered import by_name

CONNECTIONS = 16
ASKED = {"vraag": "jongere met schulden kan niet verder met school", "gemeente": {"code": "GM0200"}}


async def bare(request: Request) -> Response:
    return Response(BODY, media_type="application/json")


BODY = Path(os.environ["ANTWOORD"]).read_bytes() if "ANTWOORD" in os.environ else b""
app = Starlette(routes=[Route("/graphql", bare)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ronden", type=int, default=5)
    parser.add_argument("--seconden", type=int, default=2)
    given = parser.parse_args()
    asked = {"documentId": by_name("pasklaar").id, "variables": orjson.dumps(ASKED).decode()}
    with TemporaryDirectory() as folder, ours("", data=Path(folder) / "data") as service:
        url = f"{service.url}?{urlencode(asked)}"
        first = httpx.get(url, timeout=60).raise_for_status()
        body = Path(folder) / "antwoord.json"
        body.write_bytes(first.content)
        with uvicorn("bench.bekend:app", "kale route", {"ANTWOORD": str(body)}) as nothing:
            known = {"If-None-Match": httpx.get(url, timeout=60).headers["etag"]}
            rows = [
                measured("200, het hele antwoord", service, url, nothing, given, {}),
                measured("304, de lezer heeft het al", service, url, nothing, given, known),
            ]
    print(heading("python -m bench.bekend"))
    print(f"Een antwoord van {len(first.content):,} bytes.\n")
    print(table(("antwoord", "kale route (per s)", "Op de Plank (per s)", "deel"), rows))


def measured(
    title: str, service: Server, url: str, nothing: Server, given: argparse.Namespace, headers: Mapping[str, str]
) -> tuple[str, ...]:
    pairs = []
    for turn in range(given.ronden):
        order = ((service, url), (nothing, nothing.url))
        found = {s.name: _load(u, given.seconden, headers) for s, u in (order if turn % 2 else order[::-1])}
        pairs.append((found[nothing.name], found[service.name]))
    share = median(o / n for n, o in pairs)
    return title, f"{median(n for n, _ in pairs):,.0f}", f"{median(o for _, o in pairs):,.0f}", f"**{share:.2f}**"


def _load(url: str, seconds: int, headers: Mapping[str, str]) -> float:
    flags = [flag for name, value in headers.items() for flag in ("-H", f"{name}: {value}")]
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", *flags, url]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said and not headers:
        raise SystemExit(f"niet alles werd beantwoord:\n{said}")
    return float(said.split("Requests/sec:")[1].split()[0])


if __name__ == "__main__":
    main()
