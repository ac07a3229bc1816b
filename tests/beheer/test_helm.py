"""The chart holds together without a cluster: what its templates name exists, and what one can set is used. Where
`helm` is at hand, it also says so itself, of every way the service can stand."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from opdeplank import VERSIE
from opdeplank.app import app
from opdeplank.cli import COMMANDS
from opdeplank.settings.environment import read_settings
from opdeplank.settings.table import ROOT, SETTINGS, Settings
from tests.fake_store import FakeStore

CHART = ROOT / "beheer" / "helm" / "opdeplank"
TEMPLATES = sorted((CHART / "templates").iterdir())
VALUES: dict[str, Any] = YAML(typ="safe").load(CHART / "values.yaml")
USED = re.compile(r"\.Values((?:\.\w+)+)")
TOLD = re.compile(r"\{\{-?\s*(.*?)\s*-?\}\}", re.DOTALL)
VARIABLES = {line.variable for line in SETTINGS}
CLUSTER = "1.31.0"  # said, since a helm that somebody built may think of an ancient one
ALONE: tuple[str, ...] = ()
NEO4J = ("neo4j.uri=neo4j://graaf:7687", "neo4j.existingSecret=graaf")
MANY = (*NEO4J, "replicas=3", "opslag.accessMode=ReadWriteMany")
OPEN = ("ingress.aan=true", "ingress.pad=/plank", "ingress.tlsSecret=on", "oidc.existingSecret=off")
"""With names that YAML takes for something else where they are not quoted."""
OPEN_MAPS = {".instellingen", ".resources", ".spoorResources"}
"""Handed on whole: their names are not the chart's."""
needs_helm = pytest.mark.skipif(not shutil.which("helm"), reason="weggelaten: deze machine heeft geen helm")


def text() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in TEMPLATES)


def leaves(value: Any, path: str = "") -> Iterator[str]:
    """Each value that one can set, by its path; an empty map or list is one as well, and so is a map of names."""
    if isinstance(value, dict) and value and path not in OPEN_MAPS:
        for name, inner in value.items():
            yield from leaves(inner, f"{path}.{name}")
    else:
        yield path


def test_what_the_templates_use_can_be_set_and_what_can_be_set_is_used() -> None:
    used, there = set(USED.findall(text())), set(leaves(VALUES))
    assert used - there == set(), "named in a template and not in values.yaml"
    assert there - used == set(), "in values.yaml and named in no template"


def test_every_block_is_closed_and_every_part_that_is_included_is_there() -> None:
    for path in TEMPLATES:
        told = [each for each in TOLD.findall(path.read_text(encoding="utf-8")) if not each.startswith("/*")]
        opened = [each for each in told if re.match(r"(if|with|range|define)\b", each)]
        assert len(opened) == told.count("end"), path.name
    assert set(re.findall(r'include "([\w.]+)"', text())) == set(re.findall(r'define "([\w.]+)"', text()))


def test_what_it_sets_are_settings_of_the_service() -> None:
    named = set(re.findall(r"\bOPDEPLANK_[A-Z0-9_]+\b", text()))
    assert {"OPDEPLANK_NEO4J_WACHTWOORD_BESTAND", "OPDEPLANK_KOPIE_MAP"} <= named <= VARIABLES
    assert {f"OPDEPLANK_{name}" for name in VALUES["instellingen"]} <= VARIABLES


def test_it_looks_where_the_service_says_how_it_is() -> None:
    routes = {getattr(route, "path", "") for route in app(FakeStore().as_store(), Settings()).routes}
    probes = dict(re.findall(r"(\w+)Probe:\n\s+httpGet: \{path: (/\w+)", text()))
    assert probes == {"startup": "/gezond", "liveness": "/gezond", "readiness": "/gereed"}
    assert set(probes.values()) <= routes
    assert re.findall(r"args: \[(\w+)", text()) == ["volg"]
    assert "volg" in COMMANDS


