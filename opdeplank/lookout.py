"""Who watches a service, by its settings; and the numbers that stand still until somebody looks at them."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from graph.engine.store import Store
from graph.meaning.index import Beside
from opdeplank.copies import kept_copies
from opdeplank.door.sockets import Connections
from opdeplank.graph.freshness import Freshness
from opdeplank.settings.table import Settings
from opdeplank.terminal.refused import Refused
from opdeplank.watching.figures import Figures, Gauge
from opdeplank.watching.log_lines import LogLines
from opdeplank.watching.request_spans import LACKING, RequestSpans
from opdeplank.watching.seen import Watcher
from opdeplank.watching.shared_figures import PartFigures

TAKEN = (
    "Op {host}, poort {port} kunnen de metingen niet staan ({why}). Kies een andere poort met OPDEPLANK_METINGEN_POORT."
)


@dataclass
class Lookout:
    """`connections` are there once the service listens; `watchers` hear of every request. `member`: the number of this
    process where there are several; then another one shows the numbers of all of them."""

    settings: Settings
    store: Store
    freshness: Freshness
    beside: Beside | None = None
    member: int | None = None
    connections: Connections | None = None
    watchers: list[Watcher] = field(default_factory=list)

    @contextmanager
    def manned(self) -> Iterator[list[Watcher]]:
        """Those that the settings ask for. Raises Refused when one of them cannot do its work."""
        with ExitStack() as stack:
            if self.settings.logboek == "verzoeken":
                lines = LogLines()
                lines.install()
                self.watchers.append(lines)
            if self.settings.metingen_poort:
                self.watchers.append(self._figures(stack))
            if self.settings.sporen:
                self.watchers.append(self._spans(stack))
            yield self.watchers

    def _figures(self, stack: ExitStack) -> Figures:
        if self.member is not None:
            part = PartFigures(self.gauges(), self.member)
            stack.callback(asyncio.create_task(part.look_again()).cancel)
            return part
        figures = Figures(self.gauges())
        stack.callback(shown(figures.serve, self.settings))
        return figures

    def _spans(self, stack: ExitStack) -> RequestSpans:
        try:
            spans = RequestSpans.to(self.settings.sporen)
        except ImportError as error:
            raise Refused(LACKING) from error
        stack.callback(spans.end)
        return spans

    def gauges(self) -> list[Gauge]:
        return [
            Gauge("opdeplank_database_antwoordt", "1: er komt antwoord; 0: de database zegt niets.", self._answers),
            Gauge("opdeplank_opslag_heel", "1: alles wat geteld is, is te lezen.", self._whole),
            Gauge(
                "opdeplank_graafversie", "De versie van de graaf die het laatst is gezien.", lambda: self.freshness.seen
            ),
            Gauge("opdeplank_te_leren", "Dingen die het taalmodel nog moet leren.", self._behind, "livemax"),
            Gauge("opdeplank_verbindingen", "Open verbindingen.", self._open, "livesum"),
            Gauge("opdeplank_kopie_leeftijd_seconden", "Hoe oud de laatste kopie is.", self._copy_age),
        ]

    def _answers(self) -> float:
        return float(not self.store.pulse.silent)

    def _whole(self) -> float:
        return float(self.store.trust.refusal is None)

    def _behind(self) -> float | None:
        return self.beside.behind(None) if self.beside else None

    def _open(self) -> float | None:
        return len(self.connections.lines) if self.connections else None

    def _copy_age(self) -> float | None:
        return kept_copies.age(kept_copies.folder_of(self.settings))


def shown(serve: Callable[[str, int], Callable[[], None]], settings: Settings) -> Callable[[], None]:
    """Have the numbers stand where the settings say; what ends that. Raises Refused."""
    host, port = settings.metingen_host, settings.metingen_poort
    try:
        return serve(host, port)
    except OSError as error:
        raise Refused(TAKEN.format(host=host, port=port, why=error.strerror)) from error
