"""The scopes that applications ask for, all from the permission catalogue.

A scope is a group to read or to write (`orders:read`, `orders:write`), a permission (`orders.order.create`) or a
pattern for several (`orders.order.*`). What the catalogue marks as sensitive is in no group and in no pattern: an
application asks for it by its code, so that the user who consents sees it named.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from fnmatch import fnmatchcase
from functools import lru_cache

from backend.kernel import permissions
from backend.kernel.permissions import Permission

READ, WRITE = "read", "write"
_PATTERN = re.compile(r"[a-z_]+(\.([a-z_]+|\*)){1,2}")
"""The domain is named always: `*` alone would be a blank cheque that no consent screen can explain."""


def groups() -> list[str]:
    """`orders:read`, `orders:write`, … for each group but the operator's."""
    named = [group for group in permissions.GROUPS if group != "platform"]
    return [f"{group}:{access}" for group in named for access in (READ, WRITE)]


def names() -> list[str]:
    """Every scope that has a name of its own: the groups, then each permission. Patterns are not listed."""
    return [
        *groups(),
        *sorted(code for code, item in permissions.CATALOGUE.items() if item.group != "platform"),
    ]


def is_known(scope: str) -> bool:
    """Whether the scope is a group, a permission, or a pattern that fits one."""
    return scope in groups() or bool(codes_of([scope]))


def codes_of(scopes: Collection[str]) -> frozenset[str]:
    """The permissions that some scopes stand for; of `read` those to view, of `write` all of the group."""
    return frozenset().union(*(_codes_of(scope, len(permissions.CATALOGUE)) for scope in scopes))


@lru_cache(maxsize=1024)
def _codes_of(scope: str, _size: int) -> frozenset[str]:
    named = permissions.CATALOGUE.get(scope)
    if named is not None:
        return frozenset() if named.group == "platform" else frozenset({scope})
    return frozenset(
        item.code
        for item in permissions.CATALOGUE.values()
        if item.group != "platform" and not item.sensitive and _holds(scope, item)
    )


def _holds(scope: str, item: Permission) -> bool:
    if _PATTERN.fullmatch(scope):
        return fnmatchcase(item.code, scope)
    group, _, access = scope.partition(":")
    return item.group == group and (access == WRITE or (access == READ and item.code.endswith(".view")))


def within(asked: Collection[str], allowed: Collection[str]) -> bool:
    """Whether each of the scopes is known, and together they stand for nothing beyond the others."""
    return all(is_known(scope) for scope in asked) and codes_of(asked) <= codes_of(allowed)


def described(scopes: Collection[str]) -> list[Permission]:
    """What a user is told before consenting: each permission that the scopes stand for, the sensitive ones first."""
    found = [permissions.CATALOGUE[code] for code in codes_of(scopes)]
    return sorted(found, key=lambda item: (not item.sensitive, item.group, item.code))
