"""The address that a request comes from, behind proxies or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any

MOST_HOPS = 20
"""Further back a chain of proxies is not followed."""


@lru_cache(maxsize=16)
def _networks(proxies: tuple[str, ...]) -> tuple[IPv4Network | IPv6Network, ...]:
    return tuple(ip_network(text) for text in proxies)


@lru_cache(maxsize=4096)
def _plain(text: str) -> str | None:
    """An address in its usual form, an IPv4 one mapped into IPv6 as IPv4; None for another text."""
    try:
        address = ip_address(text.strip())
    except ValueError:
        return None
    return str((address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address)


def client_address(meta: Mapping[str, Any], proxies: Sequence[str]) -> str:
    """Where a request comes from: the connection's other end, or what a trusted proxy says of it.

    `X-Forwarded-For` is read from its end, as each proxy appends what it saw: the first address that is not a
    trusted proxy's is the client; what stands before it is the client's own word. Without a trusted proxy at
    the other end the header is not read. Empty where nothing is known.
    """
    peer = _plain(str(meta.get("REMOTE_ADDR", "")))
    if peer is None or not proxies:
        return peer or ""
    trusted = _networks(tuple(proxies))

    def is_proxy(text: str) -> bool:
        address = ip_address(text)
        return any(address.version == network.version and address in network for network in trusted)

    found = peer
    hops = str(meta.get("HTTP_X_FORWARDED_FOR", "")).split(",")
    for hop in reversed(hops[-MOST_HOPS:]):
        if not is_proxy(found):
            break
        said = _plain(hop)
        if said is None:
            break  # Not an address: what is known so far is the last that can be believed.
        found = said
    return found
