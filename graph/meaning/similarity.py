"""What the vectors say of one thing."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kin:
    """A thing and the cosine of it with a question."""

    id: str
    soort: str
    nearness: float
