"""Reads of accounts."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, NamedTuple

import orjson
from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.fields import ArrayField
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, TextField
from django.db.models.expressions import RawSQL

from backend.core.accounts import rights
from backend.core.accounts.models import Assignment, Role, ScopeSet, Session, User, UserKind, UserStatus
from backend.core.accounts.permissions import VIEW_ROLES, VIEW_USERS
from backend.core.accounts.types import Impersonation, UserInfo
from backend.kernel import clock, db, permissions, tenancy
from backend.kernel.errors import ResourceNotFound
from backend.kernel.permissions import Permission, Principal, Scope

# Ancestors of the row's role, itself included; bounded, so that a circle made by hand ends as well.
_CHAIN = """(
    WITH RECURSIVE chain AS (
        SELECT accounts_role.permissions AS permissions, accounts_role.parent_id AS parent_id, 1 AS depth
        UNION ALL
        SELECT r.permissions, r.parent_id, c.depth + 1
        FROM chain c JOIN accounts_role r ON r.id = c.parent_id WHERE c.depth < %s
    )
    SELECT coalesce(array_agg(DISTINCT p), '{}') FROM chain, unnest(chain.permissions) AS p
)"""


def role_id_by_code(code: str) -> uuid.UUID | None:
    """The id of the role with this code, None where there is none."""
    found: uuid.UUID | None = Role.objects.filter(code=code).values_list("id", flat=True).first()
    return found


def users_for(principal: Principal, code: str | Permission = VIEW_USERS) -> QuerySet[User]:
    """The users that the caller's scope reaches: all; those with a role in its branches; of its customers; itself."""
    scope = principal.scope(code)
    users = User.objects.prefetch_related(
        Prefetch("assignments", Assignment.objects.select_related("role", "scope_set").order_by("id"))
    )
    if scope is None:
        return users.none()
    if scope.everything:
        return users
    reach = Q(pk__in=[])
    if scope.branches:
        reach |= Q(
            Exists(
                Assignment.objects.filter(
                    Q(branch_id__in=list(scope.branches))
                    | Q(scope_set__branch_ids__overlap=list(scope.branches)),
                    user_id=OuterRef("pk"),
                )
            )
        )
    if scope.customers:
        reach |= Q(customer_id__in=list(scope.customers))
    if scope.own and principal.user_id is not None:
        reach |= Q(pk=principal.user_id)
    return users.filter(reach)


def covers_user(scope: Scope, principal: Principal, user: User) -> bool:
    """Whether a scope reaches a user, as `users_for` has it; asks nothing where that has read the user."""
    if scope.everything or scope.covers(principal, customer=user.customer_id, owner=user.pk):
        return True
    reached = {branch for one in user.assignments.all() for branch in _branches(one)}
    return bool(scope.branches & reached)


def _branches(assignment: Assignment) -> Collection[uuid.UUID]:
    if assignment.scope_set is not None:
        return assignment.scope_set.branch_ids
    return (assignment.branch_id,) if assignment.branch_id is not None else ()


def roles_for(principal: Principal) -> QuerySet[Any]:
    """The roles, each with `patterns`: its permissions with the inherited ones, not yet expanded."""
    if not principal.allows(VIEW_ROLES):
        return Role.objects.none()
    return Role.objects.annotate(
        patterns=RawSQL(  # noqa: S611  The text is a constant.
            _CHAIN, [rights.MAX_DEPTH], output_field=ArrayField(TextField())
        )
    )


def scope_sets_for(principal: Principal, code: str | Permission = VIEW_ROLES) -> QuerySet[ScopeSet]:
    """The scope sets that lie wholly within the caller's scope: a part of one would tell of the rest."""
    scope = principal.scope(code)
    if scope is None:
        return ScopeSet.objects.none()
    if scope.everything:
        return ScopeSet.objects.all()
    if not scope.branches and not scope.customers:
        return ScopeSet.objects.none()
    return ScopeSet.objects.filter(
        branch_ids__contained_by=list(scope.branches), customer_ids__contained_by=list(scope.customers)
    )


class Held(NamedTuple):
    """An assignment as /me shows it."""

    id: uuid.UUID
    role_id: uuid.UUID
    role: dict[str, Any]
    scope: str
    branch_id: uuid.UUID | None
    customer_id: uuid.UUID | None
    scope_set_id: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class Me:
    """The caller as /me shows them: it is asked for too often to be a model with its relations."""

    id: uuid.UUID
    version: int
    created_at: datetime
    updated_at: datetime
    kind: str
    name: str
    email: str | None
    phone: str | None
    locale: str
    timezone: str
    customer_id: uuid.UUID | None
    email_verified_at: datetime | None
    preferences: dict[str, Any]
    held: list[Held]
    impersonation: Impersonation | None
    scoped_grants: list[dict[str, Any]]


