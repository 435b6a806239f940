"""The hash chain: what a superuser removes, alters, inserts or moves is found, and retention keeps it checkable."""

from __future__ import annotations

import hashlib
import json
import random
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, connections
from django.db import transaction as django_transaction

from backend.core.audit import chain, retention
from backend.core.audit.models import AuditEntry
from backend.kernel import actions, clock, db, tenancy
from backend.kernel.context import RequestContext, request_context
from backend.kernel.ids import encode

COLUMNS = 'id, at, txid, "table", row_id, action, before, after, actor_kind, sequence, previous_hash, hash'


def fill(count: int) -> None:
    with db.transaction():
        for index in range(count):
            actions.record(actions.VIEWED, details={"index": index, "text": 'Ő "quoted" \u2028 \\ \t'})


@contextmanager
def superuser() -> Iterator[Any]:
    """Somebody for whom no guard stands."""
    with django_transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        yield cursor


def sealed(count: int = 12) -> list[AuditEntry]:
    fill(count)
    chain.seal()
    return list(AuditEntry.objects.filter(sequence__isnull=False).order_by("sequence"))


def test_entries_are_sealed_in_order_once(live_tenant: Any) -> None:
    first = sealed()
    assert [entry.sequence for entry in first] == list(range(1, len(first) + 1))
    assert [entry.id for entry in first] == sorted(entry.id for entry in first)
    assert chain.seal() == 0
    more = sealed(3)
    assert [entry.hash for entry in more[: len(first)]] == [entry.hash for entry in first]
    verdict = chain.verify()
    assert (verdict.sound, verdict.checked, verdict.unsealed, verdict.more) == (True, len(more), 0, False)
    assert verdict.hash == bytes(more[-1].hash or b"")


def test_the_canonical_form_can_be_computed_by_anybody(live_tenant: Any) -> None:
    entry = sealed(1)[-1]
    with connection.cursor() as cursor:
        cursor.execute("SELECT after::text, host(ip) FROM audit_entry WHERE id = %s", [entry.id])
        after, ip = cursor.fetchone()
    fields = [
        str(entry.sequence),
        str(entry.id),
        entry.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        str(entry.txid),
        entry.table,
        None,
        "data.viewed",
        None,
        after,
        None,
        entry.actor_kind,
        None,
        entry.request_id,
        ip,
        entry.user_agent,
    ]
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    assert hashlib.sha256(bytes(entry.previous_hash or b"") + text.encode()).digest() == bytes(
        entry.hash or b""
    )


def remove(cursor: Any, entry: AuditEntry) -> None:
    cursor.execute("DELETE FROM audit_entry WHERE id = %s", [entry.id])


def alter(column: str, value: str) -> Any:
    def act(cursor: Any, entry: AuditEntry) -> None:
        cursor.execute(f'UPDATE audit_entry SET "{column}" = {value} WHERE id = %s', [entry.id])

    return act


def insert(cursor: Any, entry: AuditEntry) -> None:
    """Makes room after an entry and puts one there, with a link and a hash that are right in themselves."""
    cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    cursor.execute("UPDATE audit_entry SET sequence = -sequence - 1 WHERE sequence > %s", [entry.sequence])
    cursor.execute("UPDATE audit_entry SET sequence = -sequence WHERE sequence < 0")
    key, number = uuid.uuid4(), (entry.sequence or 0) + 1
    moment = entry.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    form = (str(key), moment, "1", "", None, "data.viewed", None, None, None, "staff", None, None, None, None)
    previous = bytes(entry.hash or b"")
    cursor.execute(
        f"INSERT INTO audit_entry ({COLUMNS}) VALUES"
        " (%s, %s, 1, '', NULL, 'data.viewed', NULL, NULL, 'staff', %s, %s, %s)",
        [key, entry.at, number, previous, chain.digest(previous, number, form)],
    )


