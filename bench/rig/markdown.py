"""Results as Markdown, with where and when they were made."""

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
    return f"`{command}` — {datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {machine()}\n"


def machine() -> str:
    memory = int(Path("/proc/meminfo").read_text().split()[1]) // 1024**2
    return f"{os.cpu_count()} kernen, {memory} GiB, Python {platform.python_version()}"
