"""Which addresses we call for others: public ones, over https, checked at the moment of connecting.

Against server-side request forgery: the URL is parsed strictly, the name is resolved here, *every*
address it resolves to must be public, and the connection is made to an address that was checked, not to
the name again (so a name that answers differently the second time gains nothing). Sources: the IANA
special-purpose registries for IPv4 and IPv6 (RFC 6890), RFC 6052 and 8215 (NAT64), RFC 3056 (6to4),
RFC 4380 (Teredo).
"""

from __future__ import annotations

import http.client
import ipaddress
import logging
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit

from django.utils.translation import gettext_lazy as _

logger = logging.getLogger(__name__)

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], list[str]]
"""Takes a host and a port; returns the addresses as text. Raises OSError where there are none."""

MAX_URL = 2000
_PATH_SAFE = "/?%:@!$&'()*+,;=-._~[]"

# What `is_global` of the oldest supported Python does not refuse by itself.
_REFUSED_NETWORKS = tuple(
    ipaddress.ip_network(text)
    for text in (
        "0.0.0.0/8",
        "100.64.0.0/10",  # Carrier NAT; 100.100.100.200 is Alibaba's metadata.
        "168.63.129.16/32",  # Azure's wire server answers on a public address.
        "192.0.0.0/24",
        "192.88.99.0/24",  # 6to4 relays.
        "198.18.0.0/15",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "::/96",  # IPv4-compatible.
        "::ffff:0:0/96",  # IPv4-mapped.
        "::ffff:0:0:0/96",  # IPv4-translated.
        "64:ff9b::/96",  # NAT64.
        "64:ff9b:1::/48",  # NAT64, local.
        "100::/64",  # Discard.
        "2001::/23",  # IETF protocols, Teredo, ORCHID.
        "2001:db8::/32",
        "2002::/16",  # 6to4 carries any IPv4 address inside.
        "3fff::/20",  # Documentation.
        "5f00::/16",  # Segment routing.
        "fc00::/7",
        "fe80::/10",
        "fec0::/10",
        "ff00::/8",
    )
)
_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
_INTERNAL_SUFFIXES = (".localhost", ".local", ".internal", ".intranet", ".lan", ".home.arpa", ".corp")


class AddressRefused(ValueError):
    """A URL or an address that we do not call; the text says why, without naming what is inside."""


@dataclass(frozen=True, slots=True)
class Target:
    """The parts of an acceptable URL."""

    host: str
    port: int
    tls: bool
    path: str

    @property
    def authority(self) -> str:
        """The value of the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.tls else 80) else f"{host}:{self.port}"


def parse_url(url: str, *, allow_loopback: bool) -> Target:
    """Takes a URL apart. Raises AddressRefused for anything but a plain https URL with a public-looking host.

    With `allow_loopback` (development) http and https to this machine's own loopback are accepted too.
    """
    if len(url) > MAX_URL or any(ord(char) <= 32 or ord(char) == 127 for char in url) or "\\" in url:
        raise AddressRefused(_("the URL is too long or has spaces, control characters or backslashes"))
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise AddressRefused(_("the URL cannot be read")) from error
    if not host or parts.username is not None or parts.password is not None or parts.fragment:
        raise AddressRefused(_("the URL needs a host, and no user, password or fragment"))
    try:
        host = _canonical(host)
    except UnicodeError as error:
        raise AddressRefused(_("the host is not a name that DNS can hold")) from error
    loopback = allow_loopback and _is_loopback_name(host)
    if parts.scheme != "https" and not (loopback and parts.scheme == "http"):
        raise AddressRefused(_("only https"))
    tls = parts.scheme == "https"
    port = port if port is not None else (443 if tls else 80)
    if not loopback:
        if port != 443 and port < 1024:
            raise AddressRefused(_("the port is 443, or 1024 and above"))
        literal = _literal(host)
        if literal is not None:
            check_address(literal, allow_loopback=False)
        elif host == "localhost" or host.endswith(_INTERNAL_SUFFIXES) or "." not in host:
            raise AddressRefused(_("the host is not a public name"))
    path = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=_PATH_SAFE)
    return Target(host, port, tls, path)


def _canonical(host: str) -> str:
    host = host.rstrip(".").lower()
    return host if host.isascii() else host.encode("idna").decode()


def _literal(host: str) -> str | None:
    """The address that a host is, in any of the spellings that a resolver takes (0x7f.1, 2130706433)."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except (OSError, UnicodeError):
        return None


