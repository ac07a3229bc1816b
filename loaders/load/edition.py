"""Which edition of the seeds a graph holds.

The load of the seeds carries its mark, so that a start knows whether they are there, whatever else was loaded.
"""

from enum import Enum
from pathlib import Path

from graph.contents import existing
from graph.engine.store import Run
from loaders.documents.document import digest
from loaders.documents.reading import files

LOADER = "opdeplank"


class Standing(Enum):
    """What a graph holds of the seeds in a folder."""

    ABSENT = "never loaded"
    PRESENT = "this edition"
    OTHER = "another edition"
    TAKEN_BACK = "loaded, and taken back by somebody"


async def standing(run: Run, folder: Path) -> Standing:
    found = await existing.seeding(run, LOADER)
    if found is None:
        return Standing.ABSENT
    known, taken_back = found
    if taken_back:
        return Standing.TAKEN_BACK
    return Standing.PRESENT if known == edition(folder) else Standing.OTHER


def edition(folder: Path) -> str:
    """The mark of everything in a folder of seeds: names and bytes."""
    return digest("".join(f"{name}\n{digest(path.read_bytes())}\n" for path, name in files([folder])))
