"""From a session to a Principal: what its user may do, from the cache or in at most two queries.

A principal is kept in Valkey for at most KEPT_SECONDS, together with the epochs it was read under: one of
its user and one of the schema. A change of rights replaces the epoch *after* its commit; what was read
before, even if it is written to the cache later, carries the old epoch and is not used. Epochs are random,
so one that was evicted and made anew never equals an old one. Without Valkey every request reads the
database: slower, and never wrong.
"""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import Any

from django.core.cache import cache
from django.db import connection

from backend.core.accounts import ports
from backend.core.accounts.errors import SessionEnded
from backend.core.accounts.models import ScopeKind, User, UserStatus
from backend.kernel import clock, db, permissions, tenancy
from backend.kernel.errors import ResourceNotFound
from backend.kernel.permissions import Principal, Scope

KEPT_SECONDS = 60
"""Bounds how long a revocation can be missed by a Valkey that was cut off just when it was told of it."""
EPOCH_SECONDS = 86_400
MAX_DEPTH = 16
"""Roles inherit over at most so many steps."""
_FORMAT = 1

_CHAIN = """
WITH RECURSIVE chain AS (
    SELECT a.scope, a.branch_id, a.customer_id, r.permissions, r.parent_id, 1 AS depth
    FROM accounts_assignment a JOIN accounts_role r ON r.id = a.role_id
    WHERE a.user_id = %(user)s
    UNION ALL
    SELECT c.scope, c.branch_id, c.customer_id, r.permissions, r.parent_id, c.depth + 1
    FROM chain c JOIN accounts_role r ON r.id = c.parent_id
    WHERE c.depth < %(depth)s
)
"""
_GRANTS = _CHAIN + "SELECT scope, branch_id, customer_id, permissions FROM chain"
# One row an assigned role and ancestor; a user without roles is one row with nulls.
_SESSION = (
    _CHAIN
    + """
SELECT s.revoked_at, s.expires_at, u.status, u.kind, u.customer_id,
    c.scope, c.branch_id, c.customer_id, c.permissions
FROM accounts_session s JOIN accounts_user u ON u.id = s.user_id LEFT JOIN chain c ON true
WHERE s.id = %(session)s AND s.user_id = %(user)s
"""
)

Assigned = tuple[str, uuid.UUID | None, uuid.UUID | None, Sequence[str]]
"""Scope kind, branch, customer, patterns."""


@lru_cache(maxsize=2048)
def _expand(patterns: tuple[str, ...], platform: bool, _size: int) -> frozenset[str]:
    return frozenset(
        item.code
        for item in permissions.CATALOGUE.values()
        if (platform or item.group != "platform")
        and any(fnmatchcase(item.code, pattern) for pattern in patterns)
    )


def expand_known(patterns: Iterable[str]) -> frozenset[str]:
    """The codes that the patterns stand for here; one that fits nothing (any more) stands for nothing.

    In a business the operator's permissions do not exist.
    """
    return _expand(tuple(patterns), tenancy.is_public(), len(permissions.CATALOGUE))


def scope_of(kind: str, branch_id: uuid.UUID | None, customer_id: uuid.UUID | None) -> Scope:
    """The kernel's scope of an assignment."""
    if kind == ScopeKind.BUSINESS:
        return permissions.EVERYTHING
    if kind == ScopeKind.BRANCH and branch_id is not None:
        return Scope(branches=frozenset({branch_id}))
    if kind == ScopeKind.CUSTOMER and customer_id is not None:
        return Scope(customers=frozenset({customer_id}))
    if kind == ScopeKind.OWN:
        return Scope(own=True)
    return Scope()


def merge(assigned: Iterable[Assigned]) -> dict[str, Scope]:
    """The grants of several assignments: each code with the union of its scopes.

    A branch stands for itself and all branches under it: one more query where there is such a scope.
    """
    rows = list(assigned)
    under = ports.branches_under({row[1] for row in rows if row[0] == ScopeKind.BRANCH and row[1]})
    grants: dict[str, Scope] = {}
    for kind, branch_id, customer_id, patterns in rows:
        scope = scope_of(kind, branch_id, customer_id)
        if branch_id in under:
            scope |= Scope(branches=under[branch_id])
        for code in expand_known(patterns):
            held = grants.get(code)
            grants[code] = scope if held is None else held | scope
    return grants


def grants_of(user_id: uuid.UUID) -> dict[str, Scope]:
    """What a user may do, inheritance included: one query, two with a branch's scope."""
    with connection.cursor() as cursor:
        cursor.execute(_GRANTS, {"user": user_id, "depth": MAX_DEPTH})
        return merge(cursor.fetchall())


