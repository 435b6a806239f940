"""TXT records, asked of a name server: all that proving a domain needs of the DNS.

One question over UDP with a random id and port (RFC 1035, 5452); an answer that is cut short is refused,
since a proof must be read whole.
"""

from __future__ import annotations

import ipaddress
import secrets
import socket
import struct
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

TXT = 16
IN = 1
SECONDS = 3.0


class DnsFailure(Exception):
    """The question got no answer that can be used; the text says why."""


def name_servers() -> list[tuple[str, int]]:
    """The system's name servers."""
    found: list[tuple[str, int]] = []
    resolv = Path("/etc/resolv.conf")
    if resolv.is_file():
        for line in resolv.read_text(errors="replace").splitlines():
            words = line.split()
            if len(words) >= 2 and words[0] == "nameserver":
                found.append((words[1].split("%")[0], 53))
    return found


def txt_records(
    name: str, servers: Sequence[tuple[str, int]] | None = None, *, seconds: float = SECONDS
) -> list[str]:
    """The TXT records of a name, empty where it has none or does not exist. Raises DnsFailure."""
    asked = list(servers if servers is not None else name_servers())
    if not asked:
        raise DnsFailure("no name server is known")
    reason = "no answer"
    for server in asked:
        try:
            return _ask(name, server, seconds)
        except (OSError, DnsFailure) as error:
            reason = str(error) or type(error).__name__
    raise DnsFailure(reason)


def _ask(name: str, server: tuple[str, int], seconds: float) -> list[str]:
    number = secrets.randbits(16)
    question = b"".join(bytes([len(label)]) + label for label in name.encode("ascii").split(b".")) + b"\0"
    message = struct.pack(">HHHHHH", number, 0x0100, 1, 0, 0, 0) + question + struct.pack(">HH", TXT, IN)
    family = socket.AF_INET6 if ipaddress.ip_address(server[0]).version == 6 else socket.AF_INET
    deadline = time.monotonic() + seconds
    with socket.socket(family, socket.SOCK_DGRAM) as link:
        link.connect(server)  # The kernel then drops what comes from anybody else.
        link.send(message)
        while (left := deadline - time.monotonic()) > 0:
            link.settimeout(left)
            answer = link.recv(65535)
            if (
                len(answer) >= 12
                and answer[:2] == message[:2]
                and answer[12 : 12 + len(question)].lower() == (question.lower())
            ):
                return list(_records(answer, len(question)))
    raise DnsFailure("no answer in time")


def _records(answer: bytes, question: int) -> Iterator[str]:
    _number, flags, _questions, answers, _authority, _more = struct.unpack(">HHHHHH", answer[:12])
    if flags & 0x0200:
        raise DnsFailure("the answer is cut short")
    code = flags & 0xF
    if code == 3:
        return
    if code:
        raise DnsFailure(f"the name server answered with code {code}")
    at = 12 + question + 4
    try:
        for _ in range(answers):
            at = _skip_name(answer, at)
            kind, _class, _ttl, length = struct.unpack(">HHIH", answer[at : at + 10])
            at += 10
            if at + length > len(answer):
                raise DnsFailure("the answer is malformed")
            if kind == TXT:
                yield _text(answer[at : at + length])
            at += length
    except (struct.error, IndexError) as error:
        raise DnsFailure("the answer is malformed") from error


def _skip_name(answer: bytes, at: int) -> int:
    while True:
        length = answer[at]
        if length & 0xC0 == 0xC0:
            return at + 2
        if not length:
            return at + 1
        at += 1 + length


def _text(data: bytes) -> str:
    parts: list[bytes] = []
    at = 0
    while at < len(data):
        length = data[at]
        parts.append(data[at + 1 : at + 1 + length])
        at += 1 + length
    return b"".join(parts).decode("utf-8", "replace")