def swap(cursor: Any, entry: AuditEntry) -> None:
    cursor.execute("UPDATE audit_entry SET sequence = -1 WHERE id = %s", [entry.id])
    cursor.execute(
        "UPDATE audit_entry SET sequence = %s WHERE sequence = %s",
        [entry.sequence, (entry.sequence or 0) + 1],
    )
    cursor.execute(
        "UPDATE audit_entry SET sequence = %s WHERE id = %s", [(entry.sequence or 0) + 1, entry.id]
    )


@pytest.mark.parametrize(
    ("attack", "kinds", "after"),
    [
        (remove, {"removed"}, 0),
        (insert, {"moved"}, 2),
        (swap, {"moved"}, 0),
        (alter("after", "'{\"index\": 0.10}'"), {"altered"}, 0),
        (alter("before", "'{}'"), {"altered"}, 0),
        (alter("at", "at + interval '1 microsecond'"), {"altered"}, 0),
        (alter("txid", "txid + 1"), {"altered"}, 0),
        (alter("table", "'x'"), {"altered"}, 0),
        (alter("row_id", "gen_random_uuid()"), {"altered"}, 0),
        (alter("action", "'data.exported'"), {"altered"}, 0),
        (alter("actor_id", "gen_random_uuid()"), {"altered"}, 0),
        (alter("actor_kind", "'customer'"), {"altered"}, 0),
        (alter("impersonator_id", "gen_random_uuid()"), {"altered"}, 0),
        (alter("request_id", "''"), {"altered"}, 0),
        (alter("ip", "'192.0.2.1'"), {"altered"}, 0),
        (alter("user_agent", "'x'"), {"altered"}, 0),
        (alter("id", "gen_random_uuid()"), {"altered"}, 0),
        (alter("hash", "'\\x00'"), {"altered"}, 0),
        (alter("previous_hash", "'\\x00'"), {"moved"}, 0),
    ],
)
def test_what_a_superuser_does_is_found_where_it_was_done(
    live_tenant: Any, attack: Any, kinds: set[str], after: int
) -> None:
    rows = sealed(14)
    victim = random.Random(7).choice(rows[1:-3])
    with superuser() as cursor:
        attack(cursor, victim)
    verdict = chain.verify()
    assert verdict.fault is not None
    assert verdict.fault.kind in kinds
    assert verdict.fault.sequence == (victim.sequence or 0) + after
    assert not verdict.sound
    # Found too by whoever begins in the middle, and not by whoever looks only behind it.
    assert not chain.verify((victim.sequence or 0) - 1 or 1).sound
    if attack is not insert:  # Which gave all that follow another number.
        assert chain.verify((victim.sequence or 0) + 3).sound


def test_many_random_attacks_are_all_found(live_tenant: Any) -> None:
    rows = sealed(30)
    dice = random.Random(20261121)
    for _ in range(40):
        victims = dice.sample(rows[:-2], dice.randint(1, 4))
        attack = dice.choice([remove, insert, swap, alter("after", "'[1]'"), alter("user_agent", "'other'")])
        with django_transaction.atomic(using="owner"):
            for victim in victims if attack not in (insert, swap) else victims[:1]:
                with superuser() as cursor:
                    attack(cursor, victim)
            tampered = _verify_as_owner()
            django_transaction.set_rollback(True, using="owner")
        assert not tampered.sound
    assert chain.verify().sound


def _verify_as_owner() -> Any:
    """Verifies through the connection that holds the attack, which is not committed."""
    original = chain.connection
    chain.connection = connections["owner"]
    try:
        return chain.verify()
    finally:
        chain.connection = original


