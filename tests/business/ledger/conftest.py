"""A book to post into, and short words for entries."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

import pytest

from backend.business.ledger import facade as ledger
from backend.business.ledger.types import Entry, Leg, credit, debit
from backend.kernel.ids import new_id
from backend.kernel.money import Money

AT = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


def uzs(minor: int) -> Money:
    """So'm, in tiyin."""
    return Money.of(minor, "UZS")


class Books:
    """The book of the tenant that is entered, with two branches."""

    def __init__(self) -> None:
        self.branch, self.second = new_id(), new_id()
        if ledger.find_book() is None:
            ledger.open_book(name="Alpha", currency="UZS", units=[(self.branch, "First")])
        else:
            ledger.add_unit(branch_id=self.branch, name="First")
        ledger.add_unit(branch_id=self.second, name="Second")

    def entry(
        self, key: str, *legs: Leg, at: datetime = AT, unit: uuid.UUID | None = None, **more: Any
    ) -> Entry:
        """An entry of the first branch."""
        return Entry(key=key, at=at, description=key, legs=legs, unit=unit or self.branch, **more)

    def sale(self, key: str, minor: int = 1000, **more: Any) -> Entry:
        """Cash against service revenue."""
        return self.entry(
            key, debit(ledger.CASH, uzs(minor)), credit(ledger.REVENUE_SERVICES, uzs(minor)), **more
        )


@pytest.fixture
def books(tenant: Any) -> Books:
    """The book of "alpha"."""
    return Books()


@pytest.fixture
def live_books(live_tenant: Any) -> Books:
    """A committed book."""
    return Books()
