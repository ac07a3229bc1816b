"""The numbers of a service on several processes: each writes its own in a file, and their parent shows the sum.

prometheus_client does the files and the adding up. A file belongs to the number of a process and not to that of the
system: who is started again goes on counting where the one before him was killed, so that no counter goes back and the
files stay as few as the processes.
"""

import asyncio
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from pathlib import Path

import prometheus_client
from prometheus_client import CollectorRegistry, values
from prometheus_client.metrics_core import Metric
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from opdeplank.watching.figures import Figures, Gauge, Gauges, served

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""What prometheus_client calls the folder with the files, in the environment of a process that writes one."""
EVERY = 1.0
"""Seconds between two looks at what a process is asked about only when somebody wants to know."""
PARENT = 0
Pids = Callable[[], Mapping[int, int]]


class PartFigures(Figures):
    """Those of process `number`; what it serves itself is nothing."""

    def __init__(self, gauges: Iterable[Gauge], number: int) -> None:
        values.ValueClass = values.MultiProcessValue(lambda: number)  # type: ignore[no-untyped-call]
        self._known: dict[str, prometheus_client.Gauge] = {}
        super().__init__(gauges)

    def _look_at(self, gauges: Iterable[Gauge]) -> None:
        self._gauges = tuple(gauges)

    def look(self) -> None:
        """Write down how it is now; of what is not known, nothing."""
        for each in self._gauges:
            value = each.value()
            if value is None:
                continue
            if each.name not in self._known:
                self._known[each.name] = prometheus_client.Gauge(
                    each.name, each.meaning, registry=self.registry, multiprocess_mode=each.together
                )
            self._known[each.name].set(value)

    async def look_again(self) -> None:
        """Until nobody wants to know any more."""
        while True:
            self.look()
            await asyncio.sleep(EVERY)


class SummedFigures:
    """Those of all of them, from the files in `folder`; `pids` gives the processes that run, by number."""

    def __init__(self, folder: Path, pids: Pids) -> None:
        self.folder = folder
        self.registry = CollectorRegistry()
        MultiProcessCollector(self.registry, path=str(folder))  # type: ignore[no-untyped-call]
        self.registry.register(EachProcess(pids))
        many = Gauge("opdeplank_processen", "Processen van de dienst die draaien.", lambda: len(pids()))
        self.registry.register(Gauges([many]))

    @property
    def environ(self) -> MutableMapping[str, str]:
        """For each of the processes."""
        return {FOLDER: str(self.folder)}

    def left(self, number: int) -> None:
        """This one ended: how it is says nothing any more, and what it counted stays."""
        mark_process_dead(number, str(self.folder))  # type: ignore[no-untyped-call]

    def serve(self, host: str, port: int) -> Callable[[], None]:
        return served(self.registry, host, port)


class EachProcess(Collector):
    """Memory, time and files of each process beside those of the parent, which is number nought."""

    def __init__(self, pids: Pids) -> None:
        self._pids = pids

    def collect(self) -> Iterator[Metric]:
        found: dict[str, Metric] = {}
        for number, pid in {PARENT: os.getpid(), **self._pids()}.items():
            for each in ProcessCollector(pid=lambda pid=pid: pid, registry=None).collect():  # type: ignore[misc]
                whole = found.setdefault(each.name, Metric(each.name, each.documentation, each.type))
                for sample in each.samples:
                    whole.add_sample(sample.name, {"proces": str(number)}, sample.value)
        yield from found.values()
