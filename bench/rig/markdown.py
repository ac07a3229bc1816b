"""Results as Markdown."""

import os
import platform
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def heading(command: str) -> str:
    """The command, the day and the machine."""
    return f"`{command}` — {today()} UTC, {machine()}\n"


def today() -> str:
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M}"


def machine() -> str:
    memory = int(Path("/proc/meminfo").read_text().split()[1]) // 1024**2
    return f"{os.cpu_count()} kernen, {memory} GiB, Python {platform.python_version()}"


def comma(value: float, digits: int) -> str:
    """A number as Dutch writes it: 1.234,5."""
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))
