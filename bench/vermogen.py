"""What the service can take: answers a second and p95 of five kinds of question at 1, 16 and 64 connections, with the
embedded engine and on Neo4j.

    python -m bench.vermogen [--seconden 3] [--motor ingebouwd|neo4j|beide] [--bewaar]

On the seeds, as `opdeplank start` serves them: a known answer over GET, a gemeente by its code, words, an analyst's
question that counts over relationships, and a change with a key of its own. Every question is asked once beforehand and
has to have an answer. Under load whatever is no answer counts as wrong: another status than 200, and 200 with an error.
"""

import argparse
import json
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

import httpx

from bench.rig import load
from bench.rig.databases import Neo4j
from bench.rig.markdown import comma
from bench.rig.outcomes import Outcome, can_keep
from bench.rig.servers import Server, ours
from opdeplank.graphql.registered import by_name

CONNECTIONS = (1, 16, 64)
LIMITS = {
    "OPDEPLANK_ROL": "PROGRAMMABUREAU", "OPDEPLANK_GRENS_VERZOEKEN": "1000000",
    "OPDEPLANK_GRENS_VERBINDINGEN_ADRES": "1000", "OPDEPLANK_GRENS_TIJD": "60",
}  # fmt: skip
CODES = ("GM0344", "GM0363", "GM0599", "GM0518", "GM0014", "GM0796", "GM0193", "GM0855", "GM0772", "GM0034")
WORDS = ("schulden", "jongeren zonder werk", "mantelzorg", "wachtlijst", "eenzaamheid", "taal", "wonen", "energie")
BY_ID = "query ($c: GemeenteCode!) { gemeente(sleutel: {code: $c}) { naam toepassingen { nodes { status } } } }"
BY_TEXT = """query ($t: String!) { zoek(term: $t, first: 10) {
  edges { score node { __typename ... on Entiteit { id weergavenaam } } } } }"""
ANALYST = """query ($n: Int) { oplossingen(first: $n, filter: {aantalToepassingen: {min: 1}}) {
  aantal nodes { titel rijpheid toepassingen { aantal nodes { status gemeente { naam } } } } } }"""
FELT = """mutation ($over: KnelpuntMeldingInvoer!, $s: String!) {
  knelpuntMelden(invoer: $over, idempotentieSleutel: $s) { fouten { melding } } }"""
KNELPUNT = "knelpunt:rond-de-achttiende-verjaardag-raakt-hulp-zoek"
Bodies = list[dict[str, object]]


def bodies(query: str, sets: list[dict[str, object]]) -> Bodies:
    return [{"query": query, "variables": each} for each in sets]


def changes() -> Bodies:
    """So many that none comes twice within a round: a key that was seen before is not a change."""
    return bodies(
        FELT,
        [
            {"over": {"gemeente": {"code": CODES[turn % 10]}, "knelpunt": KNELPUNT, "ernst": turn % 5 + 1}, "s": key}
            for turn, key in ((each, secrets.token_hex(8)) for each in range(20_000))
        ],
    )


KINDS: tuple[tuple[str, Callable[[], Bodies]], ...] = (
    ("bekend antwoord (GET)", list),
    ("bij zijn code", lambda: bodies(BY_ID, [{"c": code} for code in CODES])),
    ("in woorden", lambda: bodies(BY_TEXT, [{"t": words} for words in WORDS])),
    ("vraag van een analist", lambda: bodies(ANALYST, [{"n": number} for number in range(20, 40)])),
    ("een wijziging", changes),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconden", type=float, default=3)
    parser.add_argument("--motor", choices=("ingebouwd", "neo4j", "beide"), default="beide")
    can_keep(parser)
    given = parser.parse_args()
    outcome, wrong = Outcome(f"python -m bench.vermogen --seconden {given.seconden:g}"), 0
    rows = []
    for engine in ("ingebouwd", "neo4j") if given.motor == "beide" else (given.motor,):
        with served(engine) as service:
            for title, made in KINDS:
                found = [measured(service, made(), each, given.seconden) for each in CONNECTIONS]
                rows.append((title, engine, *(figure for each in found for figure in each)))
                print(*rows[-1], sep=" · ", file=sys.stderr, flush=True)
                wrong += sum(each[2] for each in found)
    head = ["vraag", "motor"]
    head += [f"{what}, {each}" for each in CONNECTIONS for what in ("per s", "p95 (ms)", "fout")]
    outcome.add("vermogen", head, rows)
    outcome.done("vermogen", given.bewaar)
    outcome.show()
    return int(wrong > 0)


@contextmanager
def served(engine: str) -> Iterator[Server]:
    with TemporaryDirectory() as folder:
        if engine == "ingebouwd":
            with ours("", "vermogen", Path(folder), limits=LIMITS, seeds=True) as service:
                yield service
            return
        with Neo4j("vermogen") as database, ours(
            database.uri, "vermogen", Path(folder), limits=LIMITS, seeds=True
        ) as service:  # fmt: skip
            yield service


def measured(service: Server, asked: Bodies, connections: int, seconds: float) -> tuple[str, str, int]:
    """Answers a second, p95 and how many were none."""
    if not asked:
        service = replace(service, url=f"{service.url}?{urlencode({'documentId': by_name('lijst-themas').id})}")
        httpx.get(service.url, timeout=60).raise_for_status()
    for body in asked[:20]:
        said = service.ask(body)
        if "errors" in said or '"melding"' in json.dumps(said):
            raise SystemExit(f"geen antwoord op {body}: {said}")
    found = load.run(service, asked[20:] if len(asked) > 100 else asked, None, connections, seconds, strict=True)
    return comma(found.per_second, 0), comma(found.p95, 1), found.errors


if __name__ == "__main__":
    sys.exit(main())
