"""Who may do what, and over which rows.

A permission is a code (`orders.order.view`) of a domain's catalogue. A role is a set of codes; an
assignment gives a role over a scope. A Principal is what authentication makes of a request: the codes
that its holder has, each with the union of its scopes. Selectors narrow their rows with `scoped`, so
that a list, a total and an export obey alike.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any, ClassVar, TypeVar

from django.db.models import Model, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.kernel.errors import Forbidden

GROUPS: dict[str, str | Promise] = {
    "orders": _("Orders"),
    "customers": _("Customers"),
    "catalog": _("Catalogue"),
    "pricing": _("Prices"),
    "finance": _("Finance"),
    "loyalty": _("Loyalty"),
    "files": _("Files"),
    "staff": _("Staff"),
    "reports": _("Reports"),
    "settings": _("Settings"),
    "integrations": _("Integrations"),
    "platform": _("Platform"),
}
"""The groups that a permission catalogue is shown in, by code."""


@dataclass(frozen=True, slots=True)
class Permission:
    """One thing that may be allowed: `domain.resource.action`."""

    code: str
    group: str
    label: str | Promise
    whole: bool = False
    """Whether it counts only over the whole business: what it is about has no branch, customer or maker."""
    sensitive: bool = False
    """Whether an application that acts for a user gets it only where it asks for it by its code."""

    def __str__(self) -> str:
        return self.code


CATALOGUE: dict[str, Permission] = {}
"""Every permission by its code."""


def permission(
    code: str, *, group: str, label: str | Promise, whole: bool = False, sensitive: bool = False
) -> Permission:
    """Declares a permission. The code is `domain.resource.action` and is declared once.

    `whole` is for what the business shares: held over a branch, a customer or one's own rows it is not held.
    `sensitive` is for what no application should get along with the rest of a group: identity documents, logs of
    what people did, rights themselves.
    """
    if code.count(".") != 2 or group not in GROUPS:
        raise ValueError(f"{code!r} is not domain.resource.action, or {group!r} is no group")
    if code in CATALOGUE:
        raise ValueError(f"the permission {code} is declared twice")
    CATALOGUE[code] = Permission(code, group, label, whole, sensitive)
    return CATALOGUE[code]


def expand(patterns: Iterable[str]) -> frozenset[str]:
    """The codes that patterns such as `orders.*` or `*` stand for. Raises ValueError for one that fits none."""
    found: set[str] = set()
    for pattern in patterns:
        hits = {code for code in CATALOGUE if fnmatchcase(code, pattern)}
        if not hits:
            raise ValueError(f"no permission fits {pattern!r}")
        found |= hits
    return frozenset(found)


class PermissionDenied(Forbidden):
    """The caller lacks the permission that the action names."""

    code = "permission_denied"
    message = _("You need the permission {permission} for this.")


class NetworkNotAllowed(Forbidden):
    """Staff may not come from this address, or the role that gives the permission does not count there."""

    code = "network_not_allowed"
    message = _("You cannot work from your address ({address}) here.")


class SecondFactorRequired(Forbidden):
    """The password was right, and the user has a second factor; `challenge` and `methods` say how to go on.

    In a session that is open already, it is verified with `POST /me/second-factors/verifications`.
    """

    code = "second_factor_required"
    message = _("Confirm with your second factor that it is you.")
    members: ClassVar[Mapping[str, Mapping[str, Any]]] = {
        "challenge": {
            "type": "string",
            "description": "For `POST /auth/second-factor`, good for five minutes.",
        },
        "methods": {
            "type": "array",
            "items": {"type": "string", "enum": ["totp", "telegram", "recovery"]},
            "description": "The second factors that the user has.",
        },
    }


class SecondFactorEnrolmentRequired(Forbidden):
    """One of the user's roles demands a second factor, and there is none yet: only enrolling is possible."""

    code = "second_factor_enrolment_required"
    message = _("Your role needs a second factor. Set one up first.")


class CredentialRestricted(Forbidden):
    """An API key or an application's token comes where only a person's own session may."""

    code = "credential_restricted"
    message = _("An API key or an application cannot do this. Sign in.")


@dataclass(frozen=True, slots=True)
class Scope:
    """The rows that a permission reaches: all, some branches, one's own, some customers' rows, joined by or."""

    everything: bool = False
    branches: frozenset[uuid.UUID] = frozenset()
    own: bool = False
    customers: frozenset[uuid.UUID] = frozenset()

    def __or__(self, other: Scope) -> Scope:
        return Scope(
            self.everything or other.everything,
            self.branches | other.branches,
            self.own or other.own,
            self.customers | other.customers,
        )

    def covers(
        self,
        principal: Principal,
        *,
        branch: uuid.UUID | None = None,
        customer: uuid.UUID | None = None,
        owner: uuid.UUID | None = None,
    ) -> bool:
        """Whether a row of this branch, customer and owner is within the scope."""
        return (
            self.everything
            or (branch is not None and branch in self.branches)
            or (customer is not None and customer in self.customers)
            or (self.own and owner is not None and owner == principal.user_id)
        )


