"""What a known answer costs: a registered look-up that was asked before, beside a route that does nothing.

    python -m bench.bekend [--seconden 2] [--hoogstens 31] [--bewaar]

The whole service with the seeds on the embedded engine, and a bare Starlette route on the same uvicorn that sends the
same bytes. Both are loaded in turns over 16 connections until it is known within 10 % how many times as much ours costs
(`bench.rig.pairs`). The bare route knows no 304: there too it sends the whole answer.
"""

import argparse
import os
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

import httpx
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.rig import ratios, turns
from bench.rig.outcomes import Outcome, can_keep
from bench.rig.servers import ours, uvicorn
from bench.rig.turns import Asked
from opdeplank.graphql.registered import by_name

ASKED = {"vraag": "jongere met schulden kan niet verder met school", "gemeente": {"code": "GM0200"}}


async def bare(request: Request) -> Response:
    return Response(BODY, media_type="application/json")


BODY = Path(os.environ["ANTWOORD"]).read_bytes() if "ANTWOORD" in os.environ else b""
app = Starlette(routes=[Route("/graphql", bare)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    turns.options(parser)
    can_keep(parser)
    given = parser.parse_args()
    outcome = Outcome("python -m bench.bekend")
    asked = {"documentId": by_name("pasklaar").id, "variables": orjson.dumps(ASKED).decode()}
    with TemporaryDirectory() as folder, ours("", data=Path(folder) / "data", seeds=True) as service:
        url = f"{service.url}?{urlencode(asked)}"
        first = httpx.get(url, timeout=60).raise_for_status()
        body = Path(folder) / "antwoord.json"
        body.write_bytes(first.content)
        service.settle()
        with uvicorn("bench.bekend:app", "kale route", {"ANTWOORD": str(body)}) as nothing:
            known = {"If-None-Match": httpx.get(url, timeout=60).headers["etag"]}
            here = replace(service, url=url)
            for titel, headers in (("200, het hele antwoord", {}), ("304, de lezer heeft het al", known)):
                pair = turns.turns(given).pair("pasklaar", titel, Asked(nothing, [], headers), Asked(here, [], headers))
                outcome.paren.append(pair)
    outcome.add("antwoord", ("bytes",), [[len(first.content)]])
    outcome.done("bekend", given.bewaar)
    print(f"{outcome.heading()}\n\nEen antwoord van {len(first.content):,} bytes.\n")
    print(ratios.side_by_side(outcome.paren))


if __name__ == "__main__":
    main()
