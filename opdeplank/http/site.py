"""The address at which visitors find the service, for every link, redirect and canonical address."""

from dataclasses import dataclass

from starlette.types import Scope

KEY = "site"


@dataclass(frozen=True)
class Site:
    """`https://gemeente.nl` and `/plank`; the prefix is empty when the service has the whole host."""

    origin: str = ""
    prefix: str = ""

    def link(self, path: str) -> str:
        """An address on this site as a page or a redirect writes it: without the host."""
        return self.prefix + path

    def whole(self, path: str) -> str:
        """The same with the host, for what leaves the page."""
        return self.origin + self.prefix + path


NOWHERE = Site()
"""When nobody worked out the address: then addresses stay relative."""


def of(scope: Scope) -> Site:
    """What was settled at the door (see `opdeplank.door.arrival`)."""
    found = scope.get("state", {}).get(KEY, NOWHERE)
    assert isinstance(found, Site)
    return found
