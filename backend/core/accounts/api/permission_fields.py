"""Permissions in the contract: the catalogue as a component, and the fields that name its codes.

A set that grows with every release is published open: a known code or another text. So clients know the codes by
name, and one that was generated before a code was there still reads answers that hold it.
"""

from __future__ import annotations

from typing import Any

from django.utils import translation

from backend.core.accounts.oauth import scopes
from backend.kernel import permissions
from backend.kernel.api import fields as f

PATTERN = r"^(\*|[a-z_]+(\.([a-z_]+|\*)){0,2})$"
"""A code, or one with stars for its parts; a star at the end stands for all that follows."""
MAX_LENGTH = 100


def catalogue() -> dict[str, Any]:
    """The component `PermissionCode`: every code there is, by group, with the English names in `x-groups`."""
    with translation.override("en"):
        groups = [
            {
                "code": code,
                "label": str(label),
                "permissions": {
                    item.code: str(item.label)
                    for item in sorted(permissions.CATALOGUE.values(), key=lambda item: item.code)
                    if item.group == code
                },
            }
            for code, label in permissions.GROUPS.items()
        ]
    return {
        "type": "string",
        "enum": [code for group in groups for code in group["permissions"]],
        "description": "A permission, `domain.resource.action`. `x-groups` has them by group with their names; "
        "`x-whole` has those that count only over the whole business, `x-sensitive` those that applications get only "
        "where they ask for them by name. "
        "`GET /permissions` answers those that exist here, in the caller's language.",
        "x-groups": groups,
        "x-sensitive": sorted(item.code for item in permissions.CATALOGUE.values() if item.sensitive),
        "x-whole": sorted(item.code for item in permissions.CATALOGUE.values() if item.whole),
        "x-component": "PermissionCode",
    }


class PermissionCode(f.Text):
    """A code of the catalogue, on the way out."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("read_only", True)
        super().__init__(**kwargs)

    def schema(self) -> dict[str, Any]:
        return {
            "anyOf": [catalogue(), {"type": "string"}],
            "description": "A permission's code; later versions may know further ones.",
            "x-component": "KnownPermission",
        }


class PermissionPattern(f.Text):
    """A code of the catalogue or a pattern for several. That it fits any is for the service to say."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=MAX_LENGTH, pattern=PATTERN, **kwargs)

    def schema(self) -> dict[str, Any]:
        return {
            "anyOf": [catalogue(), {"type": "string", "pattern": PATTERN, "maxLength": MAX_LENGTH}],
            "description": "A permission's code, or a pattern for several: `orders.*`, `catalog.*.view`, `*`.",
            "x-component": "PermissionPattern",
        }


class OAuthScope(f.Text):
    """A scope that an application asks for: a group of the catalogue, a permission, or a pattern for several."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=MAX_LENGTH, **kwargs)

    def schema(self) -> dict[str, Any]:
        known = {
            "type": "string",
            "enum": scopes.names(),
            "description": "A group of permissions (see `x-groups` of PermissionCode) to read or to write, without "
            "what is sensitive; or a permission.",
            "x-component": "OAuthScopeName",
        }
        return {
            "anyOf": [known, {"type": "string", "minLength": 1, "maxLength": MAX_LENGTH}],
            "description": "A scope, or a pattern for several permissions; later versions may know further ones.",
            "x-component": "OAuthScope",
        }