def test_the_end_and_a_computed_chain_are_found_by_the_operators_anchors(live_tenant: Any) -> None:
    rows = sealed(6)
    end = chain.head()
    with tenancy.tenant_context(tenancy.PUBLIC):
        chain.anchor(chain.shard_of(live_tenant.id), {live_tenant.id: end})
    assert chain.verify().sound
    with superuser() as cursor:
        cursor.execute("DELETE FROM audit_entry WHERE sequence >= %s", [rows[-2].sequence])
    fault = chain.verify().fault
    assert fault == chain.Fault("removed", rows[-2].sequence or 0, None)
    # Whoever can write all of it computes it anew; the number that the operator noted has another hash then.
    with superuser() as cursor:
        cursor.execute("UPDATE audit_entry SET sequence = NULL, previous_hash = NULL, hash = NULL")
        cursor.execute("UPDATE audit_entry SET after = '{}' WHERE action = 'data.viewed'")
    fill(8)
    chain.seal()
    fault = chain.verify().fault
    assert fault is not None
    assert (fault.kind, fault.sequence) == ("rewritten", end.sequence)


def test_an_entry_that_claims_to_be_old_is_found(live_tenant: Any) -> None:
    sealed(3)
    with superuser() as cursor:
        cursor.execute(
            'INSERT INTO audit_entry (id, at, txid, "table", action, actor_kind)'
            " VALUES (gen_random_uuid(), now() - interval '3 days', 1, 'x', 'delete', 'staff')"
        )
    chain.seal()
    fault = chain.verify().fault
    assert fault is not None
    assert fault.kind == "backdated"


def test_retention_keeps_the_chain_checkable(live_tenant: Any) -> None:
    sealed(10)
    later = clock.now() + timedelta(days=100)
    assert retention.prune_entries(days=200, at=later) == 0
    before = chain.head()
    due = retention.entries_due(days=30, at=later)
    gone = retention.prune_entries(days=30, at=later)
    assert gone == before.sequence - 1
    assert due == (gone, False)
    assert retention.entries_due(days=30, at=later) == (0, False)
    assert chain.verify().sound
    chain.seal()
    verdict = chain.verify()
    assert (verdict.sound, verdict.first) == (True, before.sequence)
    checkpoint = AuditEntry.objects.get(action="audit.pruned")
    assert (checkpoint.after or {})["through"] == gone
    # Cutting more than the checkpoint says is found, and a second turn of retention is not held for that.
    fill(4)
    chain.seal()
    assert retention.prune_entries(days=30, at=later) > 0
    assert chain.verify().sound
    with superuser() as cursor:
        cursor.execute("DELETE FROM audit_entry WHERE sequence = (SELECT min(sequence) FROM audit_entry)")
    fault = chain.verify().fault
    assert fault is not None
    assert fault.kind == "removed"


def test_retention_stops_at_the_first_young_entry(live_tenant: Any) -> None:
    rows = sealed(8)
    with superuser() as cursor:
        cursor.execute(
            "UPDATE audit_entry SET at = at - interval '40 days' WHERE sequence <> %s", [rows[3].sequence]
        )
    assert retention.prune_entries(days=30) == (rows[3].sequence or 0) - 1


