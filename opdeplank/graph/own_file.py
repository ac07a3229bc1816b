"""A file of ours in the data folder, beside the graph: for its owner alone, and whole or not there."""

import os
import secrets
from pathlib import Path

OWNER_ONLY = 0o600


def aside(path: Path) -> Path:
    """Where it is written until it is whole: nobody else's, also where machines share the folder and, as containers do,
    all give their process the same number."""
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}")


def written(path: Path, content: bytes) -> None:
    """At once and on the disk, or not at all. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = aside(path)
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
