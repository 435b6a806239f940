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


@event("scope_set.created", version=1, subject="scs")
class ScopeSetCreated(Event):
    """A scope set was created."""

    scope_set: UUID = ref("scs")
    code: str


@event("scope_set.updated", version=1, subject="scs")
class ScopeSetUpdated(Event):
    """A scope set's names, branches or customers changed."""

    scope_set: UUID = ref("scs")
    code: str


@event("scope_set.deleted", version=1, subject="scs")
class ScopeSetDeleted(Event):
    """A scope set was deleted."""

    scope_set: UUID = ref("scs")
    code: str


@event("security_policy.updated", version=1, subject="spo")
class SecurityPolicyUpdated(Event):
    """The business's rules of security changed: the groups and lists that are named."""

    policy: UUID = ref("spo")
    changed: list[str]


@event("user.registered", version=1, subject="usr")
class UserRegistered(Event):
    """Somebody registered by themselves and proved the address."""

    user: UUID = ref("usr")
    name: str
    customer: UUID | None = ref("cus")


@event("user.deleted", version=1, subject="usr")
class UserDeleted(Event):
    """A user was deleted: its personal data is gone, its id stays in the history."""

    user: UUID = ref("usr")


@event("invitation.sent", version=1, subject="inv")
class InvitationSent(Event):
    """An invitation was made, or its link was sent anew."""

    invitation: UUID = ref("inv")
    kind: str
    customer: UUID | None = ref("cus")


@event("invitation.accepted", version=1, subject="inv")
class InvitationAccepted(Event):
    """An invited person became a user."""

    invitation: UUID = ref("inv")
    kind: str
    user: UUID = ref("usr")


@event("invitation.revoked", version=1, subject="inv")
class InvitationRevoked(Event):
    """An invitation was taken back."""

    invitation: UUID = ref("inv")
    kind: str
