"""The log in lines of JSON: one of each request, and what the program has to say in between.

    {"gebeurtenis":"verzoek","moment":"2026-11-30T15:04:05.123Z","niveau":"info","verzoek":"9f…","methode":"POST",
     "route":"/graphql","operatie":"adhoc","status":200,"ms":12.4,"database_ms":8.1,"opdrachten":1,"kosten":2322,…}

Of what was asked it holds the name of a registered operation and nothing else: no path that names a thing, no
variables, no text, no address, no key. A person is in none of these.
"""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any, TextIO

import orjson
import structlog
from structlog.typing import Processor

from opdeplank.watching.seen import Scope, SeenRequest

EVENT, REQUEST = "gebeurtenis", "verzoek"
LOGGERS = ("opdeplank", "uvicorn", "asyncio", "neo4j")


def _dumped(value: Any, **_: Any) -> str:
    return orjson.dumps(value, default=str).decode()


def _ours(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """In our words, and without what structlog left in it for itself."""
    event["niveau"] = event.pop("level", "info")
    event.pop("_record", None)
    event.pop("_from_structlog", None)
    return event


ENDING: tuple[Processor, ...] = (
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper("iso", utc=True, key="moment"),
    _ours,
    structlog.processors.EventRenamer(EVENT),
    structlog.processors.JSONRenderer(_dumped),
)


class LogLines:
    """A line of each request, to `out`; while it is `installed`, so is what else is logged."""

    def __init__(self, out: TextIO = sys.stderr) -> None:
        self._out = out
        self._log = structlog.wrap_logger(structlog.PrintLogger(out), processors=ENDING)

    def saw(self, seen: SeenRequest, scope: Scope, began: float) -> None:
        said = {
            "verzoek": seen.number, "methode": seen.method, "route": seen.route, "operatie": seen.operation,
            "status": seen.status, "ms": _ms(seen.seconds), "bytes": seen.size, "rol": seen.role,
        }  # fmt: skip
        if seen.statements:
            said |= {"database_ms": _ms(seen.database), "opdrachten": seen.statements}
        if seen.cost:
            said["kosten"] = seen.cost
        if seen.known is not None:
            said["plan_bekend"] = seen.known
        if seen.kept is not None:
            said["uit_voorraad"] = seen.kept
        if seen.limit:
            said["limiet"] = seen.limit
        if seen.broken_off:
            said["afgebroken"] = True
        self._log.info(REQUEST, **said)

    def install(self) -> None:
        """Have what the program logs by itself go the same way."""
        handler = logging.StreamHandler(self._out)
        handler.setFormatter(
            structlog.stdlib.ProcessorFormatter(processors=(structlog.processors.format_exc_info, *ENDING))
        )
        for name in LOGGERS:
            found = logging.getLogger(name)
            found.handlers, found.propagate = [handler], False


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 2)