EVERYTHING = Scope(everything=True)


@dataclass(frozen=True, slots=True)
class Principal:
    """Who asks: a user of a tenant (or an operator, whose tenant is None), with what they may do."""

    kind: str
    user_id: uuid.UUID | None
    tenant_id: uuid.UUID | None
    schema: str
    grants: Mapping[str, Scope] = field(default_factory=dict)
    customer_id: uuid.UUID | None = None
    session_id: uuid.UUID | None = None
    impersonator_id: uuid.UUID | None = None
    incomplete: str = ""
    """What is missing before the session counts (`enrol` or `verify` a second factor); it holds no grants then."""

    address: str = ""
    """Where the request comes from, if `elsewhere` names anything."""

    elsewhere: frozenset[str] = frozenset()
    """Permissions that only roles give which do not count from that address."""

    credential_id: uuid.UUID | None = None
    """The API key or the application that acts for the user; its grants are cut to what it may."""

    credential_kind: str = ""
    """Which of the two: `api_key` or `application`."""

    def require_session(self) -> None:
        """Raises CredentialRestricted where an API key or an application acts."""
        if self.credential_id is not None:
            raise CredentialRestricted()

    def require_complete(self) -> None:
        """Raises SecondFactorRequired or SecondFactorEnrolmentRequired where the session does not count yet."""
        if self.incomplete:
            raise SecondFactorRequired() if self.incomplete == "verify" else SecondFactorEnrolmentRequired()

    def allows(self, code: str | Permission) -> bool:
        """Whether the permission is held over any scope."""
        return str(code) in self.grants

    def scope(self, code: str | Permission) -> Scope | None:
        """The scope over which a permission is held, None where it is not."""
        return self.grants.get(str(code))

    def require(self, code: str | Permission) -> Scope:
        """The scope of a permission that must be held.

        Raises PermissionDenied, and NetworkNotAllowed where it is held from other networks than the request's.
        """
        scope = self.grants.get(str(code))
        if scope is None:
            self.require_complete()
            if str(code) in self.elsewhere:
                raise NetworkNotAllowed(address=self.address or "-")
            raise PermissionDenied(permission=str(code))
        return scope

    def require_over(
        self,
        code: str | Permission,
        *,
        branch: uuid.UUID | None = None,
        customer: uuid.UUID | None = None,
        owner: uuid.UUID | None = None,
    ) -> None:
        """The permission must be held over this branch, customer or owner. Raises PermissionDenied."""
        if not self.require(code).covers(self, branch=branch, customer=customer, owner=owner):
            raise PermissionDenied(permission=str(code))

    def allows_over(
        self,
        code: str | Permission,
        *,
        branch: uuid.UUID | None = None,
        customer: uuid.UUID | None = None,
        owner: uuid.UUID | None = None,
    ) -> bool:
        """Whether the permission is held over this branch, customer or owner."""
        scope = self.grants.get(str(code))
        return scope is not None and scope.covers(self, branch=branch, customer=customer, owner=owner)


def system_principal(tenant_id: uuid.UUID | None, schema: str) -> Principal:
    """The product itself: event handlers and scheduled tasks act as this. It holds every permission."""
    return Principal(
        kind="system",
        user_id=None,
        tenant_id=tenant_id,
        schema=schema,
        grants=dict.fromkeys(CATALOGUE, EVERYTHING),
    )


Row = TypeVar("Row", bound=Model)


def scoped(
    queryset: QuerySet[Row],
    principal: Principal,
    code: str | Permission,
    *,
    branch: str | None = None,
    customer: str | None = None,
    owner: str | None = None,
) -> QuerySet[Row]:
    """The rows of `queryset` that the principal's scope of `code` reaches; none where it is not held.

    `branch`, `customer` and `owner` name the columns that hold those ids; a dimension that the table
    does not have is passed as None and then reaches nothing.
    """
    scope = principal.scope(code)
    if scope is None:
        return queryset.none()
    if scope.everything:
        return queryset
    reach = Q()
    hit = False
    parts: list[tuple[str | None, Any]] = [
        (branch, scope.branches),
        (customer, scope.customers),
        (owner, {principal.user_id} if scope.own and principal.user_id else ()),
    ]
    for column, values in parts:
        if column and values:
            reach |= Q(**{f"{column}__in": list(values)})
            hit = True
    return queryset.filter(reach) if hit else queryset.none()
