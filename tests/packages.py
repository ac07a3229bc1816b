"""Packages of Node that a test wants, from the lock file that lies beside it."""

import subprocess
from pathlib import Path

from filelock import FileLock

from tests.engines import ROOT


def installed(folder: Path) -> None:
    """Install what `package-lock.json` in `folder` names, once: processes that share a run wait for each other."""
    modules = folder / "node_modules"
    lock = ROOT / ".cache" / "node.lock"
    lock.parent.mkdir(exist_ok=True)
    with FileLock(lock):
        if not (modules / ".package-lock.json").is_file():  # npm writes it last
            subprocess.run(["npm", "ci", "--silent"], cwd=folder, check=True, timeout=300)
