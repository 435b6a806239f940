"""From a session to a Principal: what its user may do, from the cache or in at most two queries.

A principal is kept in Valkey for at most KEPT_SECONDS, together with the epochs it was read under: one of
its user and one of the schema. A change of rights replaces the epoch *after* its commit; what was read
before, even if it is written to the cache later, carries the old epoch and is not used. Epochs are random,
so one that was evicted and made anew never equals an old one. Without Valkey every request reads the
database: slower, and never wrong.
"""

from __future__ import annotations

import json
import secrets
import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fnmatch import fnmatchcase
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import orjson
from django.core.cache import cache
from django.db import connection

from backend.core.accounts import networks, ports
from backend.core.accounts.errors import NetworkNotAllowed, SessionEnded
from backend.core.accounts.models import ScopeKind, Session, User, UserKind, UserStatus
from backend.kernel import clock, context, db, permissions, tenancy
from backend.kernel.errors import ResourceNotFound
from backend.kernel.permissions import Principal, Scope

KEPT_SECONDS = 60
"""Bounds how long a revocation can be missed by a Valkey that was cut off just when it was told of it."""
EPOCH_SECONDS = 86_400
NETWORK_BOUND = frozenset({UserKind.STAFF, UserKind.OPERATOR})
"""Whom the rules' networks hold: customers come from everywhere, service accounts from where they run."""
MAX_DEPTH = 16
"""Roles inherit over at most so many steps."""
_FORMAT = 3

# `limits` gathers the networks of a role and of those that inherit from it here: each list must be met.
_CHAIN = """
WITH RECURSIVE chain AS (
    SELECT a.scope,
        coalesce(s.branch_ids, array_remove(ARRAY[a.branch_id], NULL)) AS branches,
        coalesce(s.customer_ids, array_remove(ARRAY[a.customer_id], NULL)) AS customers,
        r.permissions, r.parent_id, 1 AS depth,
        r.requires_second_factor AS second_factor,
        CASE WHEN cardinality(r.networks) = 0 THEN '[]' ELSE jsonb_build_array(r.networks) END AS limits
    FROM accounts_assignment a JOIN accounts_role r ON r.id = a.role_id
        LEFT JOIN accounts_scope_set s ON s.id = a.scope_set_id
    WHERE a.user_id = %(user)s
    UNION ALL
    SELECT c.scope, c.branches, c.customers, r.permissions, r.parent_id, c.depth + 1,
        r.requires_second_factor,
        CASE WHEN cardinality(r.networks) = 0 THEN c.limits ELSE c.limits || jsonb_build_array(r.networks) END
    FROM chain c JOIN accounts_role r ON r.id = c.parent_id
    WHERE c.depth < %(depth)s
)
"""
_GRANTS = _CHAIN + "SELECT scope, branches, customers, permissions, limits FROM chain"
# One row an assigned role and ancestor; a user without roles is one row with nulls.
_SESSION = (
    _CHAIN
    + """
SELECT s.revoked_at, s.expires_at, s.second_factor_at IS NOT NULL, s.impersonator_id,
    u.status, u.kind, u.customer_id,
    u.second_factors #>> '{totp,confirmed_at}' IS NOT NULL
        OR (u.second_factors #>> '{telegram,confirmed_at}' IS NOT NULL
            AND u.second_factors #>> '{telegram,telegram_id}' = u.telegram_id::text),
    (SELECT rules -> 'networks' FROM accounts_policy LIMIT 1),
    c.second_factor, c.limits,
    c.scope, c.branches, c.customers, c.permissions
FROM accounts_session s JOIN accounts_user u ON u.id = s.user_id LEFT JOIN chain c ON true
WHERE s.id = %(session)s AND s.user_id = %(user)s
"""
)

Assigned = tuple[str, Collection[uuid.UUID], Collection[uuid.UUID], Sequence[str]]
"""Scope kind, branches, customers (a set's, or the one that is named), patterns."""


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


def scope_of(
    kind: str,
    branches: Collection[uuid.UUID],
    customers: Collection[uuid.UUID],
    under: Mapping[uuid.UUID, frozenset[uuid.UUID]],
) -> Scope:
    """The kernel's scope of an assignment; `under` has each branch with those below it."""
    if kind == ScopeKind.BUSINESS:
        return permissions.EVERYTHING
    if kind == ScopeKind.OWN:
        return Scope(own=True)
    reached = frozenset().union(*(under.get(branch, (branch,)) for branch in branches))
    return Scope(branches=reached, customers=frozenset(customers))


