"""What a command is given, and how it answers."""

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from opdeplank.settings.table import Settings

DONE, FAILED, WRONG = 0, 1, 2


@dataclass(frozen=True)
class Call:
    """A command's arguments, the settings, and whether a machine is reading."""

    args: Namespace
    settings: Settings
    json: bool

    def answer(self, value: Mapping[str, Any], text: str) -> None:
        """Print the outcome: `value` for a machine, `text` for a person."""
        print(orjson.dumps(value, option=orjson.OPT_INDENT_2).decode() if self.json else text, flush=True)
