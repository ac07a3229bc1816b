"""A file of ours in the data folder, beside the graph: for its owner alone, and whole or not there."""

import os
from pathlib import Path

OWNER_ONLY = 0o600


def written(path: Path, content: bytes) -> None:
    """At once and on the disk, or not at all. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
