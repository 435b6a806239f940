"""The audit log through a restore and its undo: the chain holds, no entry is gone, and the restore is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from backend.core.audit import chain
from backend.core.audit.models import AccessEntry, AuditEntry
from backend.kernel import actions, clock, ids
from backend.kernel.tenancy import PUBLIC, tenant_context
from tests.platform.backups.conftest import Business


@contextmanager
def within(business: Business) -> Iterator[None]:
    from backend.kernel import tenancy

    with tenant_context(tenancy.resolve_id(business.info.id) or business.info):
        yield


def act(business: Business, count: int = 3, *, seal: bool = True) -> chain.Head:
    """Entries of the business, sealed, and the end of its chain noted in the operator's log."""
    with within(business):
        for index in range(count):
            actions.record(actions.VIEWED, details={"index": index})
        if not seal:
            return chain.head()
        chain.seal()
        end = chain.head()
    with tenant_context(PUBLIC):
        chain.anchor(chain.shard_of(business.info.id), {business.info.id: end})
    return end


def entries(business: Business) -> set[Any]:
    with within(business):
        return set(AuditEntry.objects.values_list("id", flat=True))


def told(business: Business) -> list[Any]:
    with within(business):
        rows = AuditEntry.objects.filter(action="audit.restored").order_by("id")
        return [(row.after or {}) | {"actor": row.actor_kind, "subject": row.row_id} for row in rows]


def holds(business: Business) -> chain.Verdict:
    with within(business):
        chain.seal()
        verdict = chain.verify()
    assert verdict.sound, verdict.fault
    return verdict


def test_the_log_survives_a_restore_and_its_undo(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any]
) -> None:
    from backend.platform.backups.restoring import run_undo
    from backend.platform.backups.services import request_undo

    noted = act(business)
    act(business, seal=False)
    backup = take(business)
    later = act(business)
    act(business, seal=False)
    with within(business):
        AccessEntry.objects.create(
            at=clock.now(),
            method="GET",
            route="/x",
            status=200,
            duration_ms=1,
            actor_kind="staff",
            request_id="r",
        )
    before = entries(business)

    done = restore(backup)
    assert done.state == "succeeded"
    assert before < entries(business)
    (said,) = told(business)
    assert said["restore"] == ids.encode("rst", done.id)
    assert (said["undo"], said["actor"], said["subject"]) == (False, "system", business.info.id)
    assert said["log"]["found"] == "prefix"
    assert said["log"]["through"] == noted.sequence
    verdict = holds(business)
    assert verdict.last > later.sequence
    assert verdict.unsealed == 0
    with within(business):
        assert AccessEntry.objects.count() == 1

    # Noted between the restore and its undo: it holds afterwards too.
    act(business)
    between = entries(business)
    request_undo(principal=None, restore_id=done.id)
    run_undo(done.id)
    done.refresh_from_db()
    assert (done.state, done.error) == ("undone", "")
    assert between < entries(business)
    assert [row["undo"] for row in told(business)] == [False, True]
    act(business)
    holds(business)
    # The tenant's own role still writes it, and still removes nothing.
    rights = business.run(
        "SELECT has_table_privilege(%s, %s, 'INSERT'), count(*) FROM pg_trigger"
        " WHERE tgrelid = %s::regclass AND tgname LIKE 'audit_guard%%' AND tgenabled = 'O'",
        "tr_" + business.schema[2:],
        *[f"{business.schema}.audit_entry"] * 2,
    )
    assert rights == [(True, 3)]
