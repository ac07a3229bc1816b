"""What an operation sent, for who wants to see it."""

from dataclasses import dataclass


@dataclass
class Sent:
    """A text that was sent, and how long its answer took, in seconds."""

    text: str
    took: float = 0.0
