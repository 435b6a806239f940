"""What organizations tells the rest of the house and the world."""

from __future__ import annotations

import uuid

from backend.kernel.events import Event, event, ref


@event("organization.updated", version=1, subject="org")
class OrganizationUpdated(Event):
    """The business's profile or settings changed."""

    organization: uuid.UUID = ref("org")
    changed: list[str]


@event("branch.created", version=1, subject="brn")
class BranchCreated(Event):
    """A branch was opened. The ledger keeps a unit for each."""

    branch: uuid.UUID = ref("brn")
    code: str
    name: dict[str, str]
    parent: uuid.UUID | None = ref("brn")
    timezone: str
    active: bool


@event("branch.updated", version=1, subject="brn")
class BranchUpdated(Event):
    """A branch changed; `changed` names the fields."""

    branch: uuid.UUID = ref("brn")
    code: str
    name: dict[str, str]
    parent: uuid.UUID | None = ref("brn")
    timezone: str
    active: bool
    changed: list[str]


@event("branch.deleted", version=1, subject="brn")
class BranchDeleted(Event):
    """A branch that nothing referred to was deleted."""

    branch: uuid.UUID = ref("brn")
    code: str
