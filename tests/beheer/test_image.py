"""The image holds the program and what it reads, runs without root or pip, and its services are bounded."""

import ast
import re
from fnmatch import fnmatch
from pathlib import PurePosixPath
from typing import Any

import pytest
from ruamel.yaml import YAML

from opdeplank.app import app
from opdeplank.cli import COMMANDS
from opdeplank.settings.environment import read_settings
from opdeplank.settings.table import ROOT, SETTINGS, Settings
from tests.fake_store import FakeStore

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
STAGES = re.split(r"^FROM ", DOCKERFILE, flags=re.MULTILINE)[1:]
SERVICES: dict[str, dict[str, Any]] = YAML(typ="safe").load(ROOT / "docker-compose.yml")["services"]
OURS = [name for name, each in SERVICES.items() if "build" in each]


def beside() -> tuple[str, ...]:
    """What `setup.py` puts into the wheel besides the packages."""
    tree = ast.parse((ROOT / "setup.py").read_text(encoding="utf-8"))
    [found] = [
        each.value for each in tree.body if isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) == "BESIDE"
    ]
    return tuple(ast.literal_eval(found))


def sent(name: str) -> bool:
    """Whether .dockerignore lets it through: the last line that speaks of it, or of a folder around it, decides."""
    through = True
    around = [name, *(str(each) for each in PurePosixPath(name).parents if str(each) != ".")]
    for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").split():
        if any(fnmatch(each, line.removeprefix("!")) for each in around):
            through = line.startswith("!")
    return through


def test_all_that_is_built_from_is_sent_along() -> None:
    copied = [name for line in re.findall(r"^COPY (?!--)(.+) \S+$", STAGES[0], re.MULTILINE) for name in line.split()]
    assert {"setup.py", "pyproject.toml", "requirements.lock"} <= set(copied)
    for name in copied:
        assert (ROOT / name).exists(), name
        assert sent(name) or any(each.startswith(f"{name}/") for each in beside()), name
    for name in beside():
        assert sent(name), name
        assert name.split("/")[0] in copied, name
    assert not sent("geheimen/neo4j_wachtwoord")
    assert not sent("data/graaf")
    assert not sent(".env")


def test_what_runs_has_no_root_and_no_pip() -> None:
    built, ran = STAGES
    assert "pip install" in built
    assert "--require-hashes" in built
    assert "pip install" not in ran
    assert "site-packages/pip*" in ran
    assert re.search(r"^USER 10001$", ran, re.MULTILINE)
    assert 'ENTRYPOINT ["tini", "--", "opdeplank"]' in ran
    routes = {getattr(route, "path", "") for route in app(FakeStore().as_store(), Settings()).routes}
    assert re.findall(r"\+ '(/\w+)'", ran) == ["/gezond"]
    assert "/gezond" in routes
    told = dict(re.findall(r"\b(OPDEPLANK_\w+)=(\S+)", ran))
    assert set(told) <= {line.variable for line in SETTINGS}


@pytest.mark.parametrize("name", SERVICES)
def test_each_service_is_bounded_and_starts_again(name: str) -> None:
    service = SERVICES[name]
    assert service["mem_limit"]
    assert service["restart"] == "unless-stopped"
    assert "no-new-privileges:true" in service["security_opt"]
    for port in service.get("ports", ()):
        assert port.startswith("127.0.0.1:"), "a proxy in front of it is what the world sees"


@pytest.mark.parametrize("name", OURS)
def test_ours_write_in_their_volumes_alone_and_have_secrets_from_a_file(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    environ = service["environment"]
    assert not [each for each in environ if "WACHTWOORD" in each and not each.endswith("_BESTAND")]
    read_settings({key: value for key, value in environ.items() if not key.endswith("_BESTAND")})
    assert {each for each in environ if each.startswith("OPDEPLANK_")} <= {line.variable for line in SETTINGS}
    assert service.get("command", ["start"])[0] in COMMANDS


def test_what_stands_beneath_can_be_pinned_by_its_digest() -> None:
    assert {each.split()[0] for each in STAGES} == {"${PYTHON_BEELD}"}
    base = re.findall(r"^ARG PYTHON_BEELD=(\S+)$", DOCKERFILE, re.MULTILINE)
    assert {each["build"]["args"]["PYTHON_BEELD"] for each in SERVICES.values() if "build" in each} == {
        f"${{PYTHON_BEELD:-{base[0]}}}"
    }
    assert SERVICES["neo4j"]["image"].startswith("${NEO4J_BEELD:-neo4j:")
