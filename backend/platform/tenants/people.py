"""The operator and the people of a business: seen, helped, acted for. No password is ever seen."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet

from backend.core.accounts import facade as accounts
from backend.core.accounts.errors import SessionEnded
from backend.core.accounts.types import TokenPair
from backend.kernel import actions, clock
from backend.kernel.db import transaction
from backend.kernel.errors import ReferenceNotFound, ResourceNotFound
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal
from backend.kernel.tenancy import PUBLIC, TenantInfo, tenant_context
from backend.kernel.tenancy.errors import stated
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


def change_user_of(
    *, principal: Principal, tenant_id: uuid.UUID, user_id: uuid.UUID, reason: str, **changes: Any
) -> dict[str, Any]:
    """Changes a user of a business for its people, who cannot: name, e-mail, telephone, language, time zone, status.

    The business's rules hold: a seat must be free for whom is let in again, and the last owner stays. `reason` is in
    the business's audit log (auth.helped) beside the rows. Returns the user as `users_of` does. Raises
    PermissionDenied, ResourceNotFound for the business, ReferenceNotFound for a user who is not there or is a service
    account, and what `accounts.update_user` raises. Emits user.updated. Locks the user. A retry is recorded, and
    changes nothing further.
    """
    principal.require(MANAGE_USERS)
    with transaction(), tenant_context(business(tenant_id)):
        _person(user_id)
        accounts.update_user(principal=None, id=user_id, **changes)
        return _helped(user_id, reason, sorted(changes))


def let_in_again(
    *,
    principal: Principal,
    tenant_id: uuid.UUID,
    user_id: uuid.UUID,
    reason: str,
    second_factors: bool = False,
    sessions: bool = False,
) -> dict[str, Any]:
    """Lets a user of a business in again, whom nobody there can help: failed attempts are forgotten.

    `second_factors` takes those that were lost, with all sessions; `sessions` ends them. Recorded as `change_user_of`
    is. Returns the user as `users_of` does. Raises PermissionDenied, ResourceNotFound for the business, and
    ReferenceNotFound for a user who is not there or is a service account. Emits user.updated. Locks the user. A
    retry changes nothing further.
    """
    principal.require(MANAGE_USERS)
    with transaction(), tenant_context(business(tenant_id)):
        _person(user_id)
        accounts.recover_user(user_id=user_id, second_factors=second_factors, sessions=sessions)
        asked = {"failures": True, "second_factors": second_factors, "sessions": sessions}
        return _helped(user_id, reason, sorted(name for name, done in asked.items() if done))


def _person(user_id: uuid.UUID) -> dict[str, Any]:
    found: dict[str, Any] | None = accounts.people().exclude(kind="service").filter(pk=user_id).first()
    if found is None:
        raise ReferenceNotFound(reference=f"user {encode('usr', user_id)}", pointer="/user")
    return found


def _helped(user_id: uuid.UUID, reason: str, changed: list[str]) -> dict[str, Any]:
    actions.record(
        actions.HELPED,
        subject_type="user",
        subject_id=user_id,
        details={"reason": reason, "changed": changed},
    )
    return _person(user_id)


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
            raise TenantNotOpen(**stated(row.status), pointer="/tenant")
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


def complete_impersonations(rows: Sequence[Impersonation]) -> None:
    """Says of those that are open whether their tokens are let in still: `state` is then what a request would hear.

    They are not where the operator lost the right, the session was ended or the user suspended in the business, or
    the business is closed. One look into each business that has an open one.
    """
    by_tenant: dict[Tenant, list[Impersonation]] = {}
    for row in rows:
        if row.open:
            by_tenant.setdefault(row.tenant, []).append(row)
    for tenant, some in by_tenant.items():
        good: set[uuid.UUID] = set()
        if tenant.access != "closed":
            with tenant_context(tenant.info()):
                good = accounts.good_sessions(row.session_id for row in some)
        for row in some:
            row.let_in = row.session_id in good


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
        if row.open:
            row.ended_at, row.ended_by_id = clock.now(), principal.user_id
            row.save(update_fields=["ended_at", "ended_by_id"])
    return row


def forget_impersonated(user_id: uuid.UUID) -> int:
    """Takes a deleted user's name from the operator's list of impersonations; its id stays. Answers how many."""
    with tenant_context(PUBLIC):
        rows = Impersonation.objects.filter(user_id=user_id).exclude(user_name="")
        return int(rows.update(user_name=""))
