"""Where a request comes from and for which address, behind a proxy: X-Forwarded-* and Forwarded (RFC 7239).

Anybody can send these headers, so only a listed proxy is believed, and only about what it saw itself. Each proxy adds
its word at the right: counted from there, the first address that is not of a listed proxy is the caller.

    Forwarded: for=203.0.113.9;host=x.nl, for=10.0.0.2     from 10.0.0.3, with 10.0.0.0/8 listed
    ──> 203.0.113.9 asked for x.nl
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.datastructures import Headers

from opdeplank.settings.parsers import PREFIX
from opdeplank.settings.proxies import Proxies, parsed

HOST = re.compile(r"([A-Za-z0-9][A-Za-z0-9.\-]{0,252}|\[[0-9A-Fa-f:.]{2,45}\])(:[0-9]{1,5})?")
LONGEST_PREFIX = 200
LONGEST_NAME = 64
"""Of what stands where an address is expected, such as `unknown`."""
PORT = re.compile(r":[0-9]{1,5}$")


@dataclass(frozen=True)
class Seen:
    """What is known of a request: who asks, and what the outermost listed proxy was asked for (None: not said)."""

    client: str
    scheme: str | None = None
    host: str | None = None
    prefix: str | None = None


@dataclass(frozen=True)
class Hop:
    """What one proxy wrote."""

    client: str
    scheme: str | None = None
    host: str | None = None


def seen(peer: str, headers: Headers, proxies: Proxies) -> Seen:
    """`peer` is who connected to us."""
    if not proxies.everyone and peer not in proxies:
        return Seen(peer)
    addresses = _listed(headers, "x-forwarded-for")
    said = {name: _listed(headers, f"x-forwarded-{name}") for name in ("proto", "host", "prefix")}
    if addresses or any(said.values()):
        client, count = _from_the_right([_address(a) for a in addresses], peer, proxies)
        scheme, host, prefix = (_nth(said[name], count) for name in ("proto", "host", "prefix"))
        return Seen(client, _scheme(scheme), _host(host), _prefix(prefix))
    hops = elements(", ".join(headers.getlist("forwarded")))
    client, count = _from_the_right([hop.client for hop in hops], peer, proxies)
    outermost = hops[-count] if hops else Hop(peer)
    return Seen(client, _scheme(outermost.scheme), _host(outermost.host))


def _from_the_right(addresses: Sequence[str], peer: str, proxies: Proxies) -> tuple[str, int]:
    """The caller, and how many of the words were written by listed proxies (at least one: the nearest)."""
    client, count = peer, 0
    for address in reversed(addresses):
        count += 1
        client = address or client
        if address not in proxies:
            break
    return client, max(count, 1)


def elements(value: str) -> list[Hop]:
    """`for=a;host=b, for=c` -> the hops as they stand; what cannot be read is a hop that says nothing."""
    hops = []
    for part in split(value, ","):
        pairs = [pair.partition("=") for pair in split(part, ";")]
        said = {name.strip().lower(): unquoted(text.strip()) for name, _, text in pairs}
        hops.append(Hop(_address(said.get("for", "")), said.get("proto"), said.get("host")))
    return hops


def split(value: str, mark: str) -> list[str]:
    """The parts between marks that stand outside quotes, without the empty ones."""
    parts, start = [], 0
    quoted = escaped = False
    for at, letter in enumerate(value):
        if letter == mark and not quoted:
            parts.append(value[start:at])
            start = at + 1
        elif letter == '"' and not escaped:
            quoted = not quoted
        escaped = letter == "\\" and not escaped
    return [part for part in (*parts, value[start:]) if part.strip()]


def unquoted(text: str) -> str:
    """`"a\\"b"` -> `a"b`."""
    if len(text) > 1 and text.startswith('"') and text.endswith('"'):
        return re.sub(r"\\(.)", r"\1", text[1:-1])
    return text


def _listed(headers: Headers, name: str) -> list[str]:
    return [part.strip() for part in ",".join(headers.getlist(name)).split(",") if part.strip()]


def _nth(values: Sequence[str], count: int) -> str | None:
    """The value that the outermost listed proxy wrote; some proxies keep one value instead of adding theirs."""
    return values[-min(count, len(values))] if values else None


def _address(written: str) -> str:
    """`[2001:db8::1]:4711`, `192.0.2.1:80` -> the address alone; what is no address stays as it is, cut off."""
    bare = written.strip()
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = PORT.sub("", bare)
    found = parsed(bare)
    return str(found) if found is not None else bare[:LONGEST_NAME]


def _scheme(value: str | None) -> str | None:
    return value.lower() if value and value.lower() in ("http", "https") else None


def _host(value: str | None) -> str | None:
    return value.lower() if value and HOST.fullmatch(value) else None


def _prefix(value: str | None) -> str | None:
    """`/plank/` -> `/plank`."""
    path = value.rstrip("/") if value else ""
    return path if path and len(path) <= LONGEST_PREFIX and PREFIX.fullmatch(path) else None
