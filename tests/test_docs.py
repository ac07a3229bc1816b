"""Nothing goes undocumented: every setting, command, route, error code and domain type has its line."""

import re
import subprocess
import tomllib
from collections.abc import Iterator

import pytest
from graphql import ObjectTypeDefinitionNode, parse
from ruamel.yaml import YAML
from starlette.routing import Route

from graph.domain.provenance import MODEL
from loaders.records.things import relation_fields, writable
from opdeplank import VERSIE, columns_page
from opdeplank.app import app
from opdeplank.cli import COMMANDS
from opdeplank.domain_page import render
from opdeplank.graphql.api import sdl
from opdeplank.settings.table import ROOT, SETTINGS, Settings
from schema.request.limits import WORDS
from tests.fake_store import FakeStore

CONTRACTED = {
    "GAP", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT", "OPERATION_TOO_LARGE",
    "PERSISTED_QUERY_NOT_FOUND", "UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND", "CONFLICT", "RATE_LIMITED", "TIMEOUT",
    "STORE_UNAVAILABLE", "INTERNAL_SERVER_ERROR",
}  # fmt: skip


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def listed(text: str) -> list[str]:
    """What stands between back-ticks in the first column of its tables."""
    return re.findall(r"^\| `([^`]+)`", text, flags=re.MULTILINE)


def codes_of_the_loader() -> Iterator[str]:
    for path in sorted((ROOT / "loaders").rglob("*.py")):
        yield from re.findall(r"\b(?:refuse|Refusal)\(\s*\"([A-Z_]+)\"", path.read_text(encoding="utf-8"))


def test_every_setting_is_documented_as_it_is() -> None:
    text = page("instellingen.md")
    assert listed(text) == [line.variable for line in SETTINGS]
    for line in SETTINGS:
        default = f"`{line.default}`" if line.default else "leeg"
        assert f"| `{line.variable}` | {default} | {line.allowed} | {line.meaning} |" in text


def test_every_limit_of_a_question_is_documented_with_its_setting() -> None:
    text, _, _ = page("grenzen.md").partition("\n## Wat een vraag kost")
    assert set(listed(text)) == {*WORDS, "tokens"}
    assert set(re.findall(r"`(OPDEPLANK_\w+)`", text)) <= {line.variable for line in SETTINGS}


def test_every_command_is_documented() -> None:
    assert listed(page("handleiding/commandos.md")) == [f"opdeplank {name}" for name in COMMANDS]


def test_every_command_that_is_offered_exists() -> None:
    found = {(path.parent.name, path.stem) for path in (ROOT / "opdeplank" / "commands").glob("*/*.py")}
    listed_here = {(room, name.replace("-", "_")) for name, (room, _) in COMMANDS.items()}
    assert {place for place in found if place[1] != "__init__"} == listed_here


def test_every_route_is_documented() -> None:
    routes = {route.path for route in app(FakeStore().as_store(), Settings()).routes if isinstance(route, Route)}
    shown = {path.replace("/{path:path}", "/…").rstrip("/") or "/" for path in routes} - {"/graphiql/…"}
    assert shown == set(listed(page("handleiding/adressen.md")))


def test_every_error_code_is_documented() -> None:
    assert set(listed(page("foutcodes.md"))) == CONTRACTED | set(codes_of_the_loader())


def test_the_service_invents_no_code_of_its_own() -> None:
    for layer in ("schema", "opdeplank"):
        for path in (ROOT / layer).rglob("*.py"):
            used = re.findall(r"(?:code=|Refused\(\s*)\"([A-Z_]+)\"", path.read_text(encoding="utf-8"))
            assert set(used) <= CONTRACTED, path


def test_the_page_of_the_domain_is_current() -> None:
    assert page("domein.md") == render(MODEL), "run `make domein`"


def test_the_page_of_the_columns_is_current() -> None:
    assert page("handleiding/kolommen.md") == columns_page.render(MODEL), "run `make domein`"


def test_a_field_has_the_same_name_in_a_file_and_in_the_api() -> None:
    types = {node.name.value: node for node in parse(sdl()).definitions if isinstance(node, ObjectTypeDefinitionNode)}
    for node in MODEL.entities:
        shown = {field.name.value for field in types[node.name].fields}
        for group in node.groups.values():
            shown |= {field.name.value for field in types[group.__name__].fields}
        written = {name for name, prop in node.properties.items() if writable(prop) and prop.public} | {
            *relation_fields(node)
        }
        assert written <= shown, node.name


def test_every_page_of_the_guide_is_reachable_and_no_link_is_broken() -> None:
    reached = set()
    for path in sorted((ROOT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
            found = (path.parent / target).resolve()
            assert found.exists(), f"{path.name}: {target}"
            reached.add(found)
    pages = {path.resolve() for path in (ROOT / "docs").rglob("*.md")} - {(ROOT / "docs" / "README.md").resolve()}
    decisions = {path for path in pages if path.parent.name == "besluiten"}
    assert pages - decisions <= reached | decisions


def test_a_decision_says_what_was_decided_and_when() -> None:
    for path in (ROOT / "docs" / "besluiten").glob("*.md"):
        if path.name not in ("README.md", "sjabloon.md"):
            text = path.read_text(encoding="utf-8")
            assert text.startswith("# "), path
            assert re.search(r"^Datum: \d{4}-\d{2}-\d{2}$", text, flags=re.MULTILINE), path


def test_every_file_that_names_the_version_names_the_same_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    public = YAML(typ="safe").load(ROOT / "publiccode.yml")
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert newest
    assert {project["version"], public["softwareVersion"], newest[1]} == {VERSIE}
    assert project["license"] == public["legal"]["license"] == "EUPL-1.2"


def test_the_public_description_holds_what_its_standard_asks() -> None:
    public = YAML(typ="safe").load(ROOT / "publiccode.yml")
    assert {"publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType"} <= public.keys()
    assert public["maintenance"]["contacts"]
    for language in public["description"].values():
        assert len(language["shortDescription"]) <= 150
        assert 150 <= len(language["longDescription"]) <= 10_000
        assert language["features"]


def test_no_committed_file_names_a_registry_or_a_place_on_one_machine() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no clone, so nothing says which files are committed")
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    hosts = ("pypi" + ".org", "files.python" + "hosted", "registry.npm" + "js", "repo1.maven" + ".org")
    for name in filter(None, files.split("\0")):
        if not name.startswith("web/graphiql/gebouwd/") and (ROOT / name).is_file():
            text = (ROOT / name).read_bytes().decode("utf-8", errors="ignore")
            assert not [host for host in hosts if host in text], name


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "besluiten"
    listed_here = re.findall(r"^- \[(.+)\]\((.+)\)$", (folder / "README.md").read_text("utf-8"), re.MULTILINE)
    pages = {path for path in folder.glob("*.md") if path.name not in ("README.md", "sjabloon.md")}
    titles = {(path.read_text("utf-8").partition("\n")[0].removeprefix("# "), path.name) for path in pages}
    assert set(listed_here) == titles
