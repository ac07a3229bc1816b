"""Is one nuisance everybody's? Sixty hostile requests, while a visitor asks an ordinary question every 100 ms.

    python -m bench.vijandig                          each attack for two seconds
    python -m bench.vijandig --alleen fragmenten      the attacks with this in their name
    python -m bench.vijandig --geheugen [--aantal N]  N mixed requests (100,000), and the memory before and after

Each request must be answered, or its connection closed, within two seconds; the times that a service gives slow senders
are set to 1.5 s here, so that closing is seen too. The p95 of the visitor stays under twice its value at rest.
"""

import argparse
import asyncio
import random
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence

from bench.rig.markdown import heading, table
from bench.rig.servers import Server, ours
from bench.vijandig.hostile_documents import DOCUMENTS, asked
from bench.vijandig.hostile_requests import REQUESTS
from bench.vijandig.hostile_senders import SENDERS
from bench.vijandig.visitor import p95, visiting
from bench.vijandig.wire import Attack, Outcome, ask, get, post
from tests.engines import ROOT

ATTACKS = (*DOCUMENTS, *REQUESTS, *SENDERS)
WITHIN = 2.0
AT_REST = 5.0
"""Seconds of the visitor alone."""
DATA = ROOT / ".cache" / "bench" / "vijandig"
SOON = {f"OPDEPLANK_GRENS_{name}": "1.5" for name in ("TIJD_KOPPEN", "TIJD_BODY", "TIJD_ANTWOORD", "RUST")}
AT_ONCE = 8
QUICK, LEAST = 0.1, 0.002
"""Seconds a request may take to be one of the many, and what it counts for at least."""
SEED = 20261129


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconden", type=float, default=2.0, help="how long each attack goes on")
    parser.add_argument("--alleen", default="", help="only the attacks with this in their name")
    parser.add_argument("--geheugen", action="store_true", help="many requests, and the memory")
    parser.add_argument("--aantal", type=int, default=100_000)
    given = parser.parse_args()
    with ours("", "vijandig", DATA, limits={} if given.geheugen else SOON, seeds=True) as service:
        warm(service)
        if given.geheugen:
            remember(service, given.aantal)
        else:
            attack(service, [each for each in ATTACKS if given.alleen in each.name], given.seconden)


def warm(service: Server) -> None:
    """Until the meaning of things is known and every text was planned once: that is no attack."""
    asyncio.run(_ordinary(service.port, 200))


async def _ordinary(port: int, times: int) -> None:
    for i in range(times):
        await ask(port, ordinary(i))


def ordinary(number: int) -> bytes:
    """What visitors ask: questions, pages, registered operations."""
    words = f"schulden van een gezin met {number % 100} kinderen"
    return (
        get(f"/?vraag={words.replace(' ', '+')}&gemeente=GM0344", "Accept: text/html", "Accept-Encoding: gzip"),
        get("/oplossing/jongeren-perspectief-fonds", "Accept: text/html", "Accept-Encoding: gzip"),
        get("/", "Accept: text/html"),
        get("/gemeente/GM0344", "Accept: text/html", "Accept-Encoding: gzip"),
        asked(words),
        post("query($n: Int) { oplossingen(first: $n) { nodes { titel rijpheid } } }", {"n": number % 50 + 1}),
        get("/thema/schulden", "Accept: application/ld+json"),
    )[number % 7]


def attack(service: Server, attacks: Sequence[Attack], seconds: float) -> None:
    spans: list[tuple[Attack, float, float, list[Outcome], float]] = []
    with visiting(service.port) as visit:
        started = time.monotonic()
        time.sleep(AT_REST)
        for each in attacks:
            began, used = time.monotonic(), service.cpu()
            end, found = asyncio.run(_repeated(each, service.port, seconds))
            spans.append((each, began, end, found, (service.cpu() - used) / len(found)))
        rested = time.monotonic()
        time.sleep(AT_REST)
        ended = time.monotonic()
    rest = p95(visit.between(started, started + AT_REST) + visit.between(rested, ended))
    rows = [row(each, found, cpu, p95(visit.between(began, end)), rest) for each, began, end, found, cpu in spans]
    print(heading("python -m bench.vijandig"))
    print(table(HEAD, rows))
    under = p95(visit.between(spans[0][1], rested))
    late = sum(bool(found[-1]) for found in rows)
    print(f"\n{len(rows)} aanvallen, {late} niet binnen {WITHIN:g} s beantwoord of dicht. Bezoeker: {len(visit.asked)} "
          f"vragen, {visit.failed} mislukt; p95 {1_000 * rest:.1f} ms in rust, {1_000 * under:.1f} ms onder aanval "
          f"(× {under / rest:.2f}).")  # fmt: skip