def _is_loopback_name(host: str) -> bool:
    literal = _literal(host)
    if literal is None:
        return host == "localhost"
    return ipaddress.ip_address(literal).is_loopback


def check_address(text: str, *, allow_loopback: bool) -> Address:
    """The address, where we may call it. Raises AddressRefused."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError as error:
        raise AddressRefused(_("not an address")) from error
    if allow_loopback and address.is_loopback:
        return address
    if (
        # Global unicast is all that IANA has given out of IPv6.
        (address.version == 6 and address not in _GLOBAL_UNICAST)
        or not address.is_global
        or address.is_multicast
        or address.is_reserved
        or any(address in network for network in _REFUSED_NETWORKS if network.version == address.version)
    ):
        raise AddressRefused(_("the host resolves to an address that is not public"))
    return address


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host by the system's resolver, each once, in its order. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def addresses_of(target: Target, *, resolver: Resolver, allow_loopback: bool) -> list[str]:
    """The checked addresses of a target. Raises AddressRefused where *any* is not public, OSError for none.

    A name with one public and one private address is refused whole: it is how rebinding begins.
    """
    try:
        found = resolver(target.host, target.port)
    except UnicodeError as error:
        raise OSError("the host is not a name that DNS can hold") from error
    if not found:
        raise OSError("the host has no address")
    loopback = allow_loopback and _is_loopback_name(target.host)
    return [str(check_address(address, allow_loopback=loopback)) for address in found]


# -- the request ------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def client_tls() -> ssl.SSLContext:
    """What outgoing connections trust: the system's authorities, from TLS 1.2 on."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


class _Connection(http.client.HTTPConnection):
    """A connection to an address that was checked, under the name that was asked for."""

    def __init__(self, target: Target, address: str, deadline: float, tls: ssl.SSLContext) -> None:
        super().__init__(target.host, target.port, timeout=max(0.05, deadline - time.monotonic()))
        self._target, self._address, self._tls = target, address, tls

    def connect(self) -> None:
        """Connects to the checked address; the certificate is checked against the name."""
        raw = socket.create_connection((self._address, self.port), self.timeout)
        self.sock = raw
        if self._target.tls:
            # Kept before the handshake, so that the watchdog can end that too.
            secured = self._tls.wrap_socket(
                raw, server_hostname=self._target.host, do_handshake_on_connect=False
            )
            self.sock = secured
            secured.do_handshake()

    def cut(self) -> None:
        """Ends whatever the connection waits for."""
        if self.sock is not None:
            try:
                self.sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                logger.debug("the connection was closed already")


def exchange(
    method: str,
    target: Target,
    address: str,
    body: bytes | None,
    headers: Mapping[str, str],
    deadline: float,
    tls: ssl.SSLContext,
    most: int,
) -> tuple[int, list[tuple[str, str]], bytes]:
    """One request to a checked address: status, headers and at most `most` bytes of the body. No redirects.

    Runs outside any transaction. Raises TimeoutError past the deadline (of the monotonic clock), OSError and
    HTTPException.
    """
    connection = _Connection(target, address, deadline, tls)
    expired = threading.Event()

    def end() -> None:
        expired.set()
        connection.cut()

    # A socket's time-out is for one read: a receiver that sends a byte a second would hold us for ever.
    watchdog = threading.Timer(max(0.05, deadline - time.monotonic()), end)
    watchdog.daemon = True
    watchdog.start()
    try:
        connection.request(
            method,
            target.path,
            body,
            {"Host": target.authority, "Accept-Encoding": "identity", "Connection": "close", **headers},
        )
        response = connection.getresponse()
        content = response.read(most)
        if expired.is_set():
            # To the parser a connection that was cut looks like one that ended.
            raise TimeoutError
        return response.status, response.getheaders(), content
    except (OSError, http.client.HTTPException) as error:
        if expired.is_set():
            raise TimeoutError from error
        raise
    finally:
        watchdog.cancel()
        connection.close()
