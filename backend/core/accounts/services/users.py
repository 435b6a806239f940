"""Users and their roles."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError
from django.db import transaction as django_transaction

from backend.core.accounts import errors, mails, ports, profiles, rights
from backend.core.accounts.events import UserCreated, UserUpdated
from backend.core.accounts.models import (
    Assignment,
    MailKind,
    OAuthGrant,
    Role,
    ScopeKind,
    ScopeSet,
    User,
    UserKind,
    UserStatus,
)
from backend.core.accounts.permissions import MANAGE_USERS
from backend.core.accounts.seats import take_seat, take_seat_again
from backend.core.accounts.selectors import Me, me, users_for
from backend.core.accounts.services import guards
from backend.core.accounts.services.ending import end_grants, end_sessions_of
from backend.core.accounts.services.rules import check_password_rules
from backend.core.accounts.types import Grant, ServiceSecret
from backend.kernel import clock, db, tenancy
from backend.kernel.errors import DomainError, ReferenceNotFound, ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.ids import encode
from backend.kernel.permissions import PermissionDenied, Principal, Scope

SERVICE_PREFIX = "service_sha256$"
"""A service account's secret has 256 random bits: a fast digest keeps it, and no password form opens it."""

SIGN_IN_NAMES = frozenset({"email", "phone", "telegram_id"})
OWN = frozenset({"email", "telegram_id", "status"})
"""What nobody changes of the own account as if it were another's: an open session alone proves too little for it."""

_TAKEN: dict[str, type[DomainError]] = {
    "accounts_user_email_once": errors.EmailTaken,
    "accounts_user_phone_once": errors.PhoneTaken,
    "accounts_user_telegram_once": errors.TelegramTaken,
}
_POINTERS = {"EmailTaken": "/email", "PhoneTaken": "/phone", "TelegramTaken": "/telegram_id"}


class Unique:
    """Turns a breach of one of the table's unique constraints into its refusal; undoes only the block."""

    def __enter__(self) -> None:
        self.inner = django_transaction.atomic()
        self.inner.__enter__()

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        self.inner.__exit__(kind, error, trace)
        if isinstance(error, IntegrityError):
            diagnosis = getattr(error.__cause__, "diag", None)
            refusal = _TAKEN.get(getattr(diagnosis, "constraint_name", None) or "")
            if refusal is not None:
                raise refusal(pointer=_POINTERS[refusal.__name__]) from error


def normal_email(email: str | None) -> str | None:
    """An e-mail address as it is kept and looked up: in small letters; None for none."""
    return email.strip().lower() or None if email is not None else None


def drop_unproved(email: str | None) -> None:
    """Deletes what a release before left of a registration that nobody proved: it keeps nobody from an address."""
    if email is not None:
        User.objects.filter(email=email, status=UserStatus.INVITED, email_verified_at=None).delete()


def _check_kind(kind: str) -> None:
    here = (
        {UserKind.OPERATOR, UserKind.SERVICE} if tenancy.is_public() else set(UserKind) - {UserKind.OPERATOR}
    )
    if kind not in here:
        raise errors.KindNotHere(kind=kind, pointer="/kind")


