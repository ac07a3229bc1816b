"""One setting: what a line of the table is made with, and what documentation and messages need of it."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from opdeplank.settings import parsers

PREFIX = "OPDEPLANK_"


class SettingError(Exception):
    """One Dutch sentence that names the setting, the value and what is allowed."""


@dataclass(frozen=True)
class Setting:
    """A line of the table, as documentation and messages need it."""

    name: str
    default: str
    parse: Callable[[str], Any]
    allowed: str
    meaning: str
    secret: bool

    @property
    def variable(self) -> str:
        return PREFIX + self.name.upper()


def described(settings: Any) -> tuple[Setting, ...]:
    """The lines of a table of settings: a dataclass of which every field was made with `setting`."""
    return tuple(Setting(name=field.name, **field.metadata) for field in dataclasses.fields(settings))


def first_line(path: Path, name: str) -> str:
    """A secret, read from its file at the moment it is needed. Raises SettingError."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(
            f"{PREFIX}{name}: '{path}' is niet te lezen. Toegestaan is tekst in UTF-8 die deze gebruiker mag lezen."
        ) from error
    return lines[0].strip() if lines else ""


def setting(default: str, parse: Callable[[str], Any], allowed: str, meaning: str, secret: bool = False) -> Any:
    metadata = {"default": default, "parse": parse, "allowed": allowed, "meaning": meaning, "secret": secret}
    return dataclasses.field(default_factory=lambda: parse(default), repr=not secret, metadata=metadata)


def number(default: int, low: int, high: int, meaning: str) -> Any:
    return setting(str(default), parsers.whole(low, high), f"een geheel getal van {low} tot en met {high}", meaning)
