"""Customers who register by themselves: found by their proved address, or made."""

from __future__ import annotations

import uuid

from backend.business.customers.contacts import key_of
from backend.business.customers.models import Customer
from backend.business.customers.services import insert_customer
from backend.business.customers.types import ContactKind, CustomerKind
from backend.business.organizations import facade as organizations
from backend.core.accounts.types import UserInfo
from backend.kernel import db


def welcome_registered(user: UserInfo) -> uuid.UUID:
    """The customer of a user whose mailbox was just proved: the one of whom it is a verified contact, or a new one.

    A contact that nobody has verified proves nothing: somebody else's customer is never handed over by it.
    Needs an open transaction. Emits customer.created for a new one. Locks the address.
    """
    contact = {"kind": ContactKind.EMAIL.value, "value": user.email, "verified": True}
    db.advisory_lock("customers.contact", key_of(contact))
    for row in Customer.objects.filter(contact_keys__contains=[key_of(contact)], active=True):
        if any(key_of(one) == key_of(contact) and one.get("verified") for one in row.contacts):
            return row.pk
    made = insert_customer(
        kind=CustomerKind.INDIVIDUAL.value,
        name=user.name,
        class_code=organizations.settings().default_customer_class,
        language=user.locale,
        contacts=[contact],
        created_by_id=user.id,
    )
    return made.pk
