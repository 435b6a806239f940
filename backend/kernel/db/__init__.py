"""Transactions, locks and numbers: the only way that services touch the database's concurrency."""

from backend.kernel.db.numbers import next_number
from backend.kernel.db.reading import read
from backend.kernel.db.rows import fetch, fixed, insert, select, together
from backend.kernel.db.transactions import (
    DatabaseBusy,
    NoTransaction,
    advisory_lock,
    change_all,
    in_transaction,
    lock,
    lock_ids,
    lock_queryset,
    lock_where,
    on_commit,
    require_transaction,
    transaction,
)

__all__ = [
    "DatabaseBusy",
    "NoTransaction",
    "advisory_lock",
    "change_all",
    "fetch",
    "fixed",
    "in_transaction",
    "insert",
    "lock",
    "lock_ids",
    "lock_queryset",
    "lock_where",
    "next_number",
    "on_commit",
    "read",
    "require_transaction",
    "select",
    "together",
    "transaction",
]
