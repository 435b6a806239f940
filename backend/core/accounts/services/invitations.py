"""Invitations: a person, the roles that wait, and a signed link that works once."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.hashers import check_password, make_password
from django.db.models import Q, QuerySet

from backend.core.accounts import errors, links, mails, ports, rights, throttle
from backend.core.accounts.events import InvitationAccepted, InvitationRevoked, InvitationSent, UserUpdated
from backend.core.accounts.models import Invitation, Mail, MailKind, SignInMethod, User, UserKind, UserStatus
from backend.core.accounts.permissions import INVITE
from backend.core.accounts.rights import principal_of_user
from backend.core.accounts.seats import take_seat
from backend.core.accounts.selectors import users_for
from backend.core.accounts.services import guards
from backend.core.accounts.services.rules import check_password_rules
from backend.core.accounts.services.sessions import issue_session_for, pass_first_factor
from backend.core.accounts.services.users import (
    _checked,
    _give,
    _granted,
    create_user,
    normal_email,
)
from backend.core.accounts.types import Grant, TokenPair
from backend.kernel import clock, context, db, tenancy
from backend.kernel.errors import ReferenceNotFound, ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal, Scope

LIFETIME = timedelta(days=7)
LONGEST = timedelta(days=30)
KEPT = timedelta(days=90)
"""So long an invitation stays to be read after it ended, with whom it named."""


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
    locale: str | None = None,
    customer_id: uuid.UUID | None = None,
    assignments: Sequence[Grant] = (),
    expires_at: datetime | None = None,
) -> Invitation:
    """Invites somebody to the staff, or with `customer_id` to a customer's account, and mails the link.

    Without `locale` the mail and the account are in the business's first language. The caller must hold what the
    roles give, over the same scope; who has the right over a customer only invites to that customer, and who has it
    over a branch to that branch's customers too. Whether an address that is out of the caller's reach has an account
    is told by the mail alone. Raises PermissionDenied, PermissionEscalation, ReferenceNotFound, ScopeIncomplete,
    EmailTaken, LimitReached, MailPaused, NotWhileImpersonating. Emits invitation.sent. Locks the schema's rights. A
    retry invites again.
    """
    scope = principal.require(INVITE)
    guards.refuse_impersonator(principal)
    address = normal_email(email)
    if address is None:
        raise errors.InvitationNeedsEmail(pointer="/email")
    if not scope.everything:
        if customer_id is None and scope.customers:
            # An agency's own administrator invites to its agency.
            customer_id = next(iter(scope.customers)) if len(scope.customers) == 1 else None
        if customer_id is None and not scope.branches:
            raise errors.PermissionEscalation(permissions=str(INVITE))
    # Operators have no customers: there is nobody to ask for one.
    homes = ports.homes_of({customer_id}) if customer_id is not None and not tenancy.is_public() else {}
    if customer_id is not None and not _may_name(scope, customer_id, homes):
        raise ReferenceNotFound(reference=f"customer {encode('cus', customer_id)}", pointer="/customer")
    grants = _checked(assignments)
    for index, grant in enumerate(grants):
        if customer_id is not None and (grant.scope != "customer" or grant.customer_id != customer_id):
            raise errors.ScopeIncomplete(pointer=f"/assignments/{index}/scope")
    kind = UserKind.OPERATOR if tenancy.is_public() else UserKind.CUSTOMER if customer_id else UserKind.STAFF
    known = account_with(address)
    # Somebody of one agency may work for another as well; all else is done to the user who is there.
    joins = (
        known is not None
        and kind == UserKind.CUSTOMER
        and _joins(known, kind)
        and known.customer_id != customer_id
    )
    if known is not None and not joins and _sees(principal, scope, known):
        raise errors.EmailTaken(pointer="/email")
    now = clock.now()
    with db.transaction():
        guards.lock_rights()
        for grant in grants:
            guards.require_held(principal, _granted([grant]), homes=homes)
        take_seat(kind)
        row = Invitation(
            kind=kind,
            email=address,
            name=name,
            locale=locale or tenancy.current().language,
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

    Raises PermissionDenied, ResourceNotFound, InvitationEnded, NotWhileImpersonating, MailPaused where several went
    to the address just now, and LimitReached for one that had expired. Emits invitation.sent. Locks the invitation.
    A retry sends another.
    """
    guards.refuse_impersonator(principal)
    with db.transaction():
        row = _open(principal, id, expired_too=True)
        if state_of(row) == "expired":
            take_seat(row.kind)
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
    if row.customer_id is not None and row.customer_id not in ports.homes_of({row.customer_id}):
        # Erased, or switched off: nobody joins it any more.
        raise errors.InvitationEnded(state="revoked")
    return row


