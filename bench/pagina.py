"""How fast and how heavy the pages are.

    python -m bench.pagina [--url http://127.0.0.1:8000] [--keren 40]

Asks a running service for each page of the seeds, as a browser would. `eerste` is the first time after the start or
after a change of the graph; `daarna` is p50 and p95 of the next ones; `304` is p95 when the browser has it already.
Sizes are bytes over the line, compressed; `samen` adds the style sheet and the letter. Answers to questions are not
kept, so there `daarna` is a look-up each time.
"""

import argparse
import re
import statistics
import time
from collections.abc import Iterator

import httpx

from bench.rig.markdown import heading, table

PAGES = (
    "/",
    "/?vraag=jongere+met+schulden+kan+niet+verder+met+school&gemeente=GM0200",
    "/?vraag=kat+in+de+boom",
    "/oplossing/jongeren-perspectief-fonds",
    "/knelpunt/een-schuldregeling-duurt-te-lang",
    "/gemeente/GM0153",
    "/traject/basis-van-de-arbeidsmarkt",
    "/thema/schulden",
    "/oplossing",
    "/gemeente",
    "/widget/v1/demo",
)
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Encoding": "gzip"}


def rows(client: httpx.Client, times: int) -> Iterator[tuple[object, ...]]:
    files: dict[str, int] = {}
    for path in PAGES:
        first, reply, size = timed(client, path)
        for address in re.findall(r'href="(/statisch/[^"]+)"', reply.text):
            files.setdefault(address, timed(client, address)[2])
        again = [timed(client, path)[0] for _ in range(times)]
        known = [timed(client, path, {"If-None-Match": reply.headers["etag"]})[0] for _ in range(times)]
        own = sum(files[a] for a in set(re.findall(r'href="(/statisch/[^"]+)"', reply.text)))
        yield path, size, size + own, ms(first), ms(statistics.median(again)), ms(p95(again)), ms(p95(known))


def timed(client: httpx.Client, path: str, headers: dict[str, str] | None = None) -> tuple[float, httpx.Response, int]:
    """Seconds, the answer, and its bytes over the line."""
    started = time.perf_counter()
    with client.stream("GET", path, headers=headers) as reply:
        reply.read()
        spent = time.perf_counter() - started
        return spent, reply, reply.num_bytes_downloaded


def p95(values: list[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]


def ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Meet de pagina's van een draaiende dienst.")
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument("--keren", type=int, default=40)
    given = parser.parse_args()
    head = ("pagina", "bytes", "samen", "eerste (ms)", "daarna p50", "daarna p95", "304 p95")
    with httpx.Client(base_url=given.url, headers=BROWSER, timeout=30) as client:
        print(heading("python -m bench.pagina"))
        print(table(head, rows(client, given.keren)))


if __name__ == "__main__":
    main()
