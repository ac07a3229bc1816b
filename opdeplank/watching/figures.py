"""The numbers of the service in the form of Prometheus, on a port of their own: who may see them is not who may ask.

Names and labels are few and fixed. A label is a declared route, a registered operation or `adhoc`, a status, a limit:
nothing that a stranger can make up, and nothing about a person.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from prometheus_client import CollectorRegistry, Counter, Histogram, start_http_server
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from opdeplank.watching.seen import Scope, SeenRequest

SOON = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
METHODS = frozenset({"GET", "POST", "HEAD", "OPTIONS"})
Value = Callable[[], float | None]


@dataclass(frozen=True)
class Gauge:
    """A number that is looked at when somebody asks; None: it is not known now. `together`: which of them counts where
    several processes each have one."""

    name: str
    meaning: str
    value: Value
    together: Literal["livemin", "livemax", "livesum"] = "livemin"


class Gauges(Collector):
    def __init__(self, gauges: Iterable[Gauge]) -> None:
        self._gauges = tuple(gauges)

    def collect(self) -> Iterator[Metric]:
        for gauge in self._gauges:
            value = gauge.value()
            if value is not None:
                yield GaugeMetricFamily(gauge.name, gauge.meaning, value)


class Figures:
    """One set of numbers for each service; nothing is shared over two of them in one process."""

    def __init__(self, gauges: Iterable[Gauge] = ()) -> None:
        self.registry = CollectorRegistry()
        self._look_at(gauges)
        self._requests = self._counter(
            "verzoeken", "Verzoeken die klaar zijn.", "methode", "route", "operatie", "status"
        )
        self._seconds = self._histogram("verzoek_seconden", "Tijd van een verzoek, zonder stromen.", "route")
        self._database = self._histogram("database_seconden", "Tijd die de database nam voor een vraag.")
        self._statements = self._counter("opdrachten", "Opdrachten aan de database.")
        self._cost = self._counter("kosten", "Punten van vragen die zijn beantwoord.", "operatie")
        self._plans = self._counter("plannen", "Vragen, en of hun plan er al was.", "bekend")
        self._kept = self._counter("voorraad", "Vragen waarvan het antwoord bewaard kan zijn.", "uit")
        self._refused = self._counter("geweigerd", "Verzoeken die over een grens gingen.", "limiet")
        self._broken = self._counter("afgebroken", "Verzoeken waarvan de vrager wegliep.")

    def _look_at(self, gauges: Iterable[Gauge]) -> None:
        ProcessCollector(registry=self.registry)
        self.registry.register(Gauges(gauges))

    def _counter(self, name: str, meaning: str, *labels: str) -> Counter:
        return Counter(f"opdeplank_{name}", meaning, labels, registry=self.registry)

    def _histogram(self, name: str, meaning: str, *labels: str) -> Histogram:
        return Histogram(f"opdeplank_{name}", meaning, labels, buckets=SOON, registry=self.registry)

    def saw(self, seen: SeenRequest, scope: Scope, began: float) -> None:
        method = seen.method if seen.method in METHODS else "anders"
        self._requests.labels(method, seen.route, seen.operation, str(seen.status)).inc()
        if not seen.streamed:
            self._seconds.labels(seen.route).observe(seen.seconds)
        if seen.statements:
            self._database.observe(seen.database)
            self._statements.inc(seen.statements)
        if seen.cost:
            self._cost.labels(seen.operation).inc(seen.cost)
        if seen.known is not None:
            self._plans.labels(_yes(seen.known)).inc()
        if seen.kept is not None:
            self._kept.labels(_yes(seen.kept)).inc()
        if seen.limit:
            self._refused.labels(seen.limit).inc()
        if seen.broken_off:
            self._broken.inc()

    def serve(self, host: str, port: int) -> Callable[[], None]:
        return served(self.registry, host, port)


def served(registry: CollectorRegistry, host: str, port: int) -> Callable[[], None]:
    """Answer `/metrics` there, in a thread of its own; what ends that. Raises OSError."""
    server, thread = start_http_server(port, host, registry)

    def end() -> None:
        server.shutdown()
        server.server_close()
        thread.join()

    return end


def _yes(value: bool) -> str:
    return "ja" if value else "nee"