def accept_invitation(
    *, token: str, password: str, name: str | None = None, at: datetime | None = None
) -> TokenPair:
    """Makes the invited user with the roles that wait, and signs it in. The link works once.

    Where the address has an account of that kind already, the roles go to it: `password` is the one that it has, so
    that whoever reads the mailbox, and no more, cannot bind the account to strangers. The roles are judged again by
    what the inviter holds now. Raises AuthLinkInvalid, InvitationEnded (also where the customer is gone), Invalid for
    the password, PasswordWrong and LoginThrottled for that of an account, EmailTaken for an account of another kind,
    LimitReached, PermissionEscalation, ReferenceNotFound; and once it is accepted what signing in raises
    (SecondFactorRequired). Emits user.created or user.updated, and invitation.accepted. Locks the invitation and the
    schema's rights. Opens its own transactions, as a failure is counted. A retry is refused.
    """
    row = read_invitation(token=token)
    known = account_with(row.email or "")
    if known is not None:
        return _join(token, row, known, password, at or clock.now())
    chosen = name or row.name
    check_password_rules(password, User(name=chosen, email=row.email))
    hashed = make_password(password)
    with db.transaction():
        row = _locked(token, row)
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
            invited=True,
        )
        # The link came to this mailbox, so it is proved.
        user.save_versioned(email_verified_at=now, password_changed_at=now)
        _accept(row, user, now)
        return issue_session_for(user=user, method=SignInMethod.INVITATION)


def account_with(address: str) -> User | None:
    """The user whose address this is, None where there is none."""
    return User.objects.filter(email=address).exclude(status=UserStatus.INVITED).first()


def prune_ended() -> int:
    """Deletes invitations that ended longer than KEPT ago; returns how many."""
    before = clock.now() - KEPT
    ended = Invitation.objects.filter(
        Q(accepted_at__lt=before) | Q(revoked_at__lt=before) | Q(accepted_at=None, expires_at__lt=before)
    )
    return ended.delete()[0]


def lock_invited(which: Q) -> list[Invitation]:
    """Locks the invitations of people who are to be forgotten. Needs an open transaction, before users are locked."""
    return db.lock(Invitation, Invitation.objects.filter(which).values_list("pk", flat=True))


def forget_invited(rows: Sequence[Invitation]) -> None:
    """Takes back those of the invitations that are open, and blanks whom all of them named; their mails go too.

    The rows are locked. Emits invitation.revoked.
    """
    for row in rows:
        over = row.accepted_at is not None or row.revoked_at is not None
        row.save_versioned(email=None, phone=None, name="", **({} if over else {"revoked_at": clock.now()}))
        if not over:
            emit(
                InvitationRevoked(invitation=row.pk, kind=row.kind),
                subject_id=row.pk,
                object_version=row.version,
            )
    Mail.objects.filter(subject_id__in=[row.pk for row in rows]).delete()


# -- parts ------------------------------------------------------------------------------------------------


def _may_name(scope: Scope, customer_id: uuid.UUID, homes: Mapping[uuid.UUID, uuid.UUID | None]) -> bool:
    """Whether the customer is there, active, and within the scope: its own, or a branch's."""
    if customer_id not in homes:
        return False
    return scope.everything or customer_id in scope.customers or homes[customer_id] in scope.branches


def _sees(principal: Principal, scope: Scope, known: User) -> bool:
    return scope.everything or users_for(principal, INVITE).filter(pk=known.pk).exists()


def _joins(known: User, kind: str) -> bool:
    """Whether an invitation of that kind can be accepted by an account that is there."""
    return known.kind == kind and known.status == UserStatus.ACTIVE


def _join(token: str, row: Invitation, known: User, password: str, now: datetime) -> TokenPair:
    if not _joins(known, row.kind):
        raise errors.EmailTaken(pointer="/token")
    identifier, ip = known.email or "", context.current().ip
    throttle.check(identifier, ip)
    if not check_password(password, known.password):
        throttle.failed(identifier, ip, account=True)
        raise errors.PasswordWrong(pointer="/password")
    throttle.succeeded(identifier)
    with db.transaction():
        row = _locked(token, row)
        guards.lock_rights()
        (user,) = db.lock(User, [known.pk])
        if user.password != known.password or user.email != row.email or not _joins(user, row.kind):
            # Changed meanwhile: what was proved above no longer holds.
            raise errors.AuthLinkInvalid(pointer="/token")
        user.save_versioned(
            email_verified_at=user.email_verified_at or now, customer_id=user.customer_id or row.customer_id
        )
        _accept(row, user, now)
        rights.forget_user(user.pk)
        emit(
            UserUpdated(user=user.pk, status=user.status, changed=["assignments"]),
            subject_id=user.pk,
            object_version=user.version,
        )
    return pass_first_factor(user=user, method=SignInMethod.PASSWORD)


def _locked(token: str, row: Invitation) -> Invitation:
    """The invitation, locked and judged again: of two who use the link at once the second finds it used."""
    tenant = tenancy.current()
    _invitation_id, stamp = links.invitation_of(tenant, token)
    found = db.lock(Invitation, [row.pk])
    if not found or not links.fits_invitation(tenant, found[0], stamp):
        raise errors.AuthLinkInvalid(pointer="/token")
    _require_open(found[0])
    return found[0]


def _accept(row: Invitation, user: User, now: datetime) -> None:
    grants = _checked(_unpacked(one) for one in row.grants)
    homes = ports.homes_of({row.customer_id}) if row.customer_id is not None else {}
    guards.lock_rights()
    for grant in grants:
        guards.require_held(_inviter(row), _granted([grant]), homes=homes)
    _give(None, user.pk, grants)
    row.save_versioned(accepted_at=now, accepted_by=user)
    emit(
        InvitationAccepted(invitation=row.pk, kind=row.kind, user=user.pk),
        subject_id=row.pk,
        object_version=row.version,
    )


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
    mails.check_pace(MailKind.INVITATION, row.email)
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