async def _repeated(each: Attack, port: int, seconds: float) -> tuple[float, list[Outcome]]:
    """The attack over and over for so long, and when it was over."""
    until = time.monotonic() + seconds
    found = await each.behave(port)
    while time.monotonic() < until and not each.slow:
        await asyncio.sleep(0.05)
        found += await each.behave(port)
    return time.monotonic(), found


HEAD = ("aanval", "traagste (s)", "antwoorden", "CPU (ms)", "p95 bezoeker (ms)", "× rust", "")


def row(each: Attack, found: Sequence[Outcome], cpu: float, under: float, rest: float) -> tuple[object, ...]:
    slowest = max((outcome.seconds for outcome in found), default=0.0)
    told = ", ".join(f"{status} ({count})" for status, count in Counter(o.status for o in found).most_common(4))
    late = "TE LAAT" if slowest > WITHIN + (1.0 if each.slow else 0.0) else ""
    times = f"{under / rest:.1f}" if rest else ""
    return each.name, f"{slowest:.2f}", told, f"{1_000 * cpu:.1f}", f"{1_000 * under:.1f}", times, late


def remember(service: Server, amount: int) -> None:
    """Hostile and ordinary requests in turn; what is kept of them must have a size. Every attack gets as much time as
    another, so the cheap ones come most often: else most of this would be waiting for a few dear ones."""
    took = {each: _seconds(each, service.port) for each in ATTACKS if not each.slow}
    quick = {each: 1 / max(seconds, LEAST) for each, seconds in took.items() if seconds < QUICK}
    before = service.memory()
    rows = [(0, before, "1.00")]
    for part in range(1, 11):
        asyncio.run(_mixed(service.port, quick, amount // 10, part))
        rows.append((part * amount // 10, service.memory(), f"{service.memory() / before:.2f}"))
        print(*rows[-1], file=sys.stderr)
    print(heading(f"python -m bench.vijandig --geheugen --aantal {amount}"))
    print(table(("verzoeken", "geheugen (MB)", "× voor"), rows))
    print(f"\nGeheugen: {before} MB voor, {service.memory()} MB na (× {service.memory() / before:.2f}).")


def _seconds(each: Attack, port: int) -> float:
    """How long one request of it takes: what takes long would make this a measurement of patience."""
    began = time.monotonic()
    asked = len(asyncio.run(each.behave(port)))
    return (time.monotonic() - began) / max(1, asked)


async def _mixed(port: int, quick: Mapping[Attack, float], amount: int, part: int) -> None:
    chance = random.Random(SEED + part)
    attacks, often = list(quick), list(quick.values())
    left = amount

    async def worker() -> None:
        nonlocal left
        while left > 0:
            if chance.random() < 0.7:
                left -= 1
                await ask(port, junked(ordinary(chance.randrange(7_000_000)), chance))
            else:
                left -= len(await chance.choices(attacks, often)[0].behave(port))

    await asyncio.gather(*(worker() for _ in range(AT_ONCE)))


def junked(request: bytes, chance: random.Random) -> bytes:
    """The same with something in it that nobody else sends: what a cache must not take for another question."""
    junk = f"{chance.getrandbits(64):x}" * chance.randint(1, 200)
    line, _, rest = request.partition(b"\r\n")
    method, target, version = line.split(b" ")
    mark = b"&" if b"?" in target else b"?"
    return b" ".join([method, target + mark + b"utm=" + junk.encode(), version]) + b"\r\n" + rest


if __name__ == "__main__":
    main()