@pytest.mark.parametrize(
    "statement", ["DELETE FROM audit_entry", "DELETE FROM audit_entry WHERE sequence = 1"]
)
def test_a_tenant_does_not_prune(live_tenant: Any, statement: str) -> None:
    count = len(sealed(3))

    def attack() -> None:
        with db.transaction(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL guildhall.audit_prune_to = '9999999'")
            cursor.execute(statement)

    with pytest.raises(DatabaseError, match="append-only"):
        attack()
    assert AuditEntry.objects.filter(sequence__isnull=False).count() == count


def test_the_credential_is_sealed_and_older_entries_keep_their_form(live_tenant: Any) -> None:
    fill(3)
    key = uuid.uuid4()
    facts = RequestContext(actor_kind="staff", credential_kind="api_key", credential=encode("key", key))
    with request_context(facts), db.transaction():
        actions.record(actions.EXPORTED)
    chain.seal()
    (entry,) = AuditEntry.objects.filter(action="data.exported")
    assert (entry.credential_kind, entry.credential_id) == ("api_key", key)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {chain._FORM} FROM audit_entry WHERE id = %s", [entry.id])
        form = cursor.fetchone()
    assert form[-2:] == ("api_key", str(key))
    text = json.dumps([str(entry.sequence), *form], ensure_ascii=False, separators=(",", ":"))
    link = bytes(entry.previous_hash or b"")
    assert hashlib.sha256(link + text.encode()).digest() == bytes(entry.hash or b"")
    assert chain.verify().sound
    # Taken from the one, or given to one that had none: both are found.
    for number, changed in (
        (entry.sequence, "credential_kind = NULL, credential_id = NULL"),
        (entry.sequence, "credential_id = gen_random_uuid()"),
        (entry.sequence, "credential_kind = 'session'"),
        ((entry.sequence or 0) - 1, "credential_kind = 'api_key', credential_id = gen_random_uuid()"),
    ):
        with django_transaction.atomic(using="owner"):
            with superuser() as cursor:
                cursor.execute(f"UPDATE audit_entry SET {changed} WHERE sequence = %s", [number])
            fault = _verify_as_owner().fault
            django_transaction.set_rollback(True, using="owner")
        assert fault is not None
        assert (fault.kind, fault.sequence) == ("altered", number)


def test_a_business_states_no_checkpoint_and_a_false_one_spoils_no_verification(live_tenant: Any) -> None:
    sealed(6)
    retention.prune_entries(days=30, at=clock.now() + timedelta(days=100))
    chain.seal()
    through = (AuditEntry.objects.get(action="audit.pruned").after or {})["through"]
    false = [
        {"through": "x", "hash": "zz"},
        {"through": through, "hash": "00" * 32},
        {"through": 10**30, "hash": 7},
        ["through"],
    ]
    for action in ("audit.pruned", "audit.anchored", "audit.restored"):
        with (
            pytest.raises(DatabaseError, match="append-only"),
            db.transaction(),
            connection.cursor() as cursor,
        ):
            cursor.execute(_CLAIM, [action, json.dumps(false[0])])
    assert chain.verify().sound
    # A log of before the guard refused them may hold some: nobody can remove them, so they are passed over.
    with superuser() as cursor:
        for details in false:
            cursor.execute(_CLAIM, ["audit.pruned", json.dumps(details)])
    verdict = chain.verify()
    assert (verdict.sound, verdict.first) == (True, through + 1)


_CLAIM = (
    'INSERT INTO audit_entry (id, at, txid, "table", action, after, actor_kind)'
    " VALUES (gen_random_uuid(), now(), 1, '', %s, %s::jsonb, 'system')"
)


def test_a_reading_from_past_the_end_ends(live_tenant: Any) -> None:
    end = sealed(4)[-1].sequence or 0
    for start in (end + 1, end + 2, end + 1_000):
        verdict = chain.verify(start)
        assert (verdict.sound, verdict.checked, verdict.last, verdict.more) == (True, 0, end, False)
    with tenancy.tenant_context(tenancy.PUBLIC):
        chain.anchor(chain.shard_of(live_tenant.id), {live_tenant.id: chain.Head(end + 5, bytes(32))})
    # Somebody who follows the chain asks for what comes next, and is told that the end was cut off.
    assert chain.verify(end + 6).fault == chain.Fault("removed", end + 1, None)


def test_old_requests_go(live_tenant: Any) -> None:
    from backend.core.audit.models import AccessEntry
    from backend.core.audit.selectors import first_id

    now = clock.now()
    for days in (1, 89, 91, 400):
        moment = now - timedelta(days=days)
        AccessEntry.objects.create(
            id=first_id(moment),
            at=moment,
            method="GET",
            route="/x",
            status=200,
            duration_ms=1,
            actor_kind="staff",
            request_id=encode("req", uuid.uuid4()),
        )
    assert retention.access_due(days=90) == (2, False)
    assert retention.prune_access(days=90) == 2
    assert retention.access_due(days=90) == (0, False)
    assert AccessEntry.objects.count() == 2
