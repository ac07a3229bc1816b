"""One setting: what a line of the table is made with, and what documentation and messages need of it."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
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


def setting(default: str, parse: Callable[[str], Any], allowed: str, meaning: str, secret: bool = False) -> Any:
    metadata = {"default": default, "parse": parse, "allowed": allowed, "meaning": meaning, "secret": secret}
    return dataclasses.field(default_factory=lambda: parse(default), repr=not secret, metadata=metadata)


def number(default: int, low: int, high: int, meaning: str) -> Any:
    return setting(str(default), parsers.whole(low, high), f"een geheel getal van {low} tot en met {high}", meaning)