def create_user(
    *,
    principal: Principal | None,
    name: str,
    kind: str = UserKind.STAFF,
    email: str | None = None,
    phone: str | None = None,
    telegram_id: int | None = None,
    password: str | None = None,
    password_hash: str | None = None,
    locale: str | None = None,
    timezone: str | None = None,
    customer_id: uuid.UUID | None = None,
    preferences: dict[str, Any] | None = None,
    assignments: Sequence[Grant] = (),
    at: datetime | None = None,
    invited: bool = False,
) -> User:
    """Creates a user with roles. `password_hash` (of `facade.hash_password`) saves seeding a hash a user.

    Without `locale` and `timezone` the user has the business's first language and its time zone. `invited`
    says that an invitation has held the seat, where the plan limits them. Raises LimitReached,
    PermissionDenied, EmailTaken, PhoneTaken, TelegramTaken, KindNotHere, LoginNeedsAddress, ReferenceNotFound,
    ScopeIncomplete, Invalid for a password against the business's rules, NotWhileImpersonating, and
    PermissionEscalation where a role holds more than the caller. Emits user.created. Locks the schema's rights where
    roles are given. A retry finds the address taken.
    """
    if principal is not None:
        scope = principal.require(MANAGE_USERS)
        if not scope.everything and not scope.branches:
            # Over a customer or one's own rows alone: people are added there by invitation.
            raise PermissionDenied(permission=str(MANAGE_USERS))
        # A user is a door that stays open, with a password or without: an address has one reset.
        guards.refuse_impersonator(principal)
    _check_kind(kind)
    email = normal_email(email)
    if (password or password_hash) and not (email or phone) and kind != UserKind.SERVICE:
        raise errors.LoginNeedsAddress(pointer="/email")
    if password is not None and principal is not None:
        check_password_rules(password, User(name=name, email=email, phone=phone))
    now, here = at or clock.now(), tenancy.current()
    # Hashing takes long by design: before the transaction, so that no lock waits for it.
    hashed = password_hash or make_password(password)
    with db.transaction():
        take_seat(kind, invited=invited)
        user = User(
            kind=kind,
            name=name,
            email=email,
            phone=phone,
            telegram_id=telegram_id,
            password=hashed,
            locale=locale or here.language,
            timezone=timezone or here.timezone,
            customer_id=customer_id,
            preferences=preferences or {},
            created_at=now,
            updated_at=now,
        )
        drop_unproved(email)
        with Unique():
            user.save(force_insert=True)
        if assignments:
            guards.lock_rights()
            _give(principal, user.id, _checked(assignments))
        emit(UserCreated(user=user.id, kind=kind, name=name), subject_id=user.id, object_version=user.version)
    return user


def update_user(
    *, principal: Principal | None, id: uuid.UUID, expected_version: int | None = None, **changes: Any
) -> User:
    """Changes a user: name, email, phone, telegram_id, locale, timezone, status, and assignments (the whole set).

    A caller reaches only users who hold nothing that the caller does not; suspending ends all sessions and what
    applications were granted.
    Raises ResourceNotFound, VersionMismatch, PermissionDenied, PermissionEscalation, LastOwner, OwnAccount,
    EmailTaken, PhoneTaken, TelegramTaken, ReferenceNotFound, ScopeIncomplete, and NotWhileImpersonating for a
    name to sign in with, the status or the roles. Emits user.updated. Locks the schema's rights and the user. A
    retry changes nothing further.
    """
    assignments: Sequence[Grant] | None = changes.pop("assignments", None)
    if "email" in changes:
        changes["email"] = normal_email(changes["email"])
    with db.transaction():
        with guards.OwnerLeft():
            user = _reach(principal, id)
            user.check_version(expected_version)
            if user.status == UserStatus.DELETED:
                raise errors.UserDeleted()
            if user.status == UserStatus.INVITED and "status" in changes:
                # Nobody has proved that mailbox: opening the account is nobody's to do for its reader.
                raise errors.UserNotActive(status=user.status, pointer="/status")
            changed = sorted(name for name, value in changes.items() if getattr(user, name) != value)
            if principal is not None and principal.user_id == id:
                for name in OWN.intersection(changed):
                    guards.refuse_impersonator(principal)
                    raise errors.OwnAccount(pointer=f"/{name}")
            if SIGN_IN_NAMES.intersection(changed) or changes.get("status", user.status) != user.status:
                # Whoever holds the address can have the password reset, and who is let in again stays in.
                guards.refuse_impersonator(principal)
            if assignments is not None and _replace(principal, user, _checked(assignments)):
                guards.refuse_impersonator(principal)
                changed.append("assignments")
            if not changed:
                return user
            before = user.email
            if "email" in changed:
                drop_unproved(changes["email"])
            take_seat_again(user, changes.get("status", user.status))
            with Unique():
                user.save_versioned(**{name: changes[name] for name in changed if name != "assignments"})
        if "email" in changed:
            # Another mailbox is not proved yet; the one before is told, as its reader may not know.
            User.objects.filter(pk=user.pk).update(email_verified_at=None)
            if before is not None:
                mails.enqueue(MailKind.EMAIL_CHANGED, before, subject_id=user.pk, locale=user.locale)
        if "status" in changed and user.status == UserStatus.SUSPENDED:
            end_sessions_of(user_id=user.id, reason="suspended")
            end_grants(OAuthGrant.objects.filter(user_id=user.id), clock.now())
        rights.forget_user(user.id)
        emit(
            UserUpdated(user=user.id, status=user.status, changed=changed),
            subject_id=user.id,
            object_version=user.version,
        )
    return user