_OWN = tuple(field.name for field in fields(Me))[: -len(("held", "impersonation", "scoped_grants"))]
_ME = f"""
SELECT {", ".join(f"u.{name}" for name in _OWN)},
    a.id, a.role_id, r.code, r.names, a.scope, a.branch_id, a.customer_id, a.scope_set_id
FROM accounts_user u
    LEFT JOIN (accounts_assignment a JOIN accounts_role r ON r.id = a.role_id) ON a.user_id = u.id
WHERE u.id = %s ORDER BY a.id
"""


def me(principal: Principal) -> Me:
    """The caller's own user with assignments and grants: one query, and another for who acts as somebody.

    Raises ResourceNotFound for the product itself.
    """
    rows = db.fetch(_ME, [principal.user_id]) if principal.user_id is not None else []
    if not rows:
        raise ResourceNotFound()
    held = [
        Held(row[0], row[1], {"code": row[2], "names": orjson.loads(row[3])}, *row[4:])
        for row in (row[len(_OWN) :] for row in rows)
        if row[0] is not None
    ]
    by_scope: dict[Scope, list[str]] = {}
    for code in sorted(principal.grants):
        by_scope.setdefault(principal.grants[code], []).append(code)
    scoped_grants = [
        {
            "permissions": codes,
            "everything": scope.everything,
            "branches": sorted(scope.branches),
            "own": scope.own,
            "customers": sorted(scope.customers),
        }
        for scope, codes in by_scope.items()
    ]
    own = dict(zip(_OWN, rows[0], strict=False))
    own["preferences"] = orjson.loads(own["preferences"])
    return Me(**own, held=held, impersonation=impersonation_of(principal), scoped_grants=scoped_grants)


def own_sessions(principal: Principal) -> QuerySet[Session]:
    """The caller's own open sessions."""
    if principal.user_id is None:
        return Session.objects.none()
    return Session.objects.filter(user_id=principal.user_id, revoked_at=None, expires_at__gt=clock.now())


def catalogue() -> list[dict[str, Any]]:
    """The permissions that exist here, by group; labels in the language that is active."""
    known = rights.expand_known(["*"])
    return [
        {
            "code": group,
            "label": str(label),
            "permissions": [
                {
                    "code": item.code,
                    "label": str(item.label),
                    "whole": item.whole,
                    "sensitive": item.sensitive,
                }
                for item in sorted(permissions.CATALOGUE.values(), key=lambda p: p.code)
                if item.group == group and item.code in known
            ],
        }
        for group, label in permissions.GROUPS.items()
        if group != "platform" or tenancy.is_public()
    ]


def users_by_id(ids: Collection[uuid.UUID]) -> dict[uuid.UUID, UserInfo]:
    """What other domains may know of some users, by id; unknown ids are left out."""
    return {user.id: user_info(user) for user in User.objects.filter(pk__in=set(ids))}


def user_info(user: User) -> UserInfo:
    """A user as other domains see one."""
    return UserInfo(
        id=user.id,
        kind=user.kind,
        name=user.name,
        email=user.email,
        phone=user.phone,
        telegram_id=user.telegram_id,
        locale=user.locale,
        status=user.status,
        customer_id=user.customer_id,
        preferences=user.preferences,
    )


def user_by_telegram(telegram_id: int) -> UserInfo | None:
    """The user of a Telegram account, None where there is none."""
    user = User.objects.filter(telegram_id=telegram_id).first()
    return user_info(user) if user else None


def users_of_customers(customer_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, list[UserInfo]]:
    """The users of some customers, by customer."""
    found: dict[uuid.UUID, list[UserInfo]] = {}
    for user in User.objects.filter(customer_id__in=set(customer_ids)).order_by("id"):
        if user.customer_id is not None:
            found.setdefault(user.customer_id, []).append(user_info(user))
    return found


def user_by_email(email: str) -> UserInfo | None:
    """The user with an e-mail address, whatever its case; None where there is none."""
    user = User.objects.filter(email=email.lower()).first()
    return user_info(user) if user is not None else None


def impersonation_of(principal: Principal) -> Impersonation | None:
    """Who acts as the caller, why and until when; None (without a query) where nobody does."""
    if principal.impersonator_id is None or principal.session_id is None:
        return None
    session = Session.objects.filter(pk=principal.session_id).first()
    if session is None or session.impersonator_id is None:
        return None
    return Impersonation(
        session.impersonator_id, session.reason, session.absolute_expires_at or session.expires_at
    )


def people(text: str = "") -> QuerySet[Any, Any]:
    """The users of the schema that runs, for its operator: mappings, narrowed to name, e-mail or telephone."""
    users = User.objects.exclude(status=UserStatus.DELETED)
    if text:
        users = users.filter(Q(name__icontains=text) | Q(email__icontains=text) | Q(phone__icontains=text))
    return users.values(
        "id", "kind", "status", "name", "email", "phone", "last_login_at", "created_at"
    ).annotate(roles=ArrayAgg("assignments__role__code", filter=Q(assignments__isnull=False), distinct=True))


def service_account(name: str) -> UserInfo | None:
    """The first service account of a name, None where there is none."""
    user = User.objects.filter(kind=UserKind.SERVICE, name=name).order_by("pk").first()
    return user_info(user) if user is not None else None
