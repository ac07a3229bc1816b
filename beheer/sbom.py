#!/usr/bin/env python3
"""What the service is made of, as CycloneDX 1.6 (JSON) on standard output: every package that the lock file pins, with
the hashes it is held to, its licence, and what needs what. Usage: sbom.py [LOCK FILE]

A lock file says nothing of licences and an environment nothing of hashes, so cyclonedx-bom reads both, and they are
laid together here. A package of which the file pins two versions, for an older and a newer Python, is in it twice.
"""

import json
import re
import subprocess
import sys
import tempfile
from importlib.metadata import metadata
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
MARKER = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^ ;]+) ; (?P<marker>[^\\]+)", re.MULTILINE)
TAKEN = ("licenses", "description", "author", "copyright")
Component = dict[str, Any]


class Lacking(Exception):
    """Something that is pinned and that nothing is known of."""


def told(*words: str) -> dict[str, Any]:
    """What cyclonedx-bom makes of it. It says itself that it does not validate: only what comes out is, by a test."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "bom.json"
        command = [sys.executable, "-m", "cyclonedx_py", *words]
        given = ["--spec-version", "1.6", "--output-reproducible", "--no-validate", "--output-file", str(out)]
        done = subprocess.run([*command, *given], capture_output=True, text=True, check=False)
        if done.returncode:
            raise Lacking(done.stderr)
        return json.loads(out.read_text(encoding="utf-8"))


def by_name(components: list[Component]) -> dict[str, Component]:
    return {canonicalize_name(each["name"]): each for each in components}


def licences(component: Component) -> list[Component]:
    """As they were recognised, or else in the words of who made it."""
    if found := component.get("licenses"):
        return found
    text = metadata(component["name"]).get("License")
    if not text:
        raise Lacking(f"{component['name']} does not say under which licence it comes")
    return [{"license": {"name": text.strip().splitlines()[0], "acknowledgement": "declared"}}]


def laid_together(pinned: Component, installed: Component, marker: str | None) -> Component:
    outside = [each for each in installed.get("externalReferences", ()) if each["type"] != "distribution"]
    made: Component = {name: installed[name] for name in TAKEN if name in installed}
    made |= {name: pinned[name] for name in ("type", "name", "version", "purl")}
    made |= {"bom-ref": pinned["purl"], "licenses": licences(installed)}
    made["externalReferences"] = [*pinned["externalReferences"], *outside]
    if marker:
        made["properties"] = [{"name": "opdeplank:marker", "value": marker}]
    return made


def needed(there: dict[str, Any], refs: dict[str, list[str]]) -> list[dict[str, Any]]:
    """What needs what, in the refs of what is pinned; the program itself goes by the ref it has already."""
    root = there["metadata"]["component"]["bom-ref"]
    named = {each["bom-ref"]: canonicalize_name(each["name"]) for each in there["components"]}
    known = {ref: refs.get(name, []) for ref, name in named.items()} | {root: [root]}
    made = []
    for each in there["dependencies"]:
        wants = sorted({ref for other in each.get("dependsOn", ()) for ref in known.get(other, ())})
        made += [{"ref": ref, "dependsOn": wants} for ref in known.get(each["ref"], ())]
    return sorted(made, key=lambda each: str(each["ref"]))


def bill(lock: Path) -> dict[str, Any]:
    """Raises Lacking for a package that is pinned and not installed: of that one nothing is known but its name."""
    made = told("requirements", str(lock))
    there = told("environment", "--pyproject", str(ROOT / "pyproject.toml"), sys.executable)
    markers = {
        (canonicalize_name(each["name"]), each["version"]): each["marker"].strip()
        for each in MARKER.finditer(lock.read_text(encoding="utf-8"))
    }
    installed = by_name(there["components"])
    components, refs = [], dict[str, list[str]]()
    for each in made["components"]:
        name = canonicalize_name(each["name"])
        if name not in installed:
            raise Lacking(f"{name} is pinned in {lock.name} and not installed here: make .venv/.dev")
        components.append(laid_together(each, installed[name], markers.get((name, each["version"]))))
        refs.setdefault(name, []).append(each["purl"])
    made["metadata"]["component"] = there["metadata"]["component"]
    return made | {"components": components, "dependencies": needed(there, refs)}


if __name__ == "__main__":
    try:
        print(json.dumps(bill(Path(sys.argv[1]) if len(sys.argv) > 1 else LOCK), indent=2))
    except Lacking as lacking:
        sys.exit(str(lacking))