def update_me(*, principal: Principal, expected_version: int | None = None, **changes: Any) -> Me:
    """Changes one's own name, locale, time zone or preferences, of which keys merge one by one.

    Raises ResourceNotFound, VersionMismatch, and Invalid for preferences that the schema refuses. Emits
    user.updated. Locks the user.
    """

    if principal.user_id is None:
        raise ResourceNotFound()
    with db.transaction():
        user = _locked(principal.user_id)
        user.check_version(expected_version)
        if "preferences" in changes:
            changes["preferences"] = profiles.merged(user.preferences, changes["preferences"])
        changed = sorted(name for name, value in changes.items() if getattr(user, name) != value)
        if changed:
            user.save_versioned(**{name: changes[name] for name in changed})
            emit(
                UserUpdated(user=user.id, status=user.status, changed=changed),
                subject_id=user.id,
                object_version=user.version,
            )
    return me(principal)


def assign_role(
    *,
    principal: Principal | None,
    user_id: uuid.UUID,
    role: str | uuid.UUID,
    scope: str = ScopeKind.BUSINESS,
    branch_id: uuid.UUID | None = None,
    customer_id: uuid.UUID | None = None,
    scope_set_id: uuid.UUID | None = None,
) -> Assignment:
    """Gives a user a role (by code or id) over a scope.

    Raises ResourceNotFound, ReferenceNotFound, ScopeIncomplete, PermissionDenied, PermissionEscalation,
    NotWhileImpersonating. Emits user.updated. Locks the schema's rights and the user. A retry finds the assignment
    there.
    """
    guards.refuse_impersonator(principal)
    with db.transaction():
        guards.lock_rights()
        user = _reach(principal, user_id)
        if isinstance(role, str):
            role_id = Role.objects.filter(code=role).values_list("id", flat=True).first()
            if role_id is None:
                raise ReferenceNotFound(reference=f"role {role}", pointer="/role")
        else:
            role_id = role
        (grant,) = _checked([Grant(role_id, scope, branch_id, customer_id, scope_set_id)])
        (assignment,) = _give(principal, user.id, [grant])
        user.save_versioned()
        rights.forget_user(user.id)
        emit(
            UserUpdated(user=user.id, status=user.status, changed=["assignments"]),
            subject_id=user.id,
            object_version=user.version,
        )
    return assignment


# -- service accounts -------------------------------------------------------------------------------------


def service_digest(secret: str) -> str:
    """A service account's secret as the table keeps it."""
    return SERVICE_PREFIX + hashlib.sha256(secret.encode()).hexdigest()


def create_service_account(
    *, principal: Principal | None, name: str, assignments: Sequence[Grant] = (), secret: str | None = None
) -> ServiceSecret:
    """Creates a service account (a bot, an integration); its secret is returned this once.

    `secret` is for installations that bring their own: at least 32 characters. Raises as create_user does.
    """
    guards.refuse_impersonator(principal)
    secret = secret or secrets.token_urlsafe(32)
    if len(secret) < 32:
        raise ValueError("a service account's secret has at least 32 characters")
    user = create_user(
        principal=principal,
        name=name,
        kind=UserKind.SERVICE,
        password_hash=service_digest(secret),
        assignments=assignments,
    )
    return ServiceSecret(user.id, secret)


def rotate_service_secret(*, principal: Principal | None, user_id: uuid.UUID) -> ServiceSecret:
    """Gives a service account a new secret and ends its sessions; the old secret is no longer good.

    Raises ResourceNotFound for a user that is no service account, PermissionDenied, PermissionEscalation.
    """

    guards.refuse_impersonator(principal)
    secret = secrets.token_urlsafe(32)
    with db.transaction():
        user = _reach(principal, user_id)
        if user.kind != UserKind.SERVICE:
            raise ResourceNotFound()
        user.save_versioned(password=service_digest(secret))
        end_sessions_of(user_id=user.id, reason="secret_rotated")
    return ServiceSecret(user.id, secret)


# -- parts ------------------------------------------------------------------------------------------------


def _locked(user_id: uuid.UUID) -> User:
    rows = db.lock(User, [user_id])
    if not rows:
        raise ResourceNotFound()
    return rows[0]


