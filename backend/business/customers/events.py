"""What customers tells the rest of the house and the world. Contacts stay out: they are personal data."""

from __future__ import annotations

import uuid

from backend.kernel.events import Event, event, ref


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
