"""What accounts hands to other domains."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

OWNER = "owner"
"""The code of the role that holds everything (`*`) over the whole business."""


@dataclass(frozen=True, slots=True)
class RoleSpec:
    """A predefined role, as packs give it.

    `names` is localized (`{"en": "Accountant", …}`), `permissions` are codes or patterns (`orders.*`, `*`)
    of which each must fit at least one permission, `parent` is the code of the role that it inherits from
    and must be among the roles that are seeded together or already there.
    """

    code: str
    names: Mapping[str, str]
    permissions: tuple[str, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """A role over a scope: `business`, `branch` (with `branch_id`), `own`, `customer` (with `customer_id`), or
    `set` (with `scope_set_id`).
    """

    role_id: uuid.UUID
    scope: str = "business"
    branch_id: uuid.UUID | None = None
    customer_id: uuid.UUID | None = None
    scope_set_id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class TokenPair:
    """What a sign-in gives: a short access token and a refresh token that is good for one renewal."""

    access_token: str
    refresh_token: str
    expires_at: datetime
    refresh_expires_at: datetime
    user_id: uuid.UUID
    session_id: uuid.UUID
    kind: str
    absolute_expires_at: datetime | None = None
    """When the session ends even if it is renewed; None for service accounts."""


@dataclass(frozen=True, slots=True)
class Impersonation:
    """An operator who acts as the user: who, why, and until when at most."""

    operator_id: uuid.UUID
    reason: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class ServiceSecret:
    """A service account with its secret, which is shown this once."""

    user_id: uuid.UUID
    secret: str


@dataclass(frozen=True, slots=True)
class UserInfo:
    """A user as other domains see one."""

    id: uuid.UUID
    kind: str
    name: str
    email: str | None
    phone: str | None
    telegram_id: int | None
    locale: str
    status: str
    customer_id: uuid.UUID | None = None
    preferences: Mapping[str, object] = field(default_factory=dict)


KnownIds = Callable[[Collection[uuid.UUID]], Collection[uuid.UUID]]
"""Of some ids, those that exist. Higher layers answer it for branches and customers."""

BranchParents = Callable[[], Mapping[uuid.UUID, uuid.UUID | None]]
"""Every branch of the business that runs, with the branch that it lies under."""

CustomerHomes = Callable[[Collection[uuid.UUID]], Mapping[uuid.UUID, uuid.UUID | None]]
"""Of some customers, those that are active, with their branches."""
