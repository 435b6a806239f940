"""The books follow what the business does, and are compared with it every night."""

from __future__ import annotations

import logging
from typing import cast

from backend.business.catalog import facade as catalog
from backend.business.ledger import facade as ledger
from backend.business.loyalty import facade as loyalty
from backend.business.orders import facade as orders
from backend.business.organizations.events import BranchCreated
from backend.business.payments import facade as payments
from backend.kernel import schedule, tenancy
from backend.kernel.events import Recorded, on
from backend.kernel.i18n import localized
from backend.kernel.tenancy.tasks import task

logger = logging.getLogger(__name__)

schedule.daily("ledger.check_books")


def open_unit(recorded: Recorded) -> None:
    """Every branch is a unit of the books. A unit that is there stays as it is."""
    said = cast(BranchCreated, recorded.event)
    ledger.add_unit(branch_id=said.branch, name=localized(said.name, ("en",)))


def documents() -> dict[str, int]:
    """What the control accounts have to say, in minor units by account code."""
    worth = loyalty.points_worth(returning=payments.voided_sources("redemption"))
    return {**payments.control_sums(), ledger.LOYALTY_LIABILITY: worth}


def check_books() -> int:
    """Compares control accounts with their documents, and kept balances with the entries' legs.

    Each difference is logged as an error; one of a control account is told as ledger.control_differs, so that
    the business's own systems hear of it. Returns how many there are.
    """
    schema = tenancy.require_tenant().schema
    differences = ledger.control_differences(documents)
    for found in differences:
        logger.error(
            "the books of %s say %s on %s, the documents %s", schema, found.books, found.code, found.documents
        )
    if differences:
        ledger.announce_differences(differences)
    drift = ledger.balance_drift()
    for row in drift:
        logger.error("a balance of %s is kept as %s and sums to %s: %s", schema, row.kept, row.summed, row)
    return len(differences) + len(drift)


@task("ledger.check_books")
def check_books_now() -> int:
    """The check, in the business that the task was sent for."""
    return check_books()


ledger.register_use("payment methods", payments.receives_on)
ledger.register_use("catalogue", catalog.earns_on)
ledger.register_use("orders", orders.earns_on)
on(BranchCreated, name="ledger.open_unit", run=open_unit)
