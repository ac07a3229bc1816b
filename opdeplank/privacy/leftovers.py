"""Files in the data folder that still name somebody: proposals and exports that were left there, logs.

What the engine and we keep there ourselves is not looked at: the graph was cleaned, and the rest holds no names.
"""

import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from graph.erasure.forgotten import Forgotten

OURS = {
    "databases",
    "config",
    "betekenis",
    "slot",
    "dienst.json",
    "sleutels.sqlite",
    "meldingen.sqlite",
    "vergeten.json",
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
