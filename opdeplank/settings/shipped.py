"""Where the files lie that come with the program and are no code: those of the pages, and the seeds.

In a clone they lie in folders of their own, beside the code. A wheel has room in packages alone, so `setup.py` puts
them into this one.
"""

from pathlib import Path

INSTALLED = Path(__file__).resolve().parents[1] / "bij"
TREE = Path(__file__).resolve().parents[2]
BESIDE = INSTALLED if INSTALLED.is_dir() else TREE
WEB = BESIDE / "web"
SEEDS = BESIDE / "seeds"


def typed(path: Path) -> str:
    """How one types it after a command: short when it lies in the folder where one is."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
