"""The installation's list of passwords that are known from breaches.

A file at GUILDHALL_BREACHED_PASSWORDS, as Have I Been Pwned gives it ("ordered by hash"): a line is the SHA-1 of a
password in hexadecimal digits, or the first 16 of them or more, with anything after a colon; the lines are sorted.
It is mapped into memory and searched by halving: a look-up reads some thirty lines of a file of any size. Nothing
of a password leaves the machine.
"""

from __future__ import annotations

import hashlib
import mmap
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

SHORTEST = 16
"""Digits of a line at least: 64 bits. With a thousand million lines a look-up errs once in ten thousand million."""
_LINE = re.compile(rb"([0-9A-Fa-f]{%d,40})(?::.*)?\r?\Z" % SHORTEST)
_lists: list[Callable[[str], bool]] = []


def register_breach_list(known: Callable[[str], bool]) -> None:
    """Names the function that says whether a password is in a list of breached ones.

    It may call a service, so it is asked before any transaction; where it raises OSError the password passes.
    """
    _lists[:] = [known]


def is_there() -> bool:
    """Whether the installation has a list."""
    return bool(_lists)


def is_breached(password: str) -> bool:
    """Whether a password is in the list; never, where there is none. Raises OSError where it cannot be asked."""
    return bool(_lists) and _lists[0](password)


def use_file(path: str) -> None:
    """Registers a file. Raises ImproperlyConfigured for one that cannot be read, or is no sorted list."""
    try:
        first, last = _ends(_mapped(path))
    except (OSError, ValueError) as error:
        raise ImproperlyConfigured(f"GUILDHALL_BREACHED_PASSWORDS: {path}: {error}") from error
    if first > last:
        raise ImproperlyConfigured(f"GUILDHALL_BREACHED_PASSWORDS: {path} is not sorted")
    register_breach_list(lambda password: holds(_mapped(path), password))


def holds(lines: mmap.mmap, password: str) -> bool:
    """Whether a mapped list has a password's SHA-1, or its beginning."""
    # SHA-1 is what such lists are made with; it protects nothing here.
    wanted = hashlib.sha1(password.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
    sought = wanted.upper().encode()
    low, high = 0, len(lines)
    while low < high:
        middle = (low + high) // 2
        start = lines.rfind(b"\n", low, middle) + 1 or low
        end = lines.find(b"\n", middle, high)
        end = high if end < 0 else end
        found = _digits(lines[start:end])
        if sought.startswith(found):
            return True
        if found < sought:
            low = end + 1
        else:
            high = start
    return False


def _digits(line: bytes) -> bytes:
    found = _LINE.match(line)
    if found is None:
        raise OSError(f"the list of breached passwords has a line that is no SHA-1: {line[:60]!r}")
    return found[1].upper()


def _ends(lines: mmap.mmap) -> tuple[bytes, bytes]:
    end = len(lines) - (lines[-1:] == b"\n")
    after_first = lines.find(b"\n")
    first = lines[: after_first if after_first >= 0 else end]
    return _digits(first), _digits(lines[lines.rfind(b"\n", 0, end) + 1 : end])


@cache
def _mapped(path: str) -> mmap.mmap:
    with Path(path).open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
