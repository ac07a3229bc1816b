"""What a person said of one fact, or of one question for several, before anybody looked what it means."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Given:
    """`besluit` is a decision; `antwoord` what he wrote, by column of the workbook."""

    besluit: str
    antwoord: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> list[Any]:
        return [self.besluit, dict(self.antwoord)]


def from_json(said: Any) -> Given:
    """Raises ValueError for what is none."""
    try:
        besluit, antwoord = said
        return Given(str(besluit), {str(column): str(text) for column, text in antwoord.items()})
    except (TypeError, ValueError, AttributeError) as error:
        raise ValueError(f"geen besluit: {said!r}") from error
