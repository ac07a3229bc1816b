"""Tests read no clock: what they say about speed is a count, and that a thing ends."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.work import calls, ends

HERE = Path(__file__).parent
OURS = [path for path in sorted(HERE.rglob("*.py")) if path != Path(__file__)]
SCRIPTS = [path for kind in ("*.mjs", "*.js") for path in sorted(HERE.rglob(kind)) if "node_modules" not in path.parts]
CLOCKS = re.compile(
    r"\b(?:monotonic|perf_counter|process_time|thread_time|clock_gettime)(?:_ns)?\b|\btime\.time(?:_ns)?\(\) -"
    r"|\btimeit\b|\bgetrusage\b|\bos\.times\b|loop(?:\(\))?\.time\(|\.elapsed\b|\bdatetime\.now\([^)]*\) -"
    r"|\bDate\.now\(|\bperformance\.(?:now|mark|measure)\(|\bprocess\.hrtime\b|\bdeadline=(?!None)"
)
GUARDS = {"timeout": 0, "fail_after": 0, "move_on_after": 0, "timeout_at": 0, "ends": 0, "wait_for": 1}
"""What gives up after so many seconds, and the place of that number among its arguments."""
LEAST = 15
"""A guard with less patience measures."""


def clocks(text: str) -> list[str]:
    return CLOCKS.findall(text)


def impatient(text: str) -> Iterator[str]:
    """Guards that would fail something slow, by line."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = node.args[GUARDS[name] :][:1] if name in GUARDS else []
            given += [each.value for each in node.keywords if name in GUARDS and each.arg in ("timeout", "delay")]
            for each in given:
                if isinstance(each, ast.Constant) and isinstance(each.value, int | float) and each.value < LEAST:
                    yield f"line {node.lineno}: {ast.unparse(node)}"


@pytest.mark.parametrize("path", [*OURS, *SCRIPTS], ids=lambda path: path.relative_to(HERE).as_posix())
def test_no_test_looks_at_a_clock(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not clocks(text), "count work (tests/work.py), guard that it ends, or measure in bench/"
    if path.suffix == ".py":
        assert not list(impatient(text))


@pytest.mark.parametrize(
    "text",
    [
        "started = time.monotonic()", "from time import perf_counter_ns", "reply.elapsed < 1", "time.time() - began",
        "asyncio.get_running_loop().time()", "const began = performance.now()", "settings(deadline=200)",
        "datetime.now(UTC) - before",
    ],
)  # fmt: skip
def test_every_clock_is_seen(text: str) -> None:
    assert clocks(text)


@pytest.mark.parametrize(
    "text", ["asyncio.timeout(2)", "asyncio.wait_for(x, 0.5)", "wait_for(x, timeout=1)", "ends(5)"]
)
def test_a_guard_without_patience_is_seen(text: str) -> None:
    assert list(impatient(text))
    assert not list(impatient("asyncio.timeout(60), wait_for(child, 'open'), ends(), Embedded(path, timeout=1)"))


def test_the_same_work_is_the_same_count() -> None:
    def work(times: int) -> list[str]:
        return [str(len("a")) for _ in range(times)]

    assert calls(lambda: work(100)) == calls(lambda: work(100))
    assert 100 <= calls(lambda: work(200)) - calls(lambda: work(100)) <= 400


def test_what_does_not_end_is_ended() -> None:
    with pytest.raises(AssertionError, match="not come to an end"), ends(1):
        re.match(r"(a|aa)+$", "a" * 60 + "b")
