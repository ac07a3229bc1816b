"""One line of JSON each, also of what other packages log."""

import io
import json
import logging

from opdeplank.watching.log_lines import LOGGERS, LogLines
from opdeplank.watching.seen import SeenRequest


def test_a_request_is_one_line_with_only_what_is_known_of_it() -> None:
    out = io.StringIO()
    lines = LogLines(out)
    lines.saw(SeenRequest("GET", "/gezond", 200, 0.00123, 20, number="abc", role="OPENBAAR"), {}, 0.0)
    refused = SeenRequest("POST", "/graphql", 429, 0.5, operation="adhoc", cost=7, database=0.25, statements=2)
    refused.known, refused.limit, refused.broken_off = True, "punten", True
    lines.saw(refused, {}, 0.0)
    first, second = map(json.loads, out.getvalue().splitlines())
    assert (first.pop("moment").endswith("Z"), first) == (True, {
        "gebeurtenis": "verzoek", "niveau": "info", "verzoek": "abc", "methode": "GET", "route": "/gezond",
        "operatie": "", "status": 200, "ms": 1.23, "bytes": 20, "rol": "OPENBAAR",
    })  # fmt: skip
    assert {name: second[name] for name in ("kosten", "database_ms", "opdrachten", "plan_bekend", "limiet")} == {
        "kosten": 7, "database_ms": 250, "opdrachten": 2, "plan_bekend": True, "limiet": "punten",
    }  # fmt: skip
    assert second["afgebroken"] is True


def test_what_the_program_logs_goes_the_same_way() -> None:
    out = io.StringIO()
    loggers = [logging.getLogger(name) for name in LOGGERS]
    kept = [(each, each.handlers, each.propagate) for each in loggers]
    try:
        LogLines(out).install()
        try:
            raise ValueError("mis")
        except ValueError as error:
            logging.getLogger(LOGGERS[0]).error("onverwachte fout verzoek=%s", "abc", exc_info=error)
    finally:
        for each, handlers, propagate in kept:
            each.handlers, each.propagate = handlers, propagate
    [line] = map(json.loads, out.getvalue().splitlines())
    assert (line["gebeurtenis"], line["niveau"]) == ("onverwachte fout verzoek=abc", "error")
    assert "ValueError: mis" in line["exception"]
