"""Networks in CIDR notation: whether a text is one, and whether an address lies in one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from django.utils.translation import gettext_lazy as _

from backend.kernel.errors import FieldProblem


def problems(networks: Sequence[str], pointer: str) -> list[FieldProblem]:
    """What is wrong with some networks: each must be a CIDR whose host bits are zero."""
    found = []
    for index, text in enumerate(networks):
        try:
            ip_network(text)
        except ValueError:
            found.append(
                FieldProblem(
                    f"{pointer}/{index}",
                    "network_invalid",
                    _("A network in CIDR notation is expected, such as 203.0.113.0/24."),
                )
            )
    return found


@lru_cache(maxsize=4096)
def _parsed(text: str) -> IPv4Network | IPv6Network:
    return ip_network(text)


def address_of(text: str) -> IPv4Address | IPv6Address | None:
    """The address that a text writes; an IPv4 address mapped into IPv6 is taken as IPv4. None for another text."""
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address


NETWORK_BITS = {4: 24, 6: 48}
"""How much of an address names the network that its neighbours share; one customer of IPv6 has a /64 or more."""


def network_of(address: IPv4Address | IPv6Address) -> IPv4Network | IPv6Network:
    """The network that an address shares with its neighbours."""
    return ip_network(f"{address}/{NETWORK_BITS[address.version]}", strict=False)


def neighbours(one: str, other: str) -> bool:
    """Whether two texts write addresses of one network."""
    found, second = address_of(one), address_of(other)
    return found is not None and second is not None and network_of(found) == network_of(second)


def reaches(networks: Sequence[str], address: str) -> bool:
    """Whether an address lies in one of the networks; every one does where there are none.

    An address that is not known lies in none.
    """
    if not networks:
        return True
    host = address_of(address)
    return host is not None and any(
        host.version == network.version and host in network for network in map(_parsed, networks)
    )