def _reach(principal: Principal | None, user_id: uuid.UUID) -> User:
    """Locks a user that the caller may change: within scope, and holding nothing that the caller lacks."""

    if principal is not None:
        principal.require(MANAGE_USERS)
        if not users_for(principal, MANAGE_USERS).filter(pk=user_id).exists():
            raise ResourceNotFound()
    user = _locked(user_id)
    if principal is not None and principal.user_id != user_id:
        guards.require_held(principal, rights.grants_of(user_id))
    return user


def _checked(assignments: Iterable[Grant]) -> list[Grant]:
    """The grants, each once, with fitting scopes and existing references."""
    grants = list(dict.fromkeys(assignments))
    for index, grant in enumerate(grants):
        named = {
            ScopeKind.BRANCH: grant.branch_id,
            ScopeKind.CUSTOMER: grant.customer_id,
            ScopeKind.SET: grant.scope_set_id,
        }
        if any((grant.scope == kind) != (value is not None) for kind, value in named.items()):
            raise errors.ScopeIncomplete(pointer=f"/assignments/{index}/scope")
    known = set(Role.objects.filter(pk__in={g.role_id for g in grants}).values_list("pk", flat=True))
    lost = {
        "role": {g.role_id for g in grants} - known,
        "branch": ports.missing("branch", {g.branch_id for g in grants if g.branch_id}),
        "customer": ports.missing("customer", {g.customer_id for g in grants if g.customer_id}),
        "scope_set": _missing_sets({g.scope_set_id for g in grants if g.scope_set_id}),
    }
    for index, grant in enumerate(grants):
        for kind, prefix, value in (
            ("role", "rol", grant.role_id),
            ("branch", "brn", grant.branch_id),
            ("customer", "cus", grant.customer_id),
            ("scope_set", "scs", grant.scope_set_id),
        ):
            if value is not None and value in lost[kind]:
                raise ReferenceNotFound(
                    reference=f"{kind} {encode(prefix, value)}", pointer=f"/assignments/{index}/{kind}"
                )
    return grants


def _granted(grants: Iterable[Grant]) -> dict[str, Scope]:
    grants = list(grants)
    patterns = guards.patterns_of({grant.role_id for grant in grants})
    sets = guards.scope_sets({grant.scope_set_id for grant in grants if grant.scope_set_id})
    return rights.merge((grant.scope, *_reach_of(grant, sets), patterns[grant.role_id]) for grant in grants)


def _reach_of(
    grant: Grant, sets: Mapping[uuid.UUID, guards.Reach]
) -> tuple[Collection[uuid.UUID], Collection[uuid.UUID]]:
    """The branches and customers that a grant names, by itself or by its set."""
    if grant.scope_set_id is not None:
        return sets.get(grant.scope_set_id, ((), ()))
    return [grant.branch_id] if grant.branch_id else [], [grant.customer_id] if grant.customer_id else []


def _missing_sets(ids: set[uuid.UUID]) -> set[uuid.UUID]:
    return ids - set(ScopeSet.objects.filter(pk__in=ids).values_list("pk", flat=True)) if ids else set()


def _give(principal: Principal | None, user_id: uuid.UUID, grants: list[Grant]) -> list[Assignment]:
    # One by one: a union of scopes could hide that a single part of it is not held.
    for grant in grants:
        guards.require_held(principal, _granted([grant]))
    have = {_key(row): row for row in Assignment.objects.filter(user_id=user_id)}
    made = [
        Assignment(
            user_id=user_id,
            role_id=grant.role_id,
            scope=grant.scope,
            branch_id=grant.branch_id,
            customer_id=grant.customer_id,
            scope_set_id=grant.scope_set_id,
        )
        for grant in grants
        if grant not in have
    ]
    Assignment.objects.bulk_create(made)
    return [have.get(grant) or next(row for row in made if _key(row) == grant) for grant in grants]


def _replace(principal: Principal | None, user: User, grants: list[Grant]) -> bool:
    have = {_key(row): row for row in Assignment.objects.filter(user_id=user.id)}
    gone = [grant for grant in have if grant not in grants]
    new = [grant for grant in grants if grant not in have]
    for grant in gone:
        guards.require_held(principal, _granted([grant]))
    Assignment.objects.filter(pk__in=[have[grant].pk for grant in gone]).delete()
    _give(principal, user.id, new)
    return bool(gone or new)


def _key(row: Assignment) -> Grant:
    return Grant(row.role_id, row.scope, row.branch_id, row.customer_id, row.scope_set_id)
