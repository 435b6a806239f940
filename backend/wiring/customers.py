"""What names a customer in every domain goes to another when the two are merged, and comes back."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from backend.business.customers import facade as customers
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
        source: uuid.UUID, target: uuid.UUID, moved: customers.Moved, _record: customers.MovedRecord
    ) -> None:
        give_back(source, target, moved)

    return restore


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
        restore=alone(loyalty.return_from_customer),
    )
)
customers.register_mover(
    customers.Mover(
        name="payments",
        move=payments.move_to_customer,
        restore=alone(payments.return_from_customer),
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
