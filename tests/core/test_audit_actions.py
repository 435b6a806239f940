"""Actions that change no row: they are recorded with who and where, and forge no entry of a change."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.db import DatabaseError, connection
from django.db import transaction as django_transaction

from backend.core.audit.models import AuditEntry
from backend.kernel import actions, db, tenancy
from backend.kernel.context import RequestContext, request_context
from backend.kernel.ids import encode, new_id

COLUMNS = 'id, at, txid, "table", row_id, action, before, after, actor_kind'


def newest() -> AuditEntry:
    return AuditEntry.objects.order_by("-id")[0]


def test_an_action_is_recorded_with_who_and_where(tenant: Any) -> None:
    actor, subject = new_id(), new_id()
    facts = RequestContext(
        actor=encode("usr", actor), actor_kind="staff", request_id="req_12345678", ip="192.0.2.7"
    )
    with django_transaction.atomic(), request_context(facts):
        actions.record(
            actions.EXPORTED, subject_type="user", subject_id=subject, details={"rows": 3, "of": new_id()}
        )
    entry = newest()
    assert (entry.action, entry.table, entry.row_id) == ("data.exported", "accounts_user", subject)
    assert (entry.actor_id, entry.actor_kind, entry.ip) == (actor, "staff", "192.0.2.7")
    assert entry.after is not None
    assert (entry.before, entry.after["rows"], entry.request_id) == (None, 3, "req_12345678")
    assert entry.id.version == 7
    assert entry.txid > 0


def test_a_sign_in_names_the_user_whom_the_context_does_not_know_yet(tenant: Any) -> None:
    user = new_id()
    with request_context(RequestContext(actor_kind="anonymous", ip="192.0.2.8")):
        actions.record(actions.SIGNED_IN, subject_type="user", subject_id=user, actor_id=user)
    assert (newest().actor_id, newest().row_id) == (user, user)


def test_an_action_goes_with_its_transaction(live_tenant: Any) -> None:
    before = AuditEntry.objects.count()

    def undone() -> None:
        with db.transaction():
            actions.record(actions.VIEWED)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        undone()
    assert AuditEntry.objects.count() == before
    actions.record(actions.VIEWED)
    assert (newest().action, newest().row_id, newest().table) == ("data.viewed", None, "")


def test_an_action_stays_in_its_business(tenant: Any, other_tenant: Any) -> None:
    with tenancy.tenant_context(other_tenant):
        before = AuditEntry.objects.count()
    actions.record(actions.DOWNLOADED, subject_type="report")
    assert newest().table == "report"
    with tenancy.tenant_context(other_tenant):
        assert AuditEntry.objects.count() == before


def test_an_operators_action_is_in_the_operators_log(public: Any) -> None:
    actions.record(actions.IMPERSONATED, subject_type="user", subject_id=new_id())
    assert newest().action == "auth.impersonated"


def test_it_takes_one_statement(tenant: Any, queries: Any) -> None:
    with db.transaction(), queries() as seen:
        actions.record(actions.VIEWED, details={"a": 1})
    assert len([text for text in seen if "SAVEPOINT" not in str(text)]) == 1


@pytest.mark.parametrize("deed", ["insert", "update", "delete", "Insert", "", ".", "a.b; --", "a.B", "x"])
def test_no_entry_of_a_change_is_forged(tenant: Any, deed: str) -> None:
    before = AuditEntry.objects.count()
    with (
        pytest.raises(DatabaseError, match="append-only"),
        django_transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            f"INSERT INTO audit_entry ({COLUMNS}) VALUES"
            " (gen_random_uuid(), now(), 1, 'accounts_user', gen_random_uuid(), %s, NULL, NULL, 'staff')",
            [deed],
        )
    assert AuditEntry.objects.count() == before


def test_an_action_cannot_choose_its_time_place_or_seal(tenant: Any) -> None:
    key = uuid.uuid4()
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO audit_entry ({COLUMNS}, sequence, previous_hash, hash, ip) VALUES"
            " (%s, '2001-01-01', 1, 'x', NULL, 'data.viewed', NULL, NULL, 'system', 7, 'x', 'x', '192.0.2.66')",
            [key],
        )
    entry = newest()
    assert (entry.action, entry.id != key) == ("data.viewed", True)
    assert entry.at.year > 2001
    assert (entry.sequence, entry.previous_hash, entry.hash, entry.ip) == (None, None, None, None)
    assert entry.actor_kind == "database"


def test_the_catalogue_refuses_nonsense(tenant: Any) -> None:
    with pytest.raises(ValueError, match=r"not domain\.deed"):
        actions.action("nodot", "x")
    with pytest.raises(ValueError, match="declared twice"):
        actions.action("data.viewed", "Another")
    assert actions.action("data.viewed", actions.VIEWED.label) is actions.VIEWED
    with pytest.raises(ValueError, match="not declared"):
        actions.record(actions.Action("made.up", "x"))
    with pytest.raises(ValueError, match="characters"):
        actions.record(actions.VIEWED, details={"x": "y" * actions.MOST_DETAILS})
