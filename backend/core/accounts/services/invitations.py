"""Invitations: a person, the roles that wait, and a signed link that works once."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db.models import Q, QuerySet

from backend.core.accounts import errors, links, mails, ports
from backend.core.accounts.events import InvitationAccepted, InvitationRevoked, InvitationSent
from backend.core.accounts.models import Invitation, MailKind, SignInMethod, User, UserKind
from backend.core.accounts.permissions import INVITE
from backend.core.accounts.rights import principal_of_user
from backend.core.accounts.services import guards
from backend.core.accounts.services.rules import check_password_rules
from backend.core.accounts.services.sessions import issue_session_for
from backend.core.accounts.services.users import (
    _checked,
    _give,
    _granted,
    create_user,
    normal_email,
)
from backend.core.accounts.types import Grant, TokenPair
from backend.kernel import clock, db, tenancy
from backend.kernel.errors import ReferenceNotFound, ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal

LIFETIME = timedelta(days=7)
LONGEST = timedelta(days=30)


def invitations_for(principal: Principal) -> QuerySet[Invitation]:
    """The invitations that the caller's scope reaches: all, those to its customers, and its own."""
    scope = principal.scope(INVITE)
    rows = Invitation.objects.all()
    if scope is None:
        return rows.none()
    if scope.everything:
        return rows
    reach = Q(invited_by_id=principal.user_id) if principal.user_id else Q(pk__in=[])
    if scope.customers:
        reach |= Q(customer_id__in=list(scope.customers))
    return rows.filter(reach)


def create_invitation(
    *,
    principal: Principal,
    email: str,
    name: str,
    locale: str = "en",
    customer_id: uuid.UUID | None = None,
    assignments: Sequence[Grant] = (),
    expires_at: datetime | None = None,
) -> Invitation:
    """Invites somebody to the staff, or with `customer_id` to a customer's account, and mails the link.

    The caller must hold what the roles give, over the same scope; who has the right over a customer only
    invites to that customer. Raises PermissionDenied, PermissionEscalation, ReferenceNotFound,
    ScopeIncomplete, EmailTaken, NotWhileImpersonating. Emits invitation.sent. Locks the schema's rights. A retry
    invites again.
    """
    scope = principal.require(INVITE)
    guards.refuse_impersonator(principal)
    address = normal_email(email)
    if address is None:
        raise errors.InvitationNeedsEmail(pointer="/email")
    if customer_id is not None and ports.missing("customer", {customer_id}):
        raise ReferenceNotFound(reference=f"customer {encode('cus', customer_id)}", pointer="/customer")
    if not scope.everything:
        if customer_id is None and scope.customers:
            # An agency's own administrator invites to its agency.
            customer_id = next(iter(scope.customers)) if len(scope.customers) == 1 else None
        if customer_id is not None and customer_id not in scope.customers:
            raise ReferenceNotFound(reference=f"customer {encode('cus', customer_id)}", pointer="/customer")
        if customer_id is None and not scope.branches:
            raise errors.PermissionEscalation(permissions=str(INVITE))
    grants = _checked(assignments)
    for index, grant in enumerate(grants):
        if customer_id is not None and (grant.scope != "customer" or grant.customer_id != customer_id):
            raise errors.ScopeIncomplete(pointer=f"/assignments/{index}/scope")
    if User.objects.filter(email=address).exists():
        raise errors.EmailTaken(pointer="/email")
    now = clock.now()
    with db.transaction():
        guards.lock_rights()
        for grant in grants:
            guards.require_held(principal, _granted([grant]))
        row = Invitation(
            kind=UserKind.OPERATOR
            if tenancy.is_public()
            else UserKind.CUSTOMER
            if customer_id is not None
            else UserKind.STAFF,
            email=address,
            name=name,
            locale=locale,
            customer_id=customer_id,
            grants=[_packed(grant) for grant in grants],
            invited_by_id=principal.user_id,
            expires_at=min(expires_at or now + LIFETIME, now + LONGEST),
            created_at=now,
            updated_at=now,
        )
        row.save(force_insert=True)
        _mail(row)
        emit(
            InvitationSent(invitation=row.pk, kind=row.kind, customer=customer_id),
            subject_id=row.pk,
            object_version=row.version,
        )
    return row


def resend_invitation(*, principal: Principal, id: uuid.UUID) -> Invitation:
    """Mails a new link, good for another week; the earlier one no longer works.

    Raises PermissionDenied, ResourceNotFound, InvitationEnded, NotWhileImpersonating. Emits invitation.sent. Locks
    the invitation.
    """
    guards.refuse_impersonator(principal)
    with db.transaction():
        row = _open(principal, id, expired_too=True)
        row.save_versioned(generation=row.generation + 1, expires_at=clock.now() + LIFETIME)
        _mail(row)
        emit(
            InvitationSent(invitation=row.pk, kind=row.kind, customer=row.customer_id),
            subject_id=row.pk,
            object_version=row.version,
        )
    return row


