"""The pgbench-like reference: the statements that one request sent, replayed with new ids and nothing around them."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from backend.kernel import db
from backend.kernel.context import RequestContext, request_context
from backend.kernel.ids import encode, new_id
from backend.kernel.tenancy import TenantInfo, tenant_context
from backend.kernel.tenancy.postgresql.cursors import TenantFixedCursor

_ACTOR = RequestContext(
    actor=encode("usr", new_id()),
    actor_kind="staff",
    request_id="req_bench",
    ip="127.0.0.1",
    user_agent="bench",
)

_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""Ids inside texts: rows that are sent as one JSON document, say."""


@dataclass
class Recording:
    """The statements of one request with their parameters, in order."""

    statements: list[tuple[str, Any, bool]] = field(default_factory=list)
    """Text, parameters, and whether it is written once, so that the server prepares it."""
    after: uuid.UUID = field(default_factory=new_id)
    """Ids made since are the request's own: each replay has others in their place."""


@contextmanager
def recorded() -> Iterator[Recording]:
    """Records the block's statements on the default connection."""
    recording = Recording()

    def note(execute: Any, statement: str, params: Any, many: bool, context: Any) -> Any:
        fixed = isinstance(context["cursor"].cursor, TenantFixedCursor)
        recording.statements.append((statement, params, fixed))
        return execute(statement, params, many, context)

    with connection.execute_wrapper(note):
        yield recording


def replayer(tenant: TenantInfo, recording: Recording, fresh: Callable[[str], str | None]) -> Any:
    """Makes the means of a thread (an entered connection) and the work of one transaction.

    `fresh` gives another text in place of one that must not come twice, None for any other.
    """

    class Means:
        """A thread's own connection, in the tenant."""

        def __init__(self) -> None:
            self.context = tenant_context(tenant)
            self.context.__enter__()

        def close(self) -> None:
            """Leaves the tenant and the database."""
            connection.close()
            self.context.__exit__(None, None, None)

    def work(_means: Means) -> None:
        known: dict[Any, Any] = {}

        def put(value: Any) -> Any:
            if isinstance(value, dict):
                return {name: put(one) for name, one in value.items()}
            if isinstance(value, (list, tuple)):
                return type(value)(put(one) for one in value)
            if isinstance(value, uuid.UUID) and value > recording.after:
                return known.setdefault(value, new_id())
            if isinstance(value, str):
                if value not in known:
                    known[value] = fresh(value) or _ID.sub(lambda found: str(put(uuid.UUID(found[0]))), value)
                return known[value]
            return value

        # The transaction says who acts and takes the lock of a request, as an order's does.
        with request_context(_ACTOR), db.transaction(holding=("bench", new_id())):
            for statement, params, fixed in recording.statements:
                with db.fixed() if fixed else connection.cursor() as cursor:
                    cursor.execute(statement, put(params) if params else params)

    return Means, work