def test_nothing_runs_as_root_or_writes_beside_its_volumes() -> None:
    made = [path.read_text(encoding="utf-8") for path in TEMPLATES]
    pods = [each for each in made if "containers:" in each]
    assert len(pods) == 2
    for each in pods:
        assert each.count('include "opdeplank.gebruiker"') == each.count('include "opdeplank.veilig"') == 1
        # Kubernetes' own variables would begin as ours do, and the service refuses one that it does not know
        assert "enableServiceLinks: false" in each
    for line in ("runAsNonRoot: true", "readOnlyRootFilesystem: true", "drop: [ALL]", "type: RuntimeDefault"):
        assert line in text()


def test_it_names_the_version_of_the_program() -> None:
    chart = YAML(typ="safe").load(CHART / "Chart.yaml")
    assert chart["appVersion"] == chart["version"] == VERSIE


def helm(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["helm", *words], capture_output=True, text=True, check=False)


def given(values: tuple[str, ...]) -> list[str]:
    return [word for each in values for word in ("--set", each)]


@needs_helm
@pytest.mark.parametrize("values", [ALONE, (*ALONE, *OPEN), NEO4J, (*MANY, *OPEN)])
def test_helm_makes_it(values: tuple[str, ...]) -> None:
    linted = helm("lint", "--strict", str(CHART), *given(values))
    assert linted.returncode == 0, linted.stdout
    made = helm("template", "plank", str(CHART), "--kube-version", CLUSTER, *given(values))
    assert made.returncode == 0, made.stderr
    things = {(each["kind"], each["metadata"]["name"]): each for each in YAML(typ="safe").load_all(made.stdout) if each}
    dienst = things["Deployment", "plank-opdeplank"]["spec"]
    container = dienst["template"]["spec"]["containers"][0]
    environ = {each["name"]: each["value"] for each in container["env"]}
    assert set(environ) <= VARIABLES
    mounted = {each["name"] for each in container["volumeMounts"]}
    assert mounted == {each["name"] for each in dienst["template"]["spec"]["volumes"]}
    elsewhere, many = NEO4J[0] in values, MANY[2] in values
    assert (("Deployment", "plank-opdeplank-spoor") in things) is elsewhere
    assert ("OPDEPLANK_KOPIE_MAP" in environ) is not elsewhere
    assert (("PodDisruptionBudget", "plank-opdeplank") in things) is many
    assert dienst["strategy"]["type"] == ("RollingUpdate" if many else "Recreate")
    secrets = [each["secret"]["secretName"] for each in dienst["template"]["spec"]["volumes"] if "secret" in each]
    assert all(isinstance(each, str) for each in secrets)
    assert environ.get("OPDEPLANK_ADRES") == ("https://plank.gemeente.nl/plank" if OPEN[0] in values else None)


@needs_helm
def test_numbers_are_handed_on_as_they_are_written(tmp_path: Path) -> None:
    (tmp_path / "eigen.yaml").write_text(
        "instellingen: {GRENS_PUNTEN: 5000000, GRENS_TIJD: 2.5, GRENS_DIEPTE: 12, BETEKENIS: nee, BEWAARTERMIJN: 0}"
    )
    made = helm("template", "plank", str(CHART), "--kube-version", CLUSTER, "--values", str(tmp_path / "eigen.yaml"))
    assert made.returncode == 0, made.stderr
    [dienst] = [each for each in YAML(typ="safe").load_all(made.stdout) if each and each["kind"] == "Deployment"]
    environ = {each["name"]: each["value"] for each in dienst["spec"]["template"]["spec"]["containers"][0]["env"]}
    read = read_settings({key: value for key, value in environ.items() if not key.endswith("_MAP")})
    assert (read.grens_punten, read.grens_tijd, read.grens_diepte) == (5_000_000, 2.5, 12)


@needs_helm
@pytest.mark.parametrize(
    ("values", "said"),
    [
        (("replicas=2",), "Meer dan één dienst vraagt een Neo4j"),
        ((*NEO4J, "replicas=2"), "deelt de gegevensmap"),
        (NEO4J[:1], "Het wachtwoord van Neo4j staat in een Secret"),
    ],
)
def test_helm_refuses_what_cannot_work(values: tuple[str, ...], said: str) -> None:
    made = helm("template", "plank", str(CHART), "--kube-version", CLUSTER, *given(values))
    assert made.returncode != 0
    assert said in made.stderr