def merge(
    assigned: Iterable[Assigned], under: Mapping[uuid.UUID, frozenset[uuid.UUID]] | None = None
) -> dict[str, Scope]:
    """The grants of several assignments: each code with the union of its scopes.

    A branch stands for itself and all branches under it: one more query where there is such a scope, unless
    `under` has the answer already. A permission that counts only over the whole business is in no narrower grant.
    """
    rows = list(assigned)
    if under is None:
        under = ports.branches_under({branch for row in rows for branch in row[1]})
    grants: dict[str, Scope] = {}
    for kind, branches, customers, patterns in rows:
        scope = scope_of(kind, branches, customers, under)
        for code in expand_known(patterns):
            if not scope.everything and permissions.CATALOGUE[code].whole:
                continue
            held = grants.get(code)
            grants[code] = scope if held is None else held | scope
    return grants


def grants_of(user_id: uuid.UUID, address: str | None = None) -> dict[str, Scope]:
    """What a user may do, inheritance included: one query, two with a branch's scope.

    With an address only what counts from there (a key of the user's is used), else all that the user holds.
    """
    with connection.cursor() as cursor:
        cursor.execute(_GRANTS, {"user": user_id, "depth": MAX_DEPTH})
        rows = cursor.fetchall()
    return merge(
        row[:4]
        for row in rows
        if address is None or all(networks.reaches(allowed, address) for allowed in json.loads(row[4]))
    )


def second_factor_required(user_id: uuid.UUID) -> bool:
    """Whether one of the user's roles, or one that they inherit from, demands a second factor: one query."""
    with connection.cursor() as cursor:
        cursor.execute(
            _CHAIN + "SELECT coalesce(bool_or(second_factor), false) FROM chain",
            {"user": user_id, "depth": MAX_DEPTH},
        )
        return bool(cursor.fetchone()[0])


# -- the cache ------------------------------------------------------------------------------------------

Limits = tuple[tuple[str, ...], ...]
"""Lists of networks; an address must lie in one of each list."""


@lru_cache(maxsize=2048)
def _layers(kept: bytes) -> tuple[tuple[Limits, Mapping[str, Scope]], ...]:
    """The layers of `_Read` from their JSON. The same text is the same rights, so it is read once in a process."""
    layers = []
    for limits, packed in orjson.loads(kept):
        grants: dict[str, Scope] = {}
        for everything, branches, own, customers, codes in packed:
            scope = Scope(
                everything,
                frozenset(uuid.UUID(hex=b) for b in branches),
                own,
                frozenset(uuid.UUID(hex=c) for c in customers),
            )
            grants.update(dict.fromkeys(codes, scope))
        # Shared by all who have it: nobody changes it.
        layers.append((tuple(map(tuple, limits)), MappingProxyType(grants)))
    return tuple(layers)


@dataclass(frozen=True, slots=True)
class _Read:
    """What a session may do, before it is known from where its request comes."""

    expires_at: float
    kind: str
    customer_id: uuid.UUID | None
    impersonator_id: uuid.UUID | None
    incomplete: str
    networks: tuple[str, ...]
    """Where the user may come from at all; none for everywhere."""
    layers: tuple[tuple[Limits, Mapping[str, Scope]], ...]
    """Grants by the networks that their roles count from."""

    def pack(self, epochs: tuple[Any, Any]) -> tuple[Any, ...]:
        """The form that the cache keeps: plain values, the layers as JSON with each scope once."""
        layers = []
        for limits, grants in self.layers:
            by_scope: dict[Scope, list[str]] = {}
            for code, scope in grants.items():
                by_scope.setdefault(scope, []).append(code)
            packed = [
                (s.everything, [b.hex for b in s.branches], s.own, [c.hex for c in s.customers], codes)
                for s, codes in by_scope.items()
            ]
            layers.append((limits, packed))
        return (
            _FORMAT,
            epochs,
            self.expires_at,
            self.kind,
            self.customer_id and self.customer_id.hex,
            self.impersonator_id and self.impersonator_id.hex,
            self.incomplete,
            self.networks,
            orjson.dumps(layers),
        )

    @classmethod
    def unpack(cls, kept: Any, epochs: tuple[Any, Any]) -> _Read | None:
        """What `pack` was given, None for another form or what was read under other epochs."""
        if not isinstance(kept, tuple) or kept[0] != _FORMAT or tuple(kept[1]) != epochs:
            return None
        _, _, expires_at, kind, customer, impersonator, incomplete, allowed, layers = kept
        return cls(
            expires_at,
            kind,
            uuid.UUID(hex=customer) if customer else None,
            uuid.UUID(hex=impersonator) if impersonator else None,
            incomplete,
            allowed,
            _layers(layers),
        )

    def grants_from(self, address: str) -> tuple[Mapping[str, Scope], frozenset[str]]:
        """What counts for a request from an address, and the permissions that would from another one only."""
        grants: dict[str, Scope] = {}
        elsewhere: set[str] = set()
        for limits, layer in self.layers:
            if not all(networks.reaches(allowed, address) for allowed in limits):
                elsewhere.update(layer)
                continue
            if not grants and len(self.layers) == 1:
                return layer, frozenset()
            for code, scope in layer.items():
                held = grants.get(code)
                grants[code] = scope if held is None else held | scope
        return grants, frozenset(elsewhere.difference(grants))


