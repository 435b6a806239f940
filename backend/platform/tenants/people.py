"""The operator and the people of a business: seen, helped to a new password, acted for. No password is ever seen."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet

from backend.core.accounts import facade as accounts
from backend.core.accounts.errors import SessionEnded
from backend.core.accounts.types import TokenPair
from backend.kernel import clock
from backend.kernel.db import transaction
from backend.kernel.errors import ReferenceNotFound, ResourceNotFound
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal
from backend.kernel.tenancy import PUBLIC, TenantInfo, tenant_context
from backend.platform.tenants import selectors
from backend.platform.tenants.errors import TenantNotOpen
from backend.platform.tenants.models import Impersonation, Tenant
from backend.platform.tenants.permissions import IMPERSONATE, MANAGE_USERS, VIEW_USERS

MAX_MINUTES = 60
"""How long an impersonation may last."""


def users_of(*, principal: Principal, text: str = "") -> QuerySet[Any, dict[str, Any]]:
    """The users of a business, as mappings. Enter the business (`business`) to read them.

    Raises PermissionDenied.
    """
    principal.require(VIEW_USERS)
    return accounts.people(text)


def business(tenant_id: uuid.UUID) -> TenantInfo:
    """A business, to be entered. Raises ResourceNotFound."""
    tenant: Tenant | None = Tenant.objects.filter(pk=tenant_id).exclude(status="purging").first()
    if tenant is None:
        raise ResourceNotFound()
    return tenant.info()


def reset_password_of(*, principal: Principal, tenant_id: uuid.UUID, user_id: uuid.UUID) -> None:
    """Has the mail sent to a user of a business that leads to a new password; the operator sees neither.

    Raises PermissionDenied, ResourceNotFound for the business, and ReferenceNotFound for a user who is not there,
    cannot sign in, or has no e-mail address. A retry sends another mail.
    """
    principal.require(MANAGE_USERS)
    with transaction(), tenant_context(business(tenant_id)):
        try:
            accounts.request_password_reset(user_id=user_id)
        except ResourceNotFound as error:
            raise ReferenceNotFound(reference=f"user {encode('usr', user_id)}", pointer="/user") from error


def start_impersonation(
    *, principal: Principal, tenant: uuid.UUID, user: uuid.UUID, reason: str, minutes: int
) -> tuple[Impersonation, TokenPair]:
    """Lets an operator act as a user of a business, for at most so many minutes and for a reason.

    Raises PermissionDenied, ReferenceNotFound for the business or the user, TenantNotOpen, UserNotActive; and
    ValueError beyond MAX_MINUTES. Locks the business and the user. A retry opens another one.
    """
    principal.require(IMPERSONATE)
    if not 1 <= minutes <= MAX_MINUTES:
        raise ValueError(f"an impersonation lasts 1 to {MAX_MINUTES} minutes")
    assert principal.user_id is not None, "an operator is somebody"
    with transaction():
        try:
            row = selectors.locked_tenant(tenant)
        except ResourceNotFound as error:
            raise ReferenceNotFound(reference=f"tenant {encode('ten', tenant)}", pointer="/tenant") from error
        if row.access == "closed":
            raise TenantNotOpen(status=row.status, pointer="/tenant")
        now = clock.now()
        with tenant_context(row.info()):
            pair = accounts.impersonate(
                user_id=user,
                impersonator_id=principal.user_id,
                reason=reason,
                lifetime=timedelta(minutes=minutes),
            )
            name = accounts.users_by_id([user])[user].name
        made = Impersonation.objects.create(
            tenant=row,
            user_id=user,
            user_name=name,
            session_id=pair.session_id,
            operator_id=principal.user_id,
            reason=reason,
            created_at=now,
            expires_at=pair.absolute_expires_at or pair.refresh_expires_at,
        )
    return made, pair


def may_impersonate(operator_id: uuid.UUID) -> bool:
    """Whether an operator is active and may act for users: asked again at each use of such a session."""
    with tenant_context(PUBLIC):
        try:
            return accounts.principal_of_user(operator_id).allows(IMPERSONATE)
        except (ResourceNotFound, SessionEnded):
            return False


def end_impersonation(*, principal: Principal, impersonation_id: uuid.UUID) -> Impersonation:
    """Ends an impersonation at once, one's own or another operator's.

    Raises PermissionDenied and ResourceNotFound. A retry changes nothing.
    """
    principal.require(IMPERSONATE)
    with transaction():
        row = (
            Impersonation.objects.select_for_update(of=("self",))
            .select_related("tenant")
            .filter(pk=impersonation_id)
            .first()
        )
        if row is None:
            raise ResourceNotFound()
        with tenant_context(row.tenant.info()):
            accounts.end_impersonation(session_id=row.session_id)
        if row.state == "active":
            row.ended_at, row.ended_by_id = clock.now(), principal.user_id
            row.save(update_fields=["ended_at", "ended_by_id"])
    return row


def forget_impersonated(user_id: uuid.UUID) -> int:
    """Takes a deleted user's name from the operator's list of impersonations; its id stays. Answers how many."""
    with tenant_context(PUBLIC):
        rows = Impersonation.objects.filter(user_id=user_id).exclude(user_name="")
        return int(rows.update(user_name=""))
