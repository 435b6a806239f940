"""Events of accounts."""

from __future__ import annotations

from uuid import UUID

from backend.kernel.events import Event, event, ref


@event("user.created", version=1, subject="usr")
class UserCreated(Event):
    """A user was created."""

    user: UUID = ref("usr")
    kind: str
    name: str


@event("user.updated", version=1, subject="usr")
class UserUpdated(Event):
    """A user's data, status or roles changed."""

    user: UUID = ref("usr")
    status: str
    changed: list[str]


@event("role.created", version=1, subject="rol")
class RoleCreated(Event):
    """A role was created."""

    role: UUID = ref("rol")
    code: str


@event("role.updated", version=1, subject="rol")
class RoleUpdated(Event):
    """A role's names, permissions or parent changed."""

    role: UUID = ref("rol")
    code: str


@event("role.deleted", version=1, subject="rol")
class RoleDeleted(Event):
    """A role was deleted."""

    role: UUID = ref("rol")
    code: str


@event("security_policy.updated", version=1, subject="spo")
class SecurityPolicyUpdated(Event):
    """The business's rules of security changed: the groups and lists that are named."""

    policy: UUID = ref("spo")
    changed: list[str]
