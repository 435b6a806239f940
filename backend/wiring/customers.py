"""What names a customer in every domain goes to another when the two are merged, and comes back."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime

from backend.business.customers import facade as customers
from backend.business.customers.errors import CustomerMergeBusy
from backend.business.loyalty import facade as loyalty
from backend.business.orders import facade as orders
from backend.business.payments import facade as payments
from backend.business.pricing import facade as pricing
from backend.business.privacy import facade as privacy
from backend.core.accounts import facade as accounts
from backend.core.files import facade as files


def alone(give_back: Callable[[uuid.UUID, uuid.UUID, customers.Moved], None]) -> customers.Restore:
    """What gives rows back by itself, without looking at what other domains moved."""

    def restore(
        source: uuid.UUID,
        target: uuid.UUID,
        moved: customers.Moved,
        _record: customers.MovedRecord,
        _since: datetime,
    ) -> None:
        give_back(source, target, moved)

    return restore


def return_files(
    source: uuid.UUID,
    target: uuid.UUID,
    moved: customers.Moved,
    record: customers.MovedRecord,
    since: datetime,
) -> None:
    """A file goes back where it is joined to nothing, or to an order or payment that goes back."""
    paid = record["payments"]
    subjects = [
        *record["orders"]["orders"],
        *paid["payments"],
        *payments.following(target, paid, since),
    ]
    files.return_from_customer(source, target, moved, subjects=subjects)


def return_points(
    source: uuid.UUID,
    target: uuid.UUID,
    moved: customers.Moved,
    record: customers.MovedRecord,
    _since: datetime,
) -> None:
    """Points go back with those that orders which go back have earned since."""
    orders = payments.subjects_of(record["payments"]["receivables"])
    loyalty.return_from_customer(source, target, moved, orders=orders)


def return_payments(
    source: uuid.UUID,
    target: uuid.UUID,
    moved: customers.Moved,
    _record: customers.MovedRecord,
    since: datetime,
) -> None:
    """A payment goes back with its proofs, which were looked for before anybody was locked."""
    along = payments.return_from_customer(source, target, moved, since=since)
    if files.joined_of_customer(target, subjects=along):
        raise CustomerMergeBusy()


# In the order in which rows are locked everywhere: quotes, people and files, customers, orders, points, money.
customers.register_mover(
    customers.Mover(
        name="pricing",
        first=True,
        move=pricing.move_to_customer,
        restore=alone(pricing.return_from_customer),
        left=pricing.customer_has_quotes,
    )
)
customers.register_mover(
    customers.Mover(
        name="accounts",
        first=True,
        move=accounts.move_to_customer,
        restore=alone(accounts.return_from_customer),
        left=accounts.customer_is_named,
    )
)
customers.register_mover(
    customers.Mover(
        name="files",
        first=True,
        move=files.move_to_customer,
        restore=return_files,
        left=files.customer_has_files,
    )
)
customers.register_mover(
    customers.Mover(
        name="orders",
        move=orders.move_to_customer,
        restore=alone(orders.return_from_customer),
        reach=orders.places_of_customer,
    )
)
customers.register_mover(
    customers.Mover(
        name="loyalty",
        move=loyalty.move_to_customer,
        restore=return_points,
    )
)
customers.register_mover(
    customers.Mover(
        name="payments",
        move=payments.move_to_customer,
        restore=return_payments,
        reach=payments.places_of_customer,
    )
)
customers.register_mover(
    customers.Mover(
        name="privacy",
        move=privacy.move_to_customer,
        restore=alone(privacy.return_from_customer),
        check=privacy.check_merge,
    )
)
