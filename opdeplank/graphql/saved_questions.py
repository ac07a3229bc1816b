"""Registered questions that were made here: files in the data folder, beside the graph.

    opdeplank registreer vraag.graphql  ──>  data/geregistreerd/NAAM.graphql  ──>  GET /graphql?documentId=sha256:…

Those of the program stand in `operaties/` (`registered`). A running service sees a new one at the next question: it
looks whether the folder changed. A name keeps its text; who wants to ask something else takes another name.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from opdeplank.graph.own_file import aside
from opdeplank.graphql.registered import PREFIX, Registered, made, registered

FOLDER = "geregistreerd"
CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


class NameTaken(Exception):
    """Another question has this name."""


class SavedQuestions:
    """The questions beside one graph."""

    def __init__(self, data: Path) -> None:
        self._folder = data / FOLDER
        self._seen: int | None = None
        self._found: Mapping[str, Registered] = {}

    def all(self) -> Mapping[str, Registered]:
        """By id."""
        try:
            stamp = self._folder.stat().st_mtime_ns
        except OSError:
            return {}
        if stamp != self._seen:
            read = (
                made(path.read_text(encoding="utf-8"), path.stem) for path in sorted(self._folder.glob("*.graphql"))
            )
            self._found = {each.id: each for each in read}
            self._seen = stamp
        return self._found

    def find(self, given: object) -> Registered | None:
        """The question with this id, with or without what stands before the hash."""
        return self.all().get(f"{PREFIX}{str(given).removeprefix(PREFIX)}")

    def add(self, text: str) -> Registered:
        """Keep it; the same question again changes nothing. Raises NameTaken."""
        new = made(text, file_name(text))
        for each in (*registered().values(), *self.all().values()):
            if each.id == new.id:
                return each
            if each.name == new.name or each.file == new.file:
                raise NameTaken
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{new.file}.graphql"
        beside = aside(path)
        beside.write_text(text, encoding="utf-8")
        beside.rename(path)  # whole or not there
        return new


def file_name(text: str) -> str:
    """`schuldenPerGemeente` -> `schulden-per-gemeente`."""
    return CAPITAL.sub("-", made(text, "").name).lower()
