"""The customer of an order becomes known after it was placed."""

from __future__ import annotations

import uuid

from backend.business.customers import facade as customers
from backend.business.orders import events
from backend.business.orders import permissions as p
from backend.business.orders.errors import OrderHasCustomer
from backend.business.orders.models import Order
from backend.business.orders.selectors import orders_for, over
from backend.business.payments import facade as payments
from backend.business.payments.errors import SettlementChanged
from backend.core.files import facade as files
from backend.kernel import db
from backend.kernel.errors import ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.permissions import PermissionDenied, Principal


def attach_order_customer(
    *, principal: Principal, order_id: uuid.UUID, customer: uuid.UUID, expected_version: int | None = None
) -> Order:
    """Gives an order of nobody to a customer, with its files, what it owes and what was paid for it.

    It may be done in any state: money of a cancelled order needs somebody whose credit it is. Where one payment is
    for several orders of nobody, they all go along, for who paid one paid the others. Points are earned on
    completion only; an order that is completed earns none by this.

    Raises ResourceNotFound, PermissionDenied (also where an order that goes along is beyond the caller),
    VersionMismatch, ReferenceNotFound and CustomerInactive for the customer, OrderHasCustomer and
    SettlementChanged. Emits order.customer_attached for each order. Locks the files, the orders, then what
    payments locks, and keeps the customer from being erased. A retry raises OrderHasCustomer.
    """
    with db.transaction():
        seen = orders_for(principal).filter(pk=order_id).first()
        if seen is None:
            raise ResourceNotFound()
        principal.require_over(p.UPDATE, **over(seen))
        if seen.customer_id is not None:
            raise OrderHasCustomer()
        customers.customer_for_reference(principal, customer)
        joined = payments.joined_to("order", order_id)
        reached = orders_for(principal).filter(pk__in=joined.subjects)
        allowed = {row.pk for row in reached if principal.allows_over(p.UPDATE, **over(row))}
        if not allowed.issuperset(joined.subjects):
            raise PermissionDenied(permission=str(p.UPDATE))
        files.give(subjects={"order": joined.subjects, "payment": joined.payments}, customer_id=customer)
        customers.hold_customer(customer)
        orders = {row.pk: row for row in db.lock(Order, joined.subjects)}
        order = orders.get(order_id)
        # Somebody else gave it to a customer since: then nothing of it is nobody's any more.
        if order is None or order.customer_id is not None:
            raise OrderHasCustomer()
        order.check_version(expected_version)
        if any(row.customer_id is not None for row in orders.values()):
            raise SettlementChanged()
        payments.attach_customer(
            subject_type="order", subject_id=order_id, joined=joined, customer_id=customer
        )
        for row in orders.values():
            row.save_versioned(customer_id=customer)
            emit(
                events.OrderCustomerAttached(order=row.pk, number=row.number, customer=customer),
                subject_id=row.pk,
                object_version=row.version,
            )
        return order
