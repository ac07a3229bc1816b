"""A name as a table or list writes it: surname first, apart in two columns, or with a degree behind it.

`Bos, Anna` -> Anna Bos; `Vries, de, Pim` and `Vries, Pim de` -> Pim de Vries; `Kok - de Wit, Fien` -> Fien Kok-de Wit
"""

import re

from graph.dutch.collation import PARTICLES
from loaders.names.naming import PARTIJ
from loaders.names.tokens import flat
from loaders.prose.people.functions import TITLES, has_role
from loaders.prose.people.people import BLANKED, Name, name_at
from loaders.prose.people.signs import ORDINARY, Sign
from loaders.prose.text.page import Page

DEGREE = re.compile(r"(?:,?\s(?:MSc|MBA|BSc|LLM|MPM|MPA|MA|BA|PhD|RA|RE|jr|sr|a\.i)\.?)+$")
JOINT = re.compile(r"\s[-–]\s")
INITIALS = re.compile(r"(?:[A-Z][a-z]?\.){1,6}|[A-Z]")
FIRST = re.compile(r"[^\W\d_a-z][\w'’.-]*(?:\s[^\W\d_a-z][\w'’.-]*){0,2}")
LAST = re.compile(
    r"(?:['’]?[\w.]{1,6}['’]?\s){0,3}[^\W\d_a-z][\w'’.-]*(?:\s(?:(?:van|de|den|der|op|ter|ten|te|el|in|aan)\s){0,2}"
    r"[^\W\d_a-z][\w'’.-]*){0,2}(?:-(?:['’]?[a-z.]{1,5}\s){0,3}[^\W\d_a-z][\w'’-]*)?"
)
DOUBLE = re.compile(r"\s[-–]\s(?P<half>(?:[a-z]{2,4}\s){0,2}[A-Z][\w’'-]{2,25})\s*")
LONGEST = 60


def inverted(page: Page, start: int, end: int) -> Name | None:
    """The name in a cell that is written with the surname first; None when it is not."""
    parts = [" ".join(part.split()) for part in page.tekst[start:end].split(",")]
    if not 2 <= len(parts) <= 3 or end - start > LONGEST:
        return None
    between = parts[1] if len(parts) == 3 else ""
    if len(parts) == 2:
        parts[1], between = _without_particles(parts[1])
    if between and not all(word in PARTICLES for word in between.lower().split()):
        return None
    last = parts[0].split()
    if any(flat(word) in ORDINARY and word.lower() not in PARTICLES for word in last) or page.names.resolve(
        parts[-1], PARTIJ
    ):
        return None
    return joined(parts[-1], f"{between} {parts[0]}".strip(), start, end)


def _without_particles(first: str) -> tuple[str, str]:
    """`Anna van der` -> `Anna`, `van der`: behind the comma the particles of the surname may stand too."""
    said = first.split()
    at = next((i for i, word in enumerate(said) if i and word in PARTICLES), len(said))
    return (" ".join(said[:at]), " ".join(said[at:])) if all(w in PARTICLES for w in said[at:]) else (first, "")


def joined(first: str, last: str, start: int, end: int) -> Name | None:
    """A first name or initials, and a surname."""
    said = [word for word in first.split() if word.lower() not in TITLES]
    first, last = " ".join(said), JOINT.sub("-", DEGREE.sub("", last))
    fits = (INITIALS.fullmatch(first) or FIRST.fullmatch(first)) and LAST.fullmatch(last)
    if not fits or BLANKED.fullmatch(last) or has_role(first) or has_role(last):
        return None
    if first.lower() in ORDINARY or last.lower() in ORDINARY:
        return None
    return Name(f"{first} {last}", start, end, Sign.STRONG, True)


def doubled(page: Page, start: int, end: int) -> Name | None:
    """`Anna Bos - Vos`: two surnames with a spaced hyphen, which is all that stands there."""
    name = name_at(page, start, end)
    rest = DOUBLE.fullmatch(page.tekst[name.end : end]) if name is not None and " " in name.tekst else None
    if name is None or rest is None or name.sign is Sign.NONE:
        return None
    return name._replace(tekst=f"{name.tekst}-{rest['half']}", end=end)


def without_degree(page: Page, start: int, end: int) -> int:
    """Where a cell with a name ends, without the degree behind it."""
    found = DEGREE.search(page.tekst, start, end)
    return found.start() if found and found.end() == end else end
