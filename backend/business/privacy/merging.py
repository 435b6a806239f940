"""Two customers become one: what they agreed to and asked for goes along, and comes back when that was wrong."""

from __future__ import annotations

import uuid

from backend.business.customers.errors import CustomerErasureOpen
from backend.business.privacy.models import Consent, Kind, PrivacyRequest, State
from backend.kernel import db, holds

Moved = dict[str, list[uuid.UUID]]


def check_merge(source: uuid.UUID, target: uuid.UUID) -> None:
    """Refuses to merge customers, or to take that back, where one is held or asked to be forgotten.

    Needs the caller's transaction. Raises DataHeld and CustomerErasureOpen. Locks both customers against new requests
    and against erasures, until the transaction ends.
    """
    for customer_id in sorted([source, target]):
        db.advisory_lock("privacy.customer", customer_id)
    for customer_id in (source, target):
        holds.refuse_held(customer_id)
    waiting = PrivacyRequest.objects.filter(
        customer_id__in=[source, target], kind=Kind.ERASURE, state__in=[State.REQUESTED, State.APPROVED]
    )
    if waiting.exists():
        raise CustomerErasureOpen()


def move_to_customer(source: uuid.UUID, target: uuid.UUID) -> Moved:
    """Gives the consents and requests of one customer to another; answers which these were.

    Of a purpose the latest row of either counts from then on. Needs the caller's transaction, with both customers
    locked: who writes a consent or a request holds its customer.
    """
    consents = list(Consent.objects.filter(customer_id=source).values_list("pk", flat=True))
    requests = list(PrivacyRequest.objects.filter(customer_id=source).values_list("pk", flat=True))
    db.change_all(Consent, consents, customer_id=target)
    db.change_all(PrivacyRequest, requests, customer_id=target)
    return {"consents": consents, "privacy_requests": requests}


def return_from_customer(source: uuid.UUID, target: uuid.UUID, moved: Moved) -> None:
    """Gives what `move_to_customer` moved back; what was agreed to since stays with `target`. Needs the same."""
    consents = Consent.objects.filter(pk__in=moved["consents"], customer_id=target)
    requests = PrivacyRequest.objects.filter(pk__in=moved["privacy_requests"], customer_id=target)
    db.change_all(Consent, consents.values_list("pk", flat=True), customer_id=source)
    db.change_all(PrivacyRequest, requests.values_list("pk", flat=True), customer_id=source)
