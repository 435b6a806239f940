"""Control accounts: each says what the documents of a domain sum to, or something is wrong."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django_ledger.models import AccountModel

from backend.business.ledger import events, statements
from backend.business.ledger.book import current_book, find_book
from backend.kernel import db
from backend.kernel.events import emit
from backend.kernel.money import Money


@dataclass(frozen=True, slots=True)
class ControlDifference:
    """An account whose balance, on its own side, is not the sum of its documents."""

    account_id: uuid.UUID
    code: str
    books: Money
    documents: Money


def control_differences(documents: Callable[[], Mapping[str, int]]) -> list[ControlDifference]:
    """The control accounts that differ from what `documents` sums up, in minor units by account code.

    An account without entries counts as nothing. Both sides are read twice, and what differs only once was a
    payment that came in between. None for a business without a book.
    """
    if find_book() is None:
        return []
    first = _differences(documents())
    return [found for found in _differences(documents()) if found in first] if first else []


def _differences(expected: Mapping[str, int]) -> list[ControlDifference]:
    book = current_book()
    rows = AccountModel._base_manager.filter(coa_model_id=book.chart_id, code__in=list(expected))
    held = {row.code: row.balance for row in statements.balances()}
    found = []
    for account, code in rows.order_by("code").values_list("pk", "code"):
        documents = Money.of(expected[code], book.currency)
        own = held.get(code, Money.of(0, book.currency))
        if own != documents:
            found.append(ControlDifference(account, code, own, documents))
    return found


def announce_differences(differences: list[ControlDifference]) -> None:
    """Emits ledger.control_differs for each."""
    with db.transaction():
        for found in differences:
            emit(
                events.ControlDiffers(
                    account=found.account_id,
                    code=found.code,
                    books=found.books,
                    documents=found.documents,
                ),
                subject_id=found.account_id,
                object_version=1,
            )
