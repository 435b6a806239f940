"""The scopes that applications ask for: each group of the permission catalogue to read, and to write."""

from __future__ import annotations

from collections.abc import Collection

from backend.kernel import permissions

READ, WRITE = "read", "write"


def names() -> list[str]:
    """Every scope: `orders:read`, `orders:write`, … for each group but the operator's."""
    groups = [group for group in permissions.GROUPS if group != "platform"]
    return [f"{group}:{access}" for group in groups for access in (READ, WRITE)]


def codes_of(scopes: Collection[str]) -> frozenset[str]:
    """The permissions that some scopes stand for: `read` those to view, `write` all of the group."""
    return frozenset(
        item.code
        for item in permissions.CATALOGUE.values()
        if f"{item.group}:{WRITE}" in scopes
        or (f"{item.group}:{READ}" in scopes and item.code.rpartition(".")[2] == "view")
    )
