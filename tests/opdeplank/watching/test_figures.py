"""The numbers, the port they stand on, and that dashboard and alarms ask for what there is."""

import json
import re

import httpx
import pytest
import yaml
from prometheus_client import generate_latest
from prometheus_client.parser import text_string_to_metric_families

from graph.engine.store import Store
from opdeplank.graph.freshness import Freshness
from opdeplank.lookout import Lookout
from opdeplank.settings.table import ROOT, Settings
from opdeplank.watching.figures import Figures, Gauge
from opdeplank.watching.seen import SeenRequest
from tests.engines import free_port

BEHEER = ROOT / "beheer"
NAMES = re.compile(r"\b(?:opdeplank|process)_\w+|\bup\b")
OF_PROMETHEUS = {"up", "process_resident_memory_bytes"}


def samples(figures: Figures) -> dict[tuple[str, ...], float]:
    text = generate_latest(figures.registry).decode()
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_a_request_is_counted_by_what_it_was() -> None:
    figures = Figures([Gauge("opdeplank_iets", "Iets.", lambda: 3), Gauge("opdeplank_niets", "Niets.", lambda: None)])
    seen = SeenRequest("GET", "/graphql", 200, 0.02, operation="pasklaar", cost=40, database=0.01, statements=2)
    seen.known = seen.kept = False
    figures.saw(seen, {}, 0.0)
    figures.saw(SeenRequest("GET", "/graphql", 200, 0.001, operation="pasklaar", kept=True), {}, 0.0)
    figures.saw(SeenRequest("VERZONNEN", "", 404, 0.001, broken_off=True, limit="adres"), {}, 0.0)
    figures.saw(SeenRequest("GET", "/graphql/stream", 200, 4_000.0, streamed=True), {}, 0.0)
    found = samples(figures)
    assert found["opdeplank_verzoeken_total", "GET", "pasklaar", "/graphql", "200"] == 2
    assert found["opdeplank_verzoeken_total", "anders", "", "", "404"] == 1
    assert found["opdeplank_verzoek_seconden_count", "/graphql"] == 2
    assert ("opdeplank_verzoek_seconden_count", "/graphql/stream") not in found, "it lasts for as long as one likes"
    assert (found["opdeplank_database_seconden_count",], found["opdeplank_opdrachten_total",]) == (1, 2)
    assert found["opdeplank_kosten_total", "pasklaar"] == 40
    assert (found["opdeplank_voorraad_total", "ja"], found["opdeplank_voorraad_total", "nee"]) == (1, 1)
    assert found["opdeplank_geweigerd_total", "adres"] == found["opdeplank_afgebroken_total",] == 1
    assert found["opdeplank_iets",] == 3
    assert ("opdeplank_niets",) not in found


def test_they_stand_on_a_port_of_their_own() -> None:
    port = free_port()
    end = Figures().serve("127.0.0.1", port)
    try:
        assert "process_resident_memory_bytes" in httpx.get(f"http://127.0.0.1:{port}/metrics").text
    finally:
        end()
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"http://127.0.0.1:{port}/metrics")


@pytest.mark.anyio
async def test_the_dashboard_and_the_alarms_ask_for_numbers_that_there_are(opened: Store) -> None:
    fresh = Freshness(opened, None)
    gauges = Lookout(Settings(), opened, fresh).gauges()
    figures = Figures(gauges)
    there = {family.name for family in figures.registry.collect()} | OF_PROMETHEUS
    there |= {gauge.name for gauge in gauges}
    shown = json.loads((BEHEER / "dashboard.json").read_text(encoding="utf-8"))["panels"]
    rules = yaml.safe_load((BEHEER / "alarmregels.yml").read_text(encoding="utf-8"))["groups"][0]["rules"]
    asked = [panel["targets"][0]["expr"] for panel in shown] + [rule["expr"] for rule in rules]
    names = {re.sub("_(total|bucket|sum|count)$", "", name) for text in asked for name in NAMES.findall(text)}
    assert len(names) > 12
    assert names <= there
    told = (ROOT / "docs" / "handleiding" / "beheer.md").read_text(encoding="utf-8")
    assert not [rule["alert"] for rule in rules if f"`{rule['alert']}`" not in told], "say what to do about it"
