"""What holds on every Python that `requires-python` promises, also those that this machine does not have.

From 3.14 on an annotation is worked out when somebody asks for it, in the scope of its class as that is then, and a
class no longer keeps its annotations in its own dictionary. Both go wrong without a word, so they are looked for here.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement

from opdeplank.settings.table import ROOT

OUR_FOLDERS = ("graph", "loaders", "schema", "opdeplank", "bench", "tests")
PROMISED = ("3.11", "3.12", "3.13", "3.14")
MACHINE = {"sys_platform": "linux", "platform_machine": "x86_64", "implementation_name": "cpython"}
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==[^ ;]+(?: ; (?P<marker>[^\\]+))?", re.MULTILINE)


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for folder in OUR_FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8"))


def annotations(cls: ast.ClassDef) -> Iterator[ast.expr]:
    for each in cls.body:
        if isinstance(each, ast.AnnAssign):
            yield each.annotation
        elif isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
            taken = each.args
            every = [*taken.posonlyargs, *taken.args, *taken.kwonlyargs, taken.vararg, taken.kwarg]
            yield from (one.annotation for one in every if one and one.annotation)
            yield from [each.returns] if each.returns else []


def given_a_value(cls: ast.ClassDef) -> set[str]:
    found: set[str] = set()
    for each in cls.body:
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(each.name)
        elif isinstance(each, ast.Assign):
            found |= {target.id for target in each.targets if isinstance(target, ast.Name)}
        elif isinstance(each, ast.AnnAssign) and each.value is not None and isinstance(each.target, ast.Name):
            found.add(each.target.id)
    return found


def shadowed(tree: ast.Module) -> Iterator[str]:
    """`date: date | None = None`: worked out late, the second `date` is the None of the first."""
    for cls in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
        own = given_a_value(cls)
        for annotation in annotations(cls):
            names = {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)}
            yield from (f"{cls.name}:{annotation.lineno} {name}" for name in sorted(names & own))


def read_from_a_dictionary(tree: ast.Module) -> Iterator[int]:
    """`vars(cls).get("__annotations__")`, where `inspect.get_annotations(cls)` is meant."""
    for node in ast.walk(tree):
        got = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get"
        keys = (
            node.args if isinstance(node, ast.Call) and got else [node.slice] if isinstance(node, ast.Subscript) else []
        )
        if any(isinstance(key, ast.Constant) and key.value == "__annotations__" for key in keys):
            yield node.lineno


def test_no_annotation_means_something_else_when_it_is_worked_out_late() -> None:
    assert [f"{path} {told}" for path, tree in sources() for told in shadowed(tree)] == []


def test_no_annotations_are_read_from_the_dictionary_of_a_class() -> None:
    assert [f"{path}:{line}" for path, tree in sources() for line in read_from_a_dictionary(tree)] == []


def test_these_mistakes_are_seen() -> None:
    tree = ast.parse(
        'class A:\n    date: date | None = None\n\nvars(A).get("__annotations__")\nA.__dict__["__annotations__"]'
    )
    assert [*shadowed(tree)] == ["A:2 date"]
    assert [*read_from_a_dictionary(tree)] == [4, 5]


def test_the_promise_is_the_oldest_python_and_everything_after_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told = [line.rsplit(" ", 1)[1] for line in project["classifiers"] if "Python :: 3." in line]
    assert project["requires-python"] == f">={PROMISED[0]}"
    assert told == [*PROMISED]


@pytest.mark.parametrize("version", PROMISED)
@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_file_has_every_dependency_once_for_each_python(lock: str, version: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    here = {**MACHINE, "python_version": version, "python_full_version": f"{version}.0"}
    wanted = [Requirement(line) for line in (*project["dependencies"], *project["optional-dependencies"]["betekenis"])]
    pinned = [
        pin["name"]
        for pin in PIN.finditer((ROOT / lock).read_text(encoding="utf-8"))
        if pin["marker"] is None or Marker(pin["marker"]).evaluate(here)
    ]
    for each in wanted:
        if each.marker is None or each.marker.evaluate(here):
            assert pinned.count(each.name) == 1, f"{each.name} on {version}"
