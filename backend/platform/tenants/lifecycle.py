"""What becomes of a business: opened, suspended, about to be deleted, and back."""

from __future__ import annotations

import uuid
from datetime import timedelta
from functools import partial
from typing import Any

from backend.kernel import clock, tenancy
from backend.kernel.db import on_commit, transaction
from backend.kernel.permissions import Principal
from backend.platform.tenants import selectors
from backend.platform.tenants.errors import TenantTransitionForbidden, TransitionFieldUseless
from backend.platform.tenants.models import Tenant
from backend.platform.tenants.permissions import MANAGE
from backend.platform.tenants.states import GRACE_DAYS, TRANSITIONS


def transition_tenant(
    *,
    principal: Principal,
    tenant_id: uuid.UUID,
    transition: str,
    expected_version: int | None = None,
    **given: Any,
) -> Tenant:
    """Activates or suspends a business, schedules its deletion, or cancels that.

    `given` may hold `reason`; `mode` (`read_only` or `closed`, which it is by default) for what does not leave
    it open; `grace_days` until a deletion and `keep_backups` after it. A cancelled deletion leads back to the
    former state, mode and reason. Other processes hear of it at once, or within a minute without Valkey.

    Raises PermissionDenied, ResourceNotFound, VersionMismatch, TenantTransitionForbidden and
    TransitionFieldUseless. Locks the tenant. Emits nothing. A retry of a suspension changes nothing more; of
    others it is refused, as the state has changed.
    """
    principal.require(MANAGE)
    move = TRANSITIONS[transition]
    for name in given:
        if name not in move.takes:
            raise TransitionFieldUseless(transition=transition, field=name, pointer=f"/{name}")
    with transaction():
        tenant = selectors.locked_tenant(tenant_id)
        tenant.check_version(expected_version)
        if tenant.status not in move.sources:
            raise TenantTransitionForbidden(status=tenant.status, transition=transition)
        if move.target is None:
            assert tenant.former is not None  # What scheduled the deletion has kept it.
            changes = {**tenant.former, "purge_at": None, "keep_backups": False, "former": None}
        else:
            changes = {
                "status": move.target,
                "reason": given.get("reason", ""),
                "mode": given.get("mode", "closed") if "mode" in move.takes else "",
            }
        if transition == "schedule_deletion":
            changes["purge_at"] = clock.now() + timedelta(days=given.get("grace_days", GRACE_DAYS))
            changes["keep_backups"] = given.get("keep_backups", False)
            changes["former"] = {name: getattr(tenant, name) for name in ("status", "mode", "reason")}
        tenant.save_versioned(**changes)
        on_commit(partial(tenancy.forget_tenant, tenant_id))
    return tenant
