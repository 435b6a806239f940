"""What names a customer in every domain goes to another when the two are merged, and comes back."""

from __future__ import annotations

import uuid

from backend.business.customers import facade as customers
from backend.business.loyalty import facade as loyalty
from backend.business.orders import facade as orders
from backend.business.payments import facade as payments
from backend.business.pricing import facade as pricing
from backend.business.privacy import facade as privacy
from backend.core.accounts import facade as accounts
from backend.core.files import facade as files


def return_files(
    source: uuid.UUID, target: uuid.UUID, moved: customers.Moved, record: customers.MovedRecord
) -> None:
    """A file goes back where it is joined to nothing, or to an order or payment that goes back."""
    subjects = [*record["orders"]["orders"], *record["payments"]["payments"]]
    files.return_from_customer(source, target, moved, subjects=subjects)


# In the order in which rows are locked everywhere: quotes, people and files, customers, orders, points, money.
customers.register_mover(
    customers.Mover(
        name="pricing",
        first=True,
        move=pricing.move_to_customer,
        restore=lambda source, target, moved, _record: pricing.return_from_customer(source, target, moved),
        left=pricing.customer_has_quotes,
    )
)
customers.register_mover(
    customers.Mover(
        name="accounts",
        first=True,
        move=accounts.move_to_customer,
        restore=lambda source, target, moved, _record: accounts.return_from_customer(source, target, moved),
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
        restore=lambda source, target, moved, _record: orders.return_from_customer(source, target, moved),
        reach=orders.places_of_customer,
    )
)
customers.register_mover(
    customers.Mover(
        name="loyalty",
        move=loyalty.move_to_customer,
        restore=lambda source, target, moved, _record: loyalty.return_from_customer(source, target, moved),
    )
)
customers.register_mover(
    customers.Mover(
        name="payments",
        move=payments.move_to_customer,
        restore=lambda source, target, moved, _record: payments.return_from_customer(source, target, moved),
        reach=payments.places_of_customer,
    )
)
customers.register_mover(
    customers.Mover(
        name="privacy",
        move=privacy.move_to_customer,
        restore=lambda source, target, moved, _record: privacy.return_from_customer(source, target, moved),
        check=privacy.check_merge,
    )
)
