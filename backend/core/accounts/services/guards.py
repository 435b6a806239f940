"""The rules that keep rights from growing by themselves, and an owner in the house."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping

from backend.core.accounts import rights
from backend.core.accounts.errors import LastOwner, NotWhileImpersonating, PermissionEscalation
from backend.core.accounts.models import Assignment, Role, ScopeKind, ScopeSet, User, UserStatus
from backend.kernel import db
from backend.kernel.permissions import EVERYTHING, Principal, Scope

RIGHTS_LOCK = "accounts.rights"

Reach = tuple[Collection[uuid.UUID], Collection[uuid.UUID]]
"""The branches and the customers of a scope set."""


def lock_rights() -> None:
    """Serializes changes of roles, assignments and owners in a schema: they are rare, and judged together."""
    db.advisory_lock(RIGHTS_LOCK)


def _reaches(held: Scope, wanted: Scope, homes: Mapping[uuid.UUID, uuid.UUID | None]) -> bool:
    if held.everything:
        return True
    if wanted.everything:
        return False
    # "Own" is the receiver's own rows: less than any branch's or customer's, and no more than one's own.
    customers = wanted.customers - held.customers
    return wanted.branches <= held.branches and all(homes.get(one) in held.branches for one in customers)


def require_held(
    principal: Principal | None,
    grants: Mapping[str, Scope],
    *,
    homes: Mapping[uuid.UUID, uuid.UUID | None] | None = None,
) -> None:
    """The caller must hold each permission over at least the same scope. Raises PermissionEscalation.

    None is the product itself (seeding), which may. Of customers in `homes`, with their branches, who holds the
    permission over the branch holds it over the customer.
    """
    if principal is None:
        return
    beyond = [
        code
        for code, wanted in grants.items()
        if (held := principal.scope(code)) is None or not _reaches(held, wanted, homes or {})
    ]
    if beyond:
        shown = ", ".join(sorted(beyond)[:5])
        raise PermissionEscalation(permissions=shown + (", …" if len(beyond) > 5 else ""))


def require_codes(principal: Principal | None, codes: Iterable[str]) -> None:
    """The caller must hold these permissions over the whole business. Raises PermissionEscalation."""
    require_held(principal, dict.fromkeys(codes, EVERYTHING))


def patterns_of(role_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, tuple[str, ...]]:
    """The patterns of some roles with those that they inherit: one query, as all roles are few."""
    rows = {row[0]: (row[1], row[2]) for row in Role.objects.values_list("id", "parent_id", "permissions")}
    result = {}
    for role_id in role_ids:
        patterns: list[str] = []
        at: uuid.UUID | None = role_id
        for _ in range(rights.MAX_DEPTH):
            if at is None or at not in rows:
                break
            parent, own = rows[at]
            patterns += own
            at = parent
        result[role_id] = tuple(dict.fromkeys(patterns))
    return result


def scope_sets(ids: Collection[uuid.UUID]) -> dict[uuid.UUID, Reach]:
    """The branches and customers of some sets: one query where there are ids, none otherwise."""
    if not ids:
        return {}
    rows = ScopeSet.objects.filter(pk__in=ids).values_list("pk", "branch_ids", "customer_ids")
    return {pk: (branches, customers) for pk, branches, customers in rows}


def owners() -> int:
    """How many active users hold everything over the whole business."""
    roles = patterns_of(list(Role.objects.values_list("id", flat=True)))
    whole = [role_id for role_id, patterns in roles.items() if "*" in patterns]
    return (
        User.objects.filter(
            status=UserStatus.ACTIVE,
            pk__in=Assignment.objects.filter(role_id__in=whole, scope=ScopeKind.BUSINESS).values("user_id"),
        )
        .exclude(kind="service")
        .count()
    )


class OwnerLeft:
    """`with OwnerLeft(): …`: refuses with LastOwner a block that leaves no owner where there was one.

    Takes the rights lock first, so that two who remove each the other's last do not both succeed.
    """

    def __enter__(self) -> None:
        lock_rights()
        self.before = owners()

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None and self.before and not owners():
            raise LastOwner()


def refuse_impersonator(principal: Principal | None) -> None:
    """What only a person may do for himself, or gives access that outlives an impersonation.

    Raises NotWhileImpersonating.
    """
    if principal is not None and principal.impersonator_id is not None:
        raise NotWhileImpersonating()