def revoke_invitation(*, principal: Principal, id: uuid.UUID) -> Invitation:
    """Takes an invitation back. Raises PermissionDenied, ResourceNotFound, InvitationEnded.

    Emits invitation.revoked. Locks the invitation. A retry is refused.
    """
    with db.transaction():
        row = _open(principal, id, expired_too=True)
        row.save_versioned(revoked_at=clock.now())
        emit(
            InvitationRevoked(invitation=row.pk, kind=row.kind), subject_id=row.pk, object_version=row.version
        )
    return row


def read_invitation(*, token: str) -> Invitation:
    """The invitation of a link, for the page that shows it. Raises AuthLinkInvalid and InvitationEnded."""
    tenant = tenancy.current()
    invitation_id, stamp = links.invitation_of(tenant, token)
    row = Invitation.objects.filter(pk=invitation_id).first()
    if row is None or not links.fits_invitation(tenant, row, stamp):
        raise errors.AuthLinkInvalid(pointer="/token")
    _require_open(row)
    return row


def accept_invitation(
    *, token: str, password: str, name: str | None = None, at: datetime | None = None
) -> TokenPair:
    """Makes the invited user with the roles that wait, and signs it in. The link works once.

    The roles are judged again by what the inviter holds now. Raises AuthLinkInvalid, InvitationEnded, Invalid
    for the password, EmailTaken, PermissionEscalation, ReferenceNotFound. Emits user.created and
    invitation.accepted. Locks the invitation and the schema's rights. Opens its own transaction. A retry is
    refused.
    """
    tenant = tenancy.current()
    row = read_invitation(token=token)
    _invitation_id, stamp = links.invitation_of(tenant, token)
    chosen = name or row.name
    check_password_rules(password, User(name=chosen, email=row.email))
    hashed = make_password(password)
    with db.transaction():
        locked = db.lock(Invitation, [row.pk])
        if not locked or not links.fits_invitation(tenant, locked[0], stamp):
            raise errors.AuthLinkInvalid(pointer="/token")
        row = locked[0]
        _require_open(row)
        now = at or clock.now()
        user = create_user(
            principal=None,
            name=chosen,
            kind=row.kind,
            email=row.email,
            password_hash=hashed,
            locale=row.locale,
            customer_id=row.customer_id,
            at=now,
        )
        # The link came to this mailbox, so it is proved.
        user.save_versioned(email_verified_at=now, password_changed_at=now)
        grants = _checked(_unpacked(one) for one in row.grants)
        guards.lock_rights()
        for grant in grants:
            guards.require_held(_inviter(row), _granted([grant]))
        _give(None, user.pk, grants)
        row.save_versioned(accepted_at=now, accepted_by=user)
        emit(
            InvitationAccepted(invitation=row.pk, kind=row.kind, user=user.pk),
            subject_id=row.pk,
            object_version=row.version,
        )
        return issue_session_for(user=user, method=SignInMethod.INVITATION)


# -- parts ------------------------------------------------------------------------------------------------


def state_of(row: Invitation) -> str:
    """`open`, `accepted`, `revoked` or `expired`."""
    if row.accepted_at is not None:
        return "accepted"
    if row.revoked_at is not None:
        return "revoked"
    return "expired" if row.expires_at <= clock.now() else "open"


def _require_open(row: Invitation, *, expired_too: bool = False) -> None:
    state = state_of(row)
    if state != "open" and not (expired_too and state == "expired"):
        raise errors.InvitationEnded(state=state)


def _open(principal: Principal, invitation_id: uuid.UUID, *, expired_too: bool) -> Invitation:
    principal.require(INVITE)
    if not invitations_for(principal).filter(pk=invitation_id).exists():
        raise ResourceNotFound()
    row: Invitation = db.lock(Invitation, [invitation_id])[0]
    _require_open(row, expired_too=expired_too)
    return row


def _inviter(row: Invitation) -> Principal | None:
    return principal_of_user(row.invited_by_id) if row.invited_by_id is not None else None


def _mail(row: Invitation) -> None:
    if row.email is None:
        raise errors.InvitationNeedsEmail(pointer="/email")
    mails.enqueue(MailKind.INVITATION, row.email, subject_id=row.pk, locale=row.locale)


def _packed(grant: Grant) -> dict[str, Any]:
    return {
        "role": str(grant.role_id),
        "scope": grant.scope,
        "branch": str(grant.branch_id) if grant.branch_id else None,
        "customer": str(grant.customer_id) if grant.customer_id else None,
        "scope_set": str(grant.scope_set_id) if grant.scope_set_id else None,
    }


def _unpacked(packed: dict[str, Any]) -> Grant:
    return Grant(
        uuid.UUID(packed["role"]),
        packed["scope"],
        uuid.UUID(packed["branch"]) if packed["branch"] else None,
        uuid.UUID(packed["customer"]) if packed["customer"] else None,
        uuid.UUID(packed["scope_set"]) if packed.get("scope_set") else None,
    )
