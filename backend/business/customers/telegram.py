"""Customers who come by Telegram: found or made, and signed in on the word of the bot."""

from __future__ import annotations

import uuid

from backend.business.customers import permissions as p
from backend.business.customers.contacts import key_of
from backend.business.customers.errors import CustomerInactive, TelegramNotCustomer
from backend.business.customers.models import Customer
from backend.business.customers.services import insert_customer
from backend.business.customers.types import ContactKind, CustomerKind, TelegramSession
from backend.business.organizations import facade as organizations
from backend.core.accounts import facade as accounts
from backend.kernel import db
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
