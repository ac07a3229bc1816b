"""What was shown of people to whom: a line for each answer to a key that shows somebody, in a file of the month beside
the graph. It says who asked, with which operation and how many people stood in the answer; never who those were.

    {"op": "2026-11-30T11:20:03Z", "sleutel": "opk_1a2b", "rol": "ANALIST", "gemeente": null,
     "opdracht": "Mensen", "document": "sha256:…", "mensen": 12}
"""

import hashlib
import logging
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import orjson

from graph.domain.viewer import Viewer

FOLDER = "verwerkingen"
OWNER_ONLY = 0o600
NAMELESS = "zonder naam"
log = logging.getLogger("opdeplank")


@dataclass(frozen=True)
class ProcessingLog:
    """`folder` is the data folder. A line that cannot be written is said in the ordinary log, with how many people."""

    folder: Path

    def note(self, viewer: Viewer, name: str | None, query: str, people: int) -> None:
        """Nothing for who shows no key: what everybody may see is in the graph by its source."""
        if not people or viewer.key is None:
            return
        now = datetime.now(UTC)
        line = {
            "op": now.isoformat(timespec="seconds").replace("+00:00", "Z"), "sleutel": viewer.key,
            "rol": viewer.role.name, "gemeente": viewer.gemeente, "opdracht": name or NAMELESS,
            "document": f"sha256:{hashlib.sha256(query.encode('utf-8', 'replace')).hexdigest()}", "mensen": people,
        }  # fmt: skip
        path = self.folder / FOLDER / f"{now:%Y-%m}.jsonl"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, OWNER_ONLY), "ab", buffering=0) as file:
                file.write(orjson.dumps(line) + b"\n")
        except OSError as error:
            log.error("verwerking niet vastgelegd (%s): %d keer iemand getoond", error.strerror, people)
