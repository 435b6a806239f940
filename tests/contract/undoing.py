"""What a test does in a schema of everybody's is undone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from backend.kernel.tenancy import TenantInfo, tenant_context


@contextmanager
def undone() -> Iterator[None]:
    """A transaction that is undone, and what waits for its commit with it."""
    outer = transaction.atomic()
    outer.__enter__()
    try:
        yield
    finally:
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)
        connection.run_on_commit.clear()


@contextmanager
def rolled_back(info: TenantInfo) -> Iterator[None]:
    """The schema, entered, in a transaction that is undone."""
    with tenant_context(info), undone():
        yield