def _keys(user_id: uuid.UUID, session_id: uuid.UUID) -> tuple[str, str, str]:
    return f"rights:{user_id.hex}:{session_id.hex}", f"rights-epoch:{user_id.hex}", "rights-epoch"


def _principal(
    user_id: uuid.UUID,
    session_id: uuid.UUID | None,
    kind: str,
    customer_id: uuid.UUID | None,
    grants: Mapping[str, Scope],
    impersonator_id: uuid.UUID | None = None,
    incomplete: str = "",
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
        impersonator_id=impersonator_id,
        incomplete=incomplete,
    )


def principal_of_session(user_id: uuid.UUID, session_id: uuid.UUID) -> Principal:
    """The principal of a session in the tenant that runs: no query when it is kept; else one, and a
    second where a role is held over a branch. What counts depends on the address of the running context.

    Raises SessionEnded where the session is over, or its user suspended or gone, and NetworkNotAllowed where
    staff come from outside the business's networks.
    """
    now = clock.now()
    entry, user_epoch, schema_epoch = _keys(user_id, session_id)
    found = cache.get_many([entry, user_epoch, schema_epoch])
    epochs = (found.get(user_epoch), found.get(schema_epoch))
    read = _Read.unpack(found.get(entry), epochs)
    if read is None or read.expires_at <= now.timestamp():
        read = _read(user_id, session_id, now)
        if read.impersonator_id is None:
            # An impersonation is read at each request: it ends with the operator's right, which changes elsewhere.
            cache.set(entry, read.pack(epochs), timeout=KEPT_SECONDS)
    address = context.current().ip
    if not networks.reaches(read.networks, address):
        raise NetworkNotAllowed(address=address or "-")
    grants: Mapping[str, Scope] = {}
    elsewhere: frozenset[str] = frozenset()
    if not read.incomplete:
        grants, elsewhere = read.grants_from(address)
    principal = _principal(
        user_id,
        session_id,
        read.kind,
        read.customer_id,
        grants,
        read.impersonator_id,
        read.incomplete,
    )
    return replace(principal, address=address, elsewhere=elsewhere) if elsewhere else principal


def _read(user_id: uuid.UUID, session_id: uuid.UUID, now: datetime) -> _Read:
    with connection.cursor() as cursor:
        cursor.execute(_SESSION, {"user": user_id, "session": session_id, "depth": MAX_DEPTH})
        rows = cursor.fetchall()
    if not rows:
        raise SessionEnded()
    revoked_at, expires_at, verified, impersonator_id, status, kind, customer_id, enrolled, rules = rows[0][
        :9
    ]
    if revoked_at is not None or expires_at <= now or status != UserStatus.ACTIVE:
        raise SessionEnded()
    if impersonator_id is not None and not ports.may_impersonate(impersonator_id):
        raise SessionEnded()
    required = any(row[9] for row in rows) and kind != UserKind.SERVICE and impersonator_id is None
    by_limits: dict[Limits, list[Assigned]] = {}
    for row in rows:
        if row[11] is not None:
            limits = tuple(tuple(allowed) for allowed in json.loads(row[10]))
            by_limits.setdefault(limits, []).append(row[11:])
    under = ports.branches_under({branch for row in rows for branch in row[12] or ()})
    # Service accounts come from where they run, and an operator who looks in from the operator's house.
    bound = kind in NETWORK_BOUND and impersonator_id is None
    return _Read(
        expires_at=expires_at.timestamp(),
        kind=kind,
        customer_id=customer_id,
        impersonator_id=impersonator_id,
        incomplete=("verify" if enrolled else "enrol") if required and not verified else "",
        networks=tuple(json.loads(rules)) if bound and rules else (),
        layers=tuple((limits, merge(assigned, under)) for limits, assigned in by_limits.items()),
    )


def good_sessions(session_ids: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """Of these sessions, those that `principal_of_session` would let in now, wherever they came from.

    One query, and what it takes to ask once for each operator who acts as somebody in them.
    """
    alive = Session.objects.filter(
        pk__in=set(session_ids),
        revoked_at=None,
        expires_at__gt=clock.now(),
        user__status=UserStatus.ACTIVE,
    ).values_list("pk", "impersonator_id")
    may: dict[uuid.UUID | None, bool] = {None: True}
    for _, operator in (rows := list(alive)):
        if operator is not None and operator not in may:
            may[operator] = ports.may_impersonate(operator)
    return {session for session, operator in rows if may[operator]}


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
    """The same for every user of the schema: a role, a scope set or the tree of branches changed."""
    _renew("rights-epoch")


def _renew(key: str) -> None:
    db.on_commit(lambda: cache.set(key, secrets.token_hex(8), timeout=EPOCH_SECONDS))
