"""Identity documents of customers: the number is sealed at rest, masked when shown, opened on record."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from backend.business.customers import permissions as p
from backend.business.customers import selectors
from backend.business.customers.errors import IdentityUnreadable
from backend.business.customers.events import CustomerUpdated
from backend.business.customers.models import Customer
from backend.business.customers.services import event_facts
from backend.kernel import actions, crypto, db, holds
from backend.kernel.errors import ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.permissions import Principal

logger = logging.getLogger(__name__)

SHOWN = 4
"""Characters of a number that everybody who sees the customer may see."""


def _place(customer_id: uuid.UUID) -> str:
    return f"customers.customer.identity:{customer_id}"


def opened(customer_id: uuid.UUID, identity: Mapping[str, Any]) -> dict[str, Any] | None:
    """The document with its number in the clear; None where there is none. Raises CannotDecrypt."""
    if not identity:
        return None
    number = crypto.decrypt(identity["number"], context=_place(customer_id)).decode()
    return {**{name: value for name, value in identity.items() if name != "last"}, "number": number}


def set_identity(
    *,
    principal: Principal,
    customer_id: uuid.UUID,
    kind: str,
    number: str,
    country: str,
    issued_by: str = "",
    issued_on: date | None = None,
    valid_until: date | None = None,
    expected_version: int | None = None,
) -> Customer:
    """Keeps a customer's identity document; the one before it is replaced.

    Raises PermissionDenied, ResourceNotFound, VersionMismatch, CustomerMerged. Emits customer.updated. Locks the
    customer. A retry seals the same number again.
    """
    principal.require(p.UPDATE)
    with db.transaction():
        row = _locked(principal, customer_id, p.UPDATE)
        row.check_version(expected_version)
        selectors.refuse_merged(principal, row)
        plain = "".join(number.split()).upper()
        row.save_versioned(
            identity={
                "kind": kind,
                "country": country,
                "number": crypto.encrypt(plain.encode(), context=_place(row.pk)),
                # Of a short number less is shown, so that most of it stays hidden.
                "last": plain[-min(SHOWN, len(plain) // 2) :] if len(plain) > 1 else "",
                "issued_by": issued_by,
                "issued_on": issued_on.isoformat() if issued_on else None,
                "valid_until": valid_until.isoformat() if valid_until else None,
            }
        )
        _say(row)
    return row


def remove_identity(*, principal: Principal, customer_id: uuid.UUID) -> Customer:
    """Forgets a customer's identity document. Raises PermissionDenied, ResourceNotFound and DataHeld.

    Emits customer.updated. Locks the customer. A retry changes nothing further.
    """
    principal.require(p.UPDATE)
    with db.transaction():
        row = _locked(principal, customer_id, p.UPDATE)
        if row.identity:
            holds.refuse_held(row.pk)
            row.save_versioned(identity={})
            _say(row)
    return row


def reveal_identity(*, principal: Principal, customer_id: uuid.UUID) -> dict[str, Any]:
    """A customer's identity document with its number in the clear; who looked is recorded.

    Raises PermissionDenied, ResourceNotFound also where the customer has no document, IdentityUnreadable.
    """
    row = selectors.customers_for(principal, p.IDENTITY).filter(pk=customer_id).first()
    principal.require(p.IDENTITY)
    try:
        found = opened(customer_id, row.identity) if row is not None else None
    except crypto.CannotDecrypt as error:
        logger.exception("the identity document of customer %s does not open", customer_id)
        raise IdentityUnreadable() from error
    if found is None:
        raise ResourceNotFound()
    actions.record(
        actions.VIEWED, subject_type="customer", subject_id=customer_id, details={"data": "identity"}
    )
    return found


def _locked(principal: Principal, customer_id: uuid.UUID, code: Any) -> Customer:
    if not selectors.customers_for(principal, code).filter(pk=customer_id).exists():
        raise ResourceNotFound()
    row: Customer = db.lock(Customer, [customer_id])[0]
    return row


def _say(row: Customer) -> None:
    emit(
        CustomerUpdated(**event_facts(row), changed=["identity"]),
        subject_id=row.pk,
        object_version=row.version,
    )
