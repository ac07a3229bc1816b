"""Files in the data folder that still name somebody: proposals and exports that were left there, logs.

What the engine and we keep there ourselves is not read as text: the graph was cleaned, and the rest holds no names. Of
the engine's own files is told whether the bytes of a name still stand in them.
"""

import mmap
import re
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from graph.erasure.forgotten import Forgotten

GRAPH = "databases"
OURS = {
    GRAPH,
    "config",
    "betekenis",
    "slot",
    "dienst.json",
    "sleutels.sqlite",
    "meldingen.sqlite",
    "vergeten.json",
    "verwerkingen",
}
TEXTS = {".json", ".csv", ".txt", ".md", ".yaml", ".yml", ".html", ".jsonld", ".ttl", ".graphml", ".xml", ".log"}
PACKED = {".xlsx", ".docx"}
MOST_BYTES = 50_000_000
TAG = re.compile(r"<[^>]+>")


def naming(folder: Path, away: Forgotten) -> Iterator[Path]:
    """The files that name somebody who was forgotten."""
    if not folder.is_dir():
        return
    for path in sorted(folder.rglob("*")):
        own = path.relative_to(folder).parts[0]
        if own not in OURS and path.is_file() and any(away.redacted(text) != text for text in _texts(path)):
            yield path


def holding(folder: Path, names: Iterable[str]) -> int:
    """How many files of the embedded graph hold the bytes of one of these names, as a deleted row leaves them. Names of
    one word do not count: those are anybody's."""
    wanted = [name.encode() for name in names if " " in name or ":" in name]
    pattern = re.compile(b"|".join(map(re.escape, wanted))) if wanted else None
    return sum(pattern is not None and _holds(path, pattern) for path in sorted((folder / GRAPH).rglob("*")))


def _holds(path: Path, pattern: re.Pattern[bytes]) -> bool:
    try:
        with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as held:
            return pattern.search(held) is not None
    except (OSError, ValueError):  # a folder, nothing in it, or gone meanwhile
        return False


def _texts(path: Path) -> Iterator[str]:
    """What can be read in it; of what cannot be read, nothing."""
    yield path.name
    with suppress(OSError, zipfile.BadZipFile):
        if path.stat().st_size > MOST_BYTES:
            return
        if path.suffix.lower() in PACKED:
            with zipfile.ZipFile(path) as packed:
                for name in packed.namelist():
                    if name.endswith(".xml"):
                        yield TAG.sub(" \x1f ", packed.read(name).decode("utf-8", "replace"))
        elif path.suffix.lower() in TEXTS:
            yield path.read_bytes().decode("utf-8", "replace").replace("\\n", " ")
