"""The proxies that an operator listed: whose word about where a request comes from is taken."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Self

EVERYONE = "*"


@dataclass(frozen=True)
class Proxies:
    """`everyone`: whoever connects is a proxy, so what it wrote is true and what stands before that is not."""

    networks: tuple[IPv4Network | IPv6Network, ...] = ()
    everyone: bool = False

    @classmethod
    def read(cls, value: str) -> Self:
        """`127.0.0.1, 10.0.0.0/8` or `*`; raises ValueError."""
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if parts == [EVERYONE]:
            return cls(everyone=True)
        return cls(tuple(ip_network(part) for part in parts))

    def __contains__(self, address: str) -> bool:
        """Whether this address is of a listed proxy."""
        found = parsed(address)
        return found is not None and any(found in network for network in self.networks)


def parsed(address: str) -> IPv4Address | IPv6Address | None:
    """The address as a value; one of IPv4 inside IPv6 is the one of IPv4."""
    try:
        found = ip_address(address)
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, IPv6Address) else found
