"""TypeIDs: `ord_01h455vb4pex5vsknk084sn02q` at the edge, a UUIDv7 inside.

Source: the TypeID specification 0.3 (prefix, underscore, 26 characters of Crockford base32 over the
128 bits of a UUID) and RFC 9562 for UUIDv7. Database and Python hold `uuid.UUID`; the text form lives
only in the API, in events and in the clients.
"""

from __future__ import annotations

import re
import uuid
from typing import Any

import uuid_utils.compat
from django.db import models

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_PAIRS = [first + second for first in _ALPHABET for second in _ALPHABET]
"""Ten bits as two characters."""
_TRIPLES = [pair + third for pair in _PAIRS for third in _ALPHABET]
"""Fifteen bits as three: half the look-ups, for 2 MB of a process."""
_DIGITS = str.maketrans(_ALPHABET, "0123456789abcdefghijklmnopqrstuv")
"""To the digits that Python's own numbers of base 32 are written in."""
_PREFIX = re.compile(r"^[a-z]{3}$")
SUFFIX_PATTERN = "[0-7][0-9a-hjkmnp-tv-z]{25}"
"""The 26 characters after the prefix; the first cannot pass 7, as 128 bits end there."""
_SUFFIX = re.compile(SUFFIX_PATTERN)


class InvalidId(ValueError):
    """The text is not a TypeID of the expected prefix."""


def new_id() -> uuid.UUID:
    """A new UUIDv7: unique, and later ids sort after earlier ones of the same process."""
    return uuid_utils.compat.uuid7()


def encode(prefix: str, value: uuid.UUID) -> str:
    """The TypeID of `value` under `prefix`.

    >>> encode("ord", uuid.UUID(int=0))
    'ord_00000000000000000000000000'
    """
    high, low = divmod(value.int, 1 << 60)
    triples = _TRIPLES
    # Written out, since a list of fifty orders has six hundred ids. 68 bits, then 60.
    return (
        f"{prefix}_{_PAIRS[high >> 60]}{triples[high >> 45 & 32767]}{triples[high >> 30 & 32767]}"
        f"{triples[high >> 15 & 32767]}{triples[high & 32767]}"
        f"{triples[low >> 45]}{triples[low >> 30 & 32767]}{triples[low >> 15 & 32767]}{triples[low & 32767]}"
    )


def decode(prefix: str, text: Any) -> uuid.UUID:
    """The UUID inside a TypeID.

    Raises InvalidId for anything that is not `prefix`, an underscore and 26 valid characters.
    """
    if not isinstance(text, str) or len(text) != len(prefix) + 27 or not text.startswith(prefix + "_"):
        raise InvalidId(f"not an id of the form {prefix}_…")
    suffix = text[len(prefix) + 1 :]
    if not _SUFFIX.fullmatch(suffix):
        raise InvalidId("the id has a character outside its alphabet, or passes 128 bits")
    return uuid.UUID(int=int(suffix.translate(_DIGITS), 32))


def prefix_of(text: str) -> str:
    """The prefix of a TypeID, empty where there is none."""
    return text.partition("_")[0] if "_" in text else ""


def pattern(prefix: str) -> str:
    """The regular expression that a TypeID of `prefix` matches, for the contract and for routes."""
    return f"^{prefix}_{SUFFIX_PATTERN}$"


class IdField(models.UUIDField):  # type: ignore[type-arg]  # The stubs' generic has no runtime form.
    """A model's UUIDv7 primary key; `prefix` names the resource at the edge."""

    def __init__(self, prefix: str = "", **kwargs: Any) -> None:
        if prefix and not _PREFIX.match(prefix):
            raise ValueError(f"a TypeID prefix is three small letters, not {prefix!r}")
        self.prefix = prefix
        kwargs.setdefault("primary_key", True)
        kwargs.setdefault("default", new_id)
        kwargs.setdefault("editable", False)
        super().__init__(**kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """The field as migrations write it, prefix included."""
        name, path, args, kwargs = super().deconstruct()
        kwargs["prefix"] = self.prefix
        return name, path, args, kwargs
