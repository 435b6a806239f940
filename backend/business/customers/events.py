"""What customers tells the rest of the house and the world. Contacts stay out: they are personal data."""

from __future__ import annotations

import uuid
from datetime import datetime

from backend.kernel.events import Event, described, event, ref


@event("customer.created", version=1, subject="cus")
class CustomerCreated(Event):
    """A customer was added."""

    customer: uuid.UUID = ref("cus")
    kind: str
    class_code: str
    name: str
    language: str
    branch: uuid.UUID | None = ref("brn")


@event("customer.updated", version=1, subject="cus")
class CustomerUpdated(Event):
    """A customer changed; `changed` names the fields."""

    customer: uuid.UUID = ref("cus")
    kind: str
    class_code: str
    name: str
    language: str
    branch: uuid.UUID | None = ref("brn")
    changed: list[str]


@event("customer.deleted", version=1, subject="cus")
class CustomerDeleted(Event):
    """A customer that nothing referred to was deleted."""

    customer: uuid.UUID = ref("cus")


@event("customer.erased", version=1, subject="cus")
class CustomerErased(Event):
    """A customer's personal data was erased; forget yours too. Its id stays."""

    customer: uuid.UUID = ref("cus")


@event("customer.merged", version=1, subject="cus")
class CustomerMerged(Event):
    """A duplicate was merged into a customer: whatever named the duplicate names the customer now."""

    customer: uuid.UUID = ref("cus", doc="The one that is left.")
    duplicate: uuid.UUID = ref("cus")
    undo_until: datetime = described("Until when it can be taken back.")


@event("customer.merge_undone", version=1, subject="cus")
class CustomerMergeUndone(Event):
    """A merge was taken back: what had come from the duplicate is the duplicate's again."""

    customer: uuid.UUID = ref("cus", doc="The one that the duplicate was merged into.")
    duplicate: uuid.UUID = ref("cus")
