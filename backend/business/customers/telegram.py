"""Customers who come by Telegram: found or made, and signed in on the word of the bot."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import Q

from backend.business.customers import events, selectors
from backend.business.customers import permissions as p
from backend.business.customers.contacts import MAX_CONTACTS, key_of
from backend.business.customers.errors import (
    CustomerContactsFull,
    CustomerContactTaken,
    CustomerInactive,
    TelegramContactNotOwn,
    TelegramNotCustomer,
)
from backend.business.customers.models import Customer
from backend.business.customers.services import derived_columns, event_facts, insert_customer
from backend.business.customers.types import ContactKind, CustomerKind, TelegramSession
from backend.business.organizations import facade as organizations
from backend.core.accounts import facade as accounts
from backend.kernel import db
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.events import emit
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal

ROLE = "customer"
"""The code of the role that a customer's user holds over its own customer. Packs seed it."""


def open_telegram_session(
    *,
    principal: Principal,
    telegram_user_id: int,
    first_name: str,
    last_name: str = "",
    language: str = "en",
) -> TelegramSession:
    """Signs in the customer behind a Telegram user; makes the customer and its user at the first time.

    The caller (the bot's service account) vouches for the identity: Telegram told it. What staff or the
    customer have written since stays as it is. The word is good for customers alone: it opens no session of
    staff, of a service account, or of another customer's user who has this Telegram account.

    Raises PermissionDenied, CustomerInactive, TelegramNotCustomer for such a user, InvalidCredentials for a
    suspended one, SecondFactorRequired for one who has a second factor, and ReferenceNotFound where the business
    has no role `customer`. Emits `customer.created` and `user.created` at the first time. Locks the Telegram
    user. A retry opens another session.
    """
    principal.require(p.TELEGRAM)
    contact = {"kind": ContactKind.TELEGRAM.value, "value": str(telegram_user_id), "verified": True}
    with db.transaction():
        # The same lock as for a contact of a new customer: nobody else takes this one meanwhile.
        db.advisory_lock("customers.contact", key_of(contact))
        found = _known_customer(telegram_user_id)
        if found is not None and not found[1]:
            raise CustomerInactive()
        known = accounts.user_by_telegram(telegram_user_id)
        if known is not None and not (
            known.kind == "customer" and found is not None and known.customer_id == found[0]
        ):
            # Before anything is made: what Telegram proves is no password and no second factor.
            raise TelegramNotCustomer()
        name = " ".join(part for part in (first_name.strip(), last_name.strip()) if part)
        if found is None:
            row = insert_customer(
                kind=CustomerKind.INDIVIDUAL.value,
                name=name or str(telegram_user_id),
                class_code=organizations.settings().default_customer_class,
                language=language,
                contacts=[contact],
                telegram_user_id=telegram_user_id,
                created_by_id=principal.user_id,
            )
            customer_id = row.pk
        else:
            customer_id = found[0]
        user_id = (
            known.id
            if known is not None
            else _make_user(customer_id, telegram_user_id, name or str(telegram_user_id), language)
        )
        tokens = accounts.sign_in_by(user_id, method="telegram")
    return TelegramSession(
        customer_id=customer_id,
        user_id=user_id,
        created=found is None,
        access_token=tokens.access_token,
        refresh_token=tokens.refresh_token,
        expires_at=tokens.expires_at,
        refresh_expires_at=tokens.refresh_expires_at,
    )


def prove_telegram_contact(
    *, principal: Principal, telegram_user_id: int, contact_user_id: int, phone: str
) -> dict[str, Any]:
    """Keeps a telephone number that a customer shared in a chat as verified, and answers the contact.

    Telegram finds `contact_user_id` by the number, so one's own contact cannot name somebody else's telephone. The
    caller (the bot's service account) vouches for both ids. `phone` is E.164.

    Raises PermissionDenied, TelegramContactNotOwn where the two ids differ, ReferenceNotFound where no customer has
    the Telegram account, CustomerInactive, CustomerContactTaken where the number is verified as another
    customer's, and CustomerContactsFull. Emits `customer.updated` where anything changed. Locks the number, then the
    customer. A retry changes nothing.
    """
    principal.require(p.TELEGRAM)
    if contact_user_id != telegram_user_id:
        raise TelegramContactNotOwn(pointer="/contact_user_id")
    contact = {"kind": ContactKind.PHONE.value, "value": phone, "verified": True}
    key = key_of(contact)
    with db.transaction():
        db.advisory_lock("customers.contact", key)
        known = _known_customer(telegram_user_id)
        rows = db.lock(Customer, [known[0]]) if known is not None else []
        # Looked at again under the lock: an erasure takes the Telegram account, a merging the customer.
        if not rows or known != _known_customer(telegram_user_id):
            raise ReferenceNotFound(reference=str(telegram_user_id), pointer="/telegram_user_id")
        row: Customer = rows[0]
        if not row.active:
            raise CustomerInactive()
        others = Customer.objects.filter(contact_keys__contains=[key])
        # Who was merged into this one is the same person.
        for other in others.exclude(Q(pk=row.pk) | Q(merged_into=row.pk)).order_by("pk"):
            if any(one.get("verified") and key_of(one) == key for one in other.contacts):
                seen = selectors.customers_for(principal).filter(pk=other.pk).exists()
                raise CustomerContactTaken(
                    existing=encode("cus", other.pk) if seen else "…", pointer="/phone"
                )
        kept = [contact if key_of(one) == key else one for one in row.contacts]
        if contact not in kept:
            if len(kept) >= MAX_CONTACTS:
                raise CustomerContactsFull(limit=MAX_CONTACTS)
            kept.append(contact)
        if kept != row.contacts:
            derived = derived_columns(
                name=row.name, contacts=kept, legal_name=row.legal_name, tax_id=row.tax_id
            )
            row.save_versioned(contacts=kept, **derived)
            emit(
                events.CustomerUpdated(**event_facts(row), changed=["contacts"]),
                subject_id=row.pk,
                object_version=row.version,
            )
    return contact


def _known_customer(telegram_user_id: int) -> tuple[uuid.UUID, bool] | None:
    """The customer with this Telegram account, or the one that it was merged into; and whether it is active."""
    row = Customer.objects.filter(telegram_user_id=telegram_user_id).select_related("merged_into").first()
    if row is None:
        return None
    served = row.merged_into or row
    return served.pk, served.active


def _make_user(customer_id: uuid.UUID, telegram_user_id: int, name: str, language: str) -> uuid.UUID:
    """The customer's user, made with its role."""
    user = accounts.create_user(
        principal=None,
        kind="customer",
        name=name,
        telegram_id=telegram_user_id,
        locale=language,
        customer_id=customer_id,
    )
    accounts.assign_role(
        principal=None, user_id=user.id, role=ROLE, scope="customer", customer_id=customer_id
    )
    return user.id
