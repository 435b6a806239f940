"""What the commands have in common."""

from __future__ import annotations

import uuid

from django.core.management.base import CommandError

from backend.kernel import ids
from backend.platform.tenants.facade import find_tenant, list_tenants


def tenant_id(text: str) -> uuid.UUID:
    """The id of a tenant named by slug or ``ten_…``. Raises CommandError."""
    found = find_tenant(text)
    if found is not None:
        return found.id
    try:
        wanted = ids.decode("ten", text)
    except ids.InvalidId:
        raise CommandError(f"there is no tenant {text!r}: give its slug or its id") from None
    if all(info.id != wanted for info in list_tenants()):
        raise CommandError(f"there is no tenant {text}")
    return wanted


def row_id(prefix: str, text: str) -> uuid.UUID:
    """The UUID of a TypeID. Raises CommandError."""
    try:
        return ids.decode(prefix, text)
    except ids.InvalidId as exc:
        raise CommandError(str(exc)) from exc
