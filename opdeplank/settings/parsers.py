"""How the text of a setting becomes a value. A parser raises ValueError; what is allowed stands beside the setting."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from graph.domain.vocabulary import Rol
from opdeplank.settings.proxies import parsed

SIZES = {"": 1, "b": 1, "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000}
PREFIX = re.compile(r"(/[A-Za-z0-9_~\-][A-Za-z0-9._~\-]*)*")
"""A path below which the service stands, in characters that need no escaping anywhere."""
GRAPH_SCHEMES = frozenset({"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"})


def text(value: str) -> str:
    return value


def host(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9._:\-]+", value):
        raise ValueError
    return value


def whole(low: int, high: int) -> Callable[[str], int]:
    def parse(value: str) -> int:
        # Not int(): that also takes "1_0", " 5" and digits of other scripts.
        if not re.fullmatch(r"[0-9]{1,12}", value) or not low <= int(value) <= high:
            raise ValueError
        return int(value)

    return parse


def seconds(low: float, high: float) -> Callable[[str], float]:
    def parse(value: str) -> float:
        if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,3})?", value) or not low <= float(value) <= high:
            raise ValueError
        return float(value)

    return parse


def size(low: int, high: int) -> Callable[[str], int]:
    """`100 kB` -> 100000."""

    def parse(value: str) -> int:
        found = re.fullmatch(r"([0-9]{1,12}) ?([kKmMgG]?[bB]?)", value)
        unit = found[2].lower() if found else "?"
        if not found or unit not in SIZES or not low <= int(found[1]) * SIZES[unit] <= high:
            raise ValueError
        return int(found[1]) * SIZES[unit]

    return parse


def yes_no(value: str) -> bool:
    if value not in ("ja", "nee"):
        raise ValueError
    return value == "ja"


def one_of(*choices: str) -> Callable[[str], str]:
    def parse(value: str) -> str:
        if value not in choices:
            raise ValueError
        return value

    return parse


def folder(value: str) -> Path:
    path = Path(value).expanduser()
    if not value or (path.exists() and not path.is_dir()):
        raise ValueError
    return path


def folder_or_none(value: str) -> Path | None:
    return folder(value) if value else None


def secret_file(value: str) -> Path | None:
    if not value:
        return None
    path = Path(value).expanduser()
    if not path.is_file():
        raise ValueError
    return path


def graph_uri(value: str) -> str:
    if value:
        parts = urlsplit(value)  # raises ValueError itself on a malformed port or address
        # A path or a password in the address would be ignored in silence: there are settings for those.
        plain = not (parts.path.strip("/") or parts.query or parts.username or parts.password)
        if parts.scheme not in GRAPH_SCHEMES or not parts.hostname or parts.port == 0 or not plain:
            raise ValueError
    return value


def contact(value: str) -> str:
    if not re.fullmatch(r"(https://|mailto:|tel:)[!-~]+", value):
        raise ValueError
    return value


def contact_or_none(value: str) -> str:
    return contact(value) if value else value


def issuer(value: str) -> str:
    """An address to fetch from: over TLS, or on this machine."""
    if not value:
        return value
    parts = urlsplit(value)
    known = parsed(parts.hostname or "")
    here = parts.hostname == "localhost" or (known is not None and known.is_loopback)
    plain = not (parts.username or parts.password or parts.query or parts.fragment)
    if (
        not plain
        or not parts.hostname
        or parts.port == 0
        or not (parts.scheme == "https" or parts.scheme == "http" and here)
    ):
        raise ValueError
    return value


def collector(value: str) -> str:
    """An address on our own network to send to, with a path."""
    if value:
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0 or parts.username:
            raise ValueError
    return value


def claim(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9._:/@\-]{0,200}", value):
        raise ValueError
    return value


def roles(value: str) -> Mapping[str, Rol]:
    """`plank-bureau=PROGRAMMABUREAU, plank-analist=ANALIST`"""
    found = {}
    for pair in filter(None, (part.strip() for part in value.split(","))):
        name, _, role = (each.strip() for each in pair.rpartition("="))
        if not name or role not in Rol.__members__:
            raise ValueError
        found[name] = Rol[role]
    return found


def public_address(value: str) -> str:
    """`https://a.nl/plank/` -> `https://a.nl/plank`: an origin, and the path below which the service stands."""
    if not value:
        return value
    parts = urlsplit(value)
    plain = not (parts.query or parts.fragment or parts.username or parts.password or "?" in value or "#" in value)
    path = parts.path.rstrip("/")
    if (
        parts.scheme not in ("http", "https")
        or not re.fullmatch(r"[A-Za-z0-9.\-]+(:[0-9]+)?|\[[0-9A-Fa-f:.]+\](:[0-9]+)?", parts.netloc)
        or parts.port == 0
        or not plain
        or not PREFIX.fullmatch(path)
    ):
        raise ValueError
    return f"{parts.scheme}://{parts.netloc.lower()}{path}"


def origins(value: str) -> tuple[str, ...]:
    """`https://a.nl, https://b.nl` -> the origins as a browser sends them; `*` stands alone."""
    found = tuple(part.strip() for part in value.split(",") if part.strip())
    if found == ("*",):
        return found
    for origin in found:
        parts = urlsplit(origin)
        if (
            parts.scheme not in ("http", "https")
            or not parts.hostname
            or parts.port == 0
            or origin != f"{parts.scheme}://{parts.netloc}"
        ):
            raise ValueError
    return found
