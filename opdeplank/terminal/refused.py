from collections.abc import Mapping
from typing import Any


class Refused(Exception):
    """A command cannot do what was asked; the message is for the person who asked, and nothing was written.

    `value` is what a machine gets besides the message.
    """

    def __init__(self, melding: str, value: Mapping[str, Any] | None = None) -> None:
        super().__init__(melding)
        self.value = dict(value or {})
