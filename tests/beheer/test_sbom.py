"""The bill of materials is one by its standard, and holds all that is pinned: no more, no less."""

import json
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from opdeplank import VERSIE
from opdeplank.settings.table import ROOT

PINNED = re.compile(r"^([\w.-]+)==([^ ;\\]+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:(\w+)")
STANDARD = files("cyclonedx.schema") / "_res"
Bill = dict[str, Any]


def made(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "beheer/sbom.py", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def bill() -> Bill:
    done = made()
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def validator() -> jsonschema_rs.Validator:
    """Of the schemas as the standard's own library carries them: nothing is fetched."""
    names = [f"{name}.SNAPSHOT.schema.json" for name in ("bom-1.6", "spdx", "jsf-0.82")]
    main, *others = [json.loads((STANDARD / name).read_text(encoding="utf-8")) for name in names]
    there = [(f"http://cyclonedx.org/schema/{name}", schema) for name, schema in zip(names[1:], others, strict=True)]
    return jsonschema_rs.validator_for(main, registry=jsonschema_rs.Registry(there))


def test_it_is_valid(bill: Bill) -> None:
    valid = validator()
    assert [error.message for error in valid.iter_errors(bill)] == []
    assert [*valid.iter_errors({**bill, "components": [{"name": "zonder soort"}]})]
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")


def test_it_holds_what_is_pinned_with_its_hashes(bill: Bill) -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    found = {(each["name"], each["version"]) for each in bill["components"]}
    assert found == set(PINNED.findall(text))
    assert {f"pkg:pypi/{name}@{version}" for name, version in found} == {each["purl"] for each in bill["components"]}
    hashes = [
        each["content"]
        for one in bill["components"]
        for outside in one["externalReferences"]
        for each in outside.get("hashes", ())
    ]
    assert sorted(hashes) == sorted(HASH.findall(text))


def test_each_says_under_which_licence_it_comes(bill: Bill) -> None:
    told = {
        each["name"]: [one.get("expression") or one["license"].get("id") or one["license"]["name"] for one in said]
        for each in bill["components"]
        for said in [each["licenses"]]
    }
    assert all(each and all(each) for each in told.values()), told
    assert told["arcadedb"] == ["Apache-2.0"]
    assert told["pypdfium2"] == ["BSD-3-Clause, Apache-2.0, dependency licenses"]


def test_it_says_what_needs_what(bill: Bill) -> None:
    program = bill["metadata"]["component"]
    assert (program["name"], program["version"]) == ("opdeplank", VERSIE)
    needs = {each["ref"]: each.get("dependsOn", []) for each in bill["dependencies"]}
    known = {program["bom-ref"], *(each["bom-ref"] for each in bill["components"])}
    assert set(needs) == known
    assert {ref for each in needs.values() for ref in each} <= known
    names = {ref: [other.partition("@")[0].removeprefix("pkg:pypi/") for other in each] for ref, each in needs.items()}
    assert {"arcadedb", "starlette", "lxml"} <= set(names[program["bom-ref"]])
    [strawberry] = [each for ref, each in names.items() if ref.startswith("pkg:pypi/strawberry-graphql@")]
    assert "graphql-core" in strawberry


def test_what_is_not_installed_is_said(tmp_path: Path) -> None:
    (tmp_path / "ander.lock").write_text(f"nergens-te-vinden==1.0 \\\n    --hash=sha256:{'0' * 64}\n")
    done = made(str(tmp_path / "ander.lock"))
    assert done.returncode == 1
    assert done.stderr.startswith("nergens-te-vinden is pinned in ander.lock and not installed here")
    assert not done.stdout