# -- the cache ------------------------------------------------------------------------------------------


def _keys(user_id: uuid.UUID, session_id: uuid.UUID) -> tuple[str, str, str]:
    return f"rights:{user_id.hex}:{session_id.hex}", f"rights-epoch:{user_id.hex}", "rights-epoch"


def _pack(principal: Principal, expires_at: datetime, epochs: tuple[Any, Any]) -> tuple[Any, ...]:
    by_scope: dict[Scope, list[str]] = {}
    for code, scope in principal.grants.items():
        by_scope.setdefault(scope, []).append(code)
    grants = [
        (s.everything, sorted(b.hex for b in s.branches), s.own, sorted(c.hex for c in s.customers), codes)
        for s, codes in by_scope.items()
    ]
    customer = principal.customer_id.hex if principal.customer_id else None
    return (_FORMAT, epochs, expires_at.timestamp(), principal.kind, customer, grants)


def _unpack(
    kept: Any, user_id: uuid.UUID, session_id: uuid.UUID, epochs: tuple[Any, Any], at: datetime
) -> Principal | None:
    if not isinstance(kept, tuple) or kept[0] != _FORMAT or tuple(kept[1]) != epochs:
        return None
    _, _, expires_at, kind, customer, packed = kept
    if expires_at <= at.timestamp():
        return None
    grants: dict[str, Scope] = {}
    for everything, branches, own, customers, codes in packed:
        scope = Scope(
            everything,
            frozenset(uuid.UUID(hex=b) for b in branches),
            own,
            frozenset(uuid.UUID(hex=c) for c in customers),
        )
        grants.update(dict.fromkeys(codes, scope))
    return _principal(user_id, session_id, kind, uuid.UUID(hex=customer) if customer else None, grants)


def _principal(
    user_id: uuid.UUID,
    session_id: uuid.UUID | None,
    kind: str,
    customer_id: uuid.UUID | None,
    grants: Mapping[str, Scope],
) -> Principal:
    tenant = tenancy.current()
    return Principal(
        kind=kind,
        user_id=user_id,
        tenant_id=None if tenancy.is_public() else tenant.id,
        schema=tenant.schema,
        grants=grants,
        customer_id=customer_id,
        session_id=session_id,
    )


def principal_of_session(user_id: uuid.UUID, session_id: uuid.UUID) -> Principal:
    """The principal of a session in the tenant that runs: no query when it is kept; else one, and a
    second where a role is held over a branch.

    Raises SessionEnded where the session is over, or its user suspended or gone.
    """
    now = clock.now()
    entry, user_epoch, schema_epoch = _keys(user_id, session_id)
    found = cache.get_many([entry, user_epoch, schema_epoch])
    epochs = (found.get(user_epoch), found.get(schema_epoch))
    if (kept := found.get(entry)) is not None:
        principal = _unpack(kept, user_id, session_id, epochs, now)
        if principal is not None:
            return principal
    with connection.cursor() as cursor:
        cursor.execute(_SESSION, {"user": user_id, "session": session_id, "depth": MAX_DEPTH})
        rows = cursor.fetchall()
    if not rows:
        raise SessionEnded()
    revoked_at, expires_at, status, kind, customer_id = rows[0][:5]
    if revoked_at is not None or expires_at <= now or status != UserStatus.ACTIVE:
        raise SessionEnded()
    grants = merge(row[5:] for row in rows if row[5] is not None)
    principal = _principal(user_id, session_id, kind, customer_id, grants)
    cache.set(entry, _pack(principal, expires_at, epochs), timeout=KEPT_SECONDS)
    return principal


def principal_of_user(user_id: uuid.UUID) -> Principal:
    """The principal of a user without a session: two queries, never kept.

    Raises ResourceNotFound for an unknown user and SessionEnded for a suspended one.
    """
    user = User.objects.filter(pk=user_id).first()
    if user is None:
        raise ResourceNotFound()
    if user.status != UserStatus.ACTIVE:
        raise SessionEnded()
    return _principal(user_id, None, user.kind, user.customer_id, grants_of(user_id))


def forget_user(user_id: uuid.UUID) -> None:
    """After the commit nothing that was kept of this user's sessions and rights is used any more."""
    _renew(f"rights-epoch:{user_id.hex}")


def forget_everyone() -> None:
    """The same for every user of the schema: a role changed."""
    _renew("rights-epoch")


def _renew(key: str) -> None:
    tenant = tenancy.current()

    def call() -> None:
        with tenancy.tenant_context(tenant):
            cache.set(key, secrets.token_hex(8), timeout=EPOCH_SECONDS)

    db.on_commit(call)
