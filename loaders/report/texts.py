"""What may stand in a text that comes from outside: it is kept as it is, so what it may not hold is refused."""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from loaders.documents.forms.bsn import lines_with_bsn
from loaders.report.faults import Fault, Path

NAME, TEXT, MANY = 300, 5_000, 50
"""Characters in a name and in any other text, and values in a list."""
NAMES = frozenset(("titel", "naam", "externeSleutel", "synoniemen", "rol", "functie"))
ALLOWED = frozenset("\n\t")
DECEIVING = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
"""Characters that turn the direction of what comes after them."""


def faults_in(value: Any, pad: Path) -> Iterator[Fault]:
    """Everything in these arguments that may not stand there."""
    if isinstance(value, str):
        yield from _text(value, pad)
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from faults_in(inner, (*pad, str(name)))
    elif isinstance(value, list | tuple):
        if len(value) > MANY:
            yield Fault(f"`{pad[-1]}` heeft {len(value)} waarden; geef er hoogstens {MANY}.", pad)
            return
        for number, inner in enumerate(value):
            yield from faults_in(inner, (*pad, str(number)))


def _text(value: str, pad: Path) -> Iterator[Fault]:
    name = next((part for part in reversed(pad) if not part.isdigit()), "tekst")
    most = NAME if name in NAMES else TEXT
    if len(value) > most:
        yield Fault(f"`{name}` heeft {len(value)} tekens; hoogstens {most} mag. Maak de tekst korter.", pad)
    elif any(map(hidden, value)):
        yield Fault(f"In `{name}` staat een teken dat niemand ziet. Haal het weg, of typ de tekst opnieuw.", pad)
    elif not value.strip():
        yield Fault(f"`{name}` is leeg. Vul iets in, of laat het veld weg.", pad)
    elif lines_with_bsn(value):
        yield Fault(f"In `{name}` staat een burgerservicenummer. Haal het weg: dat bewaren we nooit.", pad)


def hidden(char: str) -> bool:
    """Whether nobody sees this character, or it turns what comes after it."""
    return char in DECEIVING or (char not in ALLOWED and unicodedata.category(char) in ("Cc", "Cs", "Cn", "Co"))
