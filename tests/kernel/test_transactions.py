"""How a transaction begins: who acts and the first lock go with it, in one round trip where that is possible."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext, suppress
from typing import Any

import pytest
from django.db import connection
from django.db import transaction as django_transaction
from django.db.utils import OperationalError

from backend.kernel import db, tenancy
from backend.kernel.context import RequestContext, request_context
from backend.platform.tenants.owner import owner_connection

FACTS = "SELECT current_setting('guildhall.ctx', true)::jsonb ->> 'ua'"
HARD = [
    "it's",
    "'; RESET ROLE; --",
    "\\'; RESET ROLE; --",
    "\\",
    'a "quoted" word',
    "100% %s %(name)s",
    "Ф \U0001f600 \u202e",
    "E'",
    "$$",
]


def in_a_savepoint() -> Any:
    """As where a transaction is open already: its beginning cannot carry anything."""
    return django_transaction.atomic()


@pytest.mark.parametrize("around", [nullcontext, in_a_savepoint])
@pytest.mark.parametrize("agent", HARD)
def test_who_acts_arrives_as_it_is(live_tenant: Any, around: Callable[[], Any], agent: str) -> None:
    with around(), request_context(RequestContext(user_agent=agent)), db.transaction():
        assert db.fetch(FACTS) == [(agent,)]
        assert db.fetch("SELECT current_user::text, current_schema()::text") == [
            (tenancy.role_of(live_tenant.schema), live_tenant.schema)
        ]
    assert not db.fetch("SELECT nullif(current_setting('guildhall.ctx', true), '')")[0][0]


def taken(run_parallel: Any, key: str) -> bool:
    """Whether another session finds the lock taken."""

    def attempt(_index: int) -> bool:
        with db.transaction():
            return not db.advisory_lock("test", key, wait=False)

    (found,) = run_parallel(attempt, 1)
    return bool(found)


def test_a_lock_is_held_from_the_beginning_to_the_end(live_tenant: Any, run_parallel: Any) -> None:
    with db.transaction(holding=("test", "one")):
        assert taken(run_parallel, "one")
        with db.transaction(holding=("test", "two")):
            pass
        assert taken(run_parallel, "two"), "an inner block's lock is the whole transaction's"
        assert not taken(run_parallel, "three")
    assert not taken(run_parallel, "one")
    assert not taken(run_parallel, "two")


def test_what_fails_leaves_nothing(live_tenant: Any, run_parallel: Any) -> None:
    def fails() -> None:
        with request_context(RequestContext(user_agent="gone")), db.transaction(holding=("test", "one")):
            raise LookupError

    for _ in range(2):
        with pytest.raises(LookupError):
            fails()
        assert not taken(run_parallel, "one")
        with db.transaction():
            assert db.fetch(FACTS) == [(None,)]


def test_a_session_that_is_gone_says_so(live_tenant: Any) -> None:
    db.fetch("SELECT 1")
    session = connection.connection.info.backend_pid
    with owner_connection() as owner:
        assert owner.execute("SELECT pg_terminate_backend(%s, 20000)", [session]).fetchone() == (True,)
    with pytest.raises(OperationalError), db.transaction(holding=("test", "one")):
        pytest.fail("began in no session")
    connection.close()
    with db.transaction(holding=("test", "one")):
        assert db.fetch("SELECT 1") == [(1,)]


def test_what_waits_for_a_commit_runs_in_its_business_and_once_where_asked(alpha: Any, beta: Any) -> None:
    ran: list[tuple[str, str]] = []

    def first() -> None:
        ran.append(("first", tenancy.schema_name()))

    def other() -> None:
        ran.append(("other", tenancy.schema_name()))

    with tenancy.tenant_context(tenancy.PUBLIC), db.transaction():
        for info in (alpha, beta):
            with tenancy.tenant_context(info):
                db.on_commit(first, once=True)
                db.on_commit(first, once=True)
                db.on_commit(other)
                db.on_commit(other)
        with suppress(LookupError), in_a_savepoint():
            db.on_commit(first, once=True)
            raise LookupError
        # What stood in the savepoint that was undone is no reason to leave it out.
        db.on_commit(first, once=True)
        assert ran == []
    both = [
        [("first", info.schema), ("other", info.schema), ("other", info.schema)] for info in (alpha, beta)
    ]
    assert ran == [*both[0], *both[1], ("first", "public")]
