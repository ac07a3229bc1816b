"""The folder with copies: what a new one is called, and which ones are old enough to go."""

import re
from datetime import UTC, datetime
from pathlib import Path

from opdeplank.settings.table import Settings

NAME = re.compile(r"plank-\d{4}-\d{2}-\d{2}T\d{6}\.gz")
"""Only what is called so is ever thrown away."""
DEFAULT = "kopieen"


def folder_of(settings: Settings) -> Path:
    return settings.kopie_map or settings.data / DEFAULT


def name(now: datetime | None = None) -> str:
    """`plank-2026-11-30T021500.gz`, in UTC: so the newest is the last by name."""
    return f"plank-{(now or datetime.now(UTC)).astimezone(UTC):%Y-%m-%dT%H%M%S}.gz"


def listed(folder: Path, now: datetime | None = None) -> list[Path]:
    """The copies there, the oldest first. One of later than now was made while the clock was wrong: it counts as the
    oldest, or it would push out every copy that follows."""
    latest = name(now)
    found = (path for path in folder.glob("plank-*.gz") if NAME.fullmatch(path.name) and path.is_file())
    return sorted(found, key=lambda path: (path.name <= latest, path.name))


def rotate(folder: Path, most: int, now: datetime | None = None) -> list[Path]:
    """Throw away the oldest until there are `most`; what went. For when a new one is whole: so one is left."""
    gone = listed(folder, now)[:-most]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def age(folder: Path, now: datetime | None = None) -> float | None:
    """Seconds since the newest copy was made; None without one, or when nobody can tell."""
    found = listed(folder, now)
    if not found or found[-1].name > name(now):
        return None
    made = datetime.strptime(found[-1].name, "plank-%Y-%m-%dT%H%M%S.gz").replace(tzinfo=UTC)
    return ((now or datetime.now(UTC)) - made).total_seconds()
