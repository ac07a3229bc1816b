"""Numbers of several processes: added up, without a step back when one of them is started again."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from prometheus_client import generate_latest
from prometheus_client.parser import text_string_to_metric_families

from opdeplank.settings.table import ROOT
from opdeplank.watching.shared_figures import FOLDER, SummedFigures

COUNTS = """
import json, sys
from opdeplank.watching.figures import Gauge
from opdeplank.watching.seen import SeenRequest
from opdeplank.watching.shared_figures import PartFigures
number, values = json.loads(sys.argv[1])
gauges = [
    Gauge("opdeplank_een", "De kleinste.", lambda: values[0]),
    Gauge("opdeplank_twee", "De grootste.", lambda: values[1], "livemax"),
    Gauge("opdeplank_drie", "Samen.", lambda: values[2], "livesum"),
    Gauge("opdeplank_vier", "Niet bekend.", lambda: None),
]
figures = PartFigures(gauges, number)
figures.saw(SeenRequest("GET", "/graphql", 200, 0.02, operation="pasklaar", cost=40), {}, 0.0)
figures.look()
"""


def counted(folder: Path, number: int, *values: float) -> None:
    """A process that answers one request and is gone, as one that is killed."""
    words = [sys.executable, "-c", COUNTS, json.dumps([number, values])]
    subprocess.run(words, cwd=ROOT, env={**os.environ, FOLDER: str(folder)}, check=True)


def numbers(figures: SummedFigures) -> dict[Any, float]:
    families = text_string_to_metric_families(generate_latest(figures.registry).decode())
    return {(each.name, *each.labels.values()): each.value for family in families for each in family.samples}


def test_what_all_of_them_saw_is_one_number(tmp_path: Path) -> None:
    pids = {1: os.getpid(), 2: os.getpid()}
    figures = SummedFigures(tmp_path, lambda: pids)
    counted(tmp_path, 1, 1, 10, 3)
    counted(tmp_path, 2, 0, 20, 4)
    found = numbers(figures)
    request = ("opdeplank_verzoeken_total", "GET", "pasklaar", "/graphql", "200")
    assert (found[request], found["opdeplank_verzoek_seconden_count", "/graphql"]) == (2, 2)
    assert found["opdeplank_kosten_total", "pasklaar"] == 80
    assert [found[f"opdeplank_{name}",] for name in ("een", "twee", "drie")] == [0, 20, 7]
    assert ("opdeplank_vier",) not in found
    assert found["opdeplank_processen",] == 2
    assert {key[1] for key in found if key[0] == "process_resident_memory_bytes"} == {"0", "1", "2"}

    del pids[2]
    figures.left(2)
    left = numbers(figures)
    assert left[request] == 2, "what it counted stays"
    assert [left[f"opdeplank_{name}",] for name in ("een", "twee", "drie", "processen")] == [1, 10, 3, 1]

    counted(tmp_path, 2, 1, 5, 5)
    again = numbers(figures)
    assert (again[request], again["opdeplank_drie",]) == (3, 8), "who comes after it goes on counting"
    assert len([*tmp_path.glob("counter_*.db")]) == 2
