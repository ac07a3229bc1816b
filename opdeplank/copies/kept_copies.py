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


def listed(folder: Path) -> list[Path]:
    """The copies there, the oldest first."""
    return sorted(path for path in folder.glob("plank-*.gz") if NAME.fullmatch(path.name) and path.is_file())


def rotate(folder: Path, most: int) -> list[Path]:
    """Throw away the oldest until there are `most`; what went. For when a new one is whole: so one is left."""
    gone = listed(folder)[:-most]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def age(folder: Path, now: datetime | None = None) -> float | None:
    """Seconds since the newest copy was made; None without one."""
    found = listed(folder)
    if not found:
        return None
    made = datetime.strptime(found[-1].name, "plank-%Y-%m-%dT%H%M%S.gz").replace(tzinfo=UTC)
    return ((now or datetime.now(UTC)) - made).total_seconds()
