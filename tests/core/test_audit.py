"""The audit log: every path of change is recorded, and no entry is forged, altered or removed."""

from __future__ import annotations

import json
import re
import uuid
from typing import Any

import pytest
from django.db import DatabaseError, connection, connections
from django.db import transaction as django_transaction

from backend.core.accounts import facade as accounts
from backend.core.accounts.types import RoleSpec
from backend.core.audit import coverage
from backend.core.audit.attachment import attachment_sql
from backend.core.audit.models import AuditEntry
from backend.kernel import db, sealing, tenancy
from backend.kernel.context import RequestContext, request_context
from backend.kernel.ids import encode, new_id


def entries(row_id: uuid.UUID) -> list[AuditEntry]:
    return list(AuditEntry.objects.filter(row_id=row_id).order_by("id"))


def run(statement: str, params: list[Any] | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)


def person(**fields: Any) -> Any:
    unique = uuid.uuid4().hex[:10]
    return accounts.create_user(
        **{"principal": None, "name": "Ada", "email": f"{unique}@example.com", **fields}
    )


def tables(cursor: Any) -> dict[str, tuple[str, bool]]:
    cursor.execute(
        """
        SELECT c.relname, coalesce((
            SELECT format_type(a.atttypid, NULL) FROM pg_index i
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
            WHERE i.indrelid = c.oid AND i.indisprimary AND i.indnkeyatts = 1
        ), ''), EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'audit_record')
        FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
        """
    )
    return {name: (key, attached) for name, key, attached in cursor.fetchall()}


def assert_covered() -> None:
    with connection.cursor() as cursor:
        found = tables(cursor)
    assert "accounts_user" in found
    for name, (key, attached) in found.items():
        reason = coverage.exclusion(name)
        if reason is None:
            assert key == "uuid", f"{name}: give it a UUID key, or say in coverage.py why it has no entries"
            assert attached, f"{name} is not recorded, and nothing says why"
        else:
            assert not attached, f"{name} is recorded although it is excluded: {reason}"


def test_every_table_of_a_business_is_recorded_or_named(tenant: Any) -> None:
    assert_covered()


def test_every_table_of_the_operator_is_recorded_or_named(public: Any) -> None:
    assert_covered()


def test_a_service_is_recorded_with_its_actor(tenant: Any) -> None:
    actor, impersonator = new_id(), new_id()
    facts = RequestContext(
        actor=encode("usr", actor),
        actor_kind="staff",
        impersonator=encode("usr", impersonator),
        request_id="req_it's 100%",
        ip="2001:db8::1",
        user_agent="Bücher'; DROP TABLE audit_entry; --",
    )
    # The test's own transaction is open already, in which this announces its context as any other.
    with django_transaction.atomic(), request_context(facts):
        user = person(password="a very secret word")
    (made,) = entries(user.id)
    assert (made.table, made.action, made.before) == ("accounts_user", "insert", None)
    assert made.after["name"] == "Ada"
    assert made.after["password"] == "***"
    assert (made.actor_id, made.actor_kind, made.impersonator_id) == (actor, "staff", impersonator)
    assert (made.request_id, made.ip) == ("req_it's 100%", "2001:db8::1")
    assert made.user_agent == "Bücher'; DROP TABLE audit_entry; --"


def test_raw_sql_is_recorded_with_only_what_changed(tenant: Any) -> None:
    user = person()
    run("UPDATE accounts_user SET name = 'Grace', failed_logins = 3 WHERE id = %s", [user.id])
    run("DELETE FROM accounts_user WHERE id = %s", [user.id])
    made, changed, gone = entries(user.id)
    assert (changed.action, changed.before, changed.after) == ("update", {"name": "Ada"}, {"name": "Grace"})
    assert (gone.action, gone.after, gone.before["name"]) == ("delete", None, "Grace")
    assert made.txid == changed.txid == gone.txid
    assert made.id.version == 7


def test_secrets_are_masked_on_both_sides(tenant: Any) -> None:
    user = person(password="first")
    run("UPDATE accounts_user SET password = 'argon2$second' WHERE id = %s", [user.id])
    changed = entries(user.id)[-1]
    assert changed.before == changed.after == {"password": "***"}


def test_secrets_within_documents_are_masked_at_any_depth(tenant: Any) -> None:
    from backend.kernel import crypto

    sealed = crypto.encrypt(b"hush", context="test")
    rules = {
        "oidc": [{"code": "corp", "client_id": "guildhall", "sealed_secret": sealed}],
        "password": {"min_length": 14, "history": [3, 4]},
        "telegram": {"botToken": "12:abc", "empty_token": "", "of": {"ApiKeys": ["k1", {"x": "k2"}]}},
        "audit": {"retention_days": 400},
        "odd": ["plain", sealed, f"before {sealed}"],
    }
    key = new_id()
    run("DELETE FROM accounts_policy")
    run(
        "INSERT INTO accounts_policy (id, version, created_at, updated_at, rules, single)"
        " VALUES (%s, 1, now(), now(), %s::jsonb, true)",
        [key, json.dumps(rules)],
    )
    run("UPDATE accounts_policy SET rules = jsonb_set(rules, '{audit,retention_days}', '30')")
    made, changed = entries(key)
    masked = {
        **rules,
        "oidc": [{"code": "corp", "client_id": "guildhall", "sealed_secret": "***"}],
        "telegram": {"botToken": "***", "empty_token": "", "of": {"ApiKeys": ["***", {"x": "***"}]}},
        "odd": ["plain", "***", "***"],
    }
    assert made.after["rules"] == masked
    assert changed.before["rules"] == masked
    assert changed.after["rules"] == {**masked, "audit": {"retention_days": 30}}
    # Entries from before the trigger masked them hold them for ever: what shows them masks alike.
    assert coverage.shown({"rules": rules, "name": sealed, "code": "x"}) == {
        "rules": masked,
        "name": "***",
        "code": "x",
    }
    assert coverage.shown(None) is None


def test_no_sealed_column_is_recorded_in_the_clear() -> None:
    known = coverage.rules()
    found = sealing.places()
    assert len(found) >= 4
    for model, column, _context in found:
        field = model._meta.get_field(column)
        rule = known[model._meta.db_table]
        # Masked as a whole, or a document, in which sealed texts are masked wherever they stand.
        assert (
            column in rule.mask
            or re.search(coverage.SECRET, field.column)
            or field.get_internal_type() == "JSONField"
        ), f"{model.__name__}.{column} holds sealed texts: say audit_mask"


def test_keys_of_credentials_and_identities_are_masked() -> None:
    """Hashes of credentials are as good as these for whoever tries them at leisure."""
    telling = re.compile(r"(^|_)(digest|hash|identity|second_factors|code_challenge)$")
    plain = {"pricing_quote.digest", "files_file.hash"}
    known = coverage.rules()
    for model in coverage._ours():
        table = model._meta.db_table
        for field in model._meta.concrete_fields if table in known else ():
            name = f"{table}.{field.column}"
            if telling.search(field.column) and name not in plain:
                masked = field.column in known[table].mask or re.search(coverage.SECRET, field.column)
                assert masked, f"{name} is recorded as it is"


def test_noise_alone_makes_no_entry(tenant: Any) -> None:
    user = person()
    run(
        "UPDATE accounts_user SET failed_logins = 9, version = 7, updated_at = now() WHERE id = %s", [user.id]
    )
    assert [entry.action for entry in entries(user.id)] == ["insert"]


def test_bulk_writes_are_recorded_row_by_row_in_order(tenant: Any) -> None:
    ids = accounts.seed_roles([RoleSpec(f"bulk_{i:03}", {"en": str(i)}) for i in range(50)])
    found = AuditEntry.objects.filter(table="accounts_role", row_id__in=ids.values()).order_by("id")
    assert [entry.after["code"] for entry in found] == [f"bulk_{i:03}" for i in range(50)]


def test_a_change_that_is_rolled_back_leaves_no_entry(tenant: Any) -> None:
    user = person()
    with django_transaction.atomic():
        run("UPDATE accounts_user SET name = 'Nobody' WHERE id = %s", [user.id])
        assert len(entries(user.id)) == 2
        django_transaction.set_rollback(True)
    assert len(entries(user.id)) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit_entry",
        "UPDATE audit_entry SET actor_kind = 'nobody'",
        "TRUNCATE audit_entry",
        'INSERT INTO audit_entry (id, at, txid, "table", row_id, action, actor_kind) '
        "VALUES (gen_random_uuid(), now(), 1, 'accounts_user', gen_random_uuid(), 'delete', 'staff')",
        "ALTER TABLE accounts_user DISABLE TRIGGER audit_record",
        "DROP TRIGGER audit_record ON accounts_user",
        "SELECT public.audit_record()",
        "SELECT public.audit_write(current_schema(), 'accounts_user', 'DELETE', "
        "'[0:3]={id,{},{},{}}', jsonb_build_object('id', gen_random_uuid()), NULL)",
        "UPDATE audit_entry SET hash = 'x', sequence = 1, actor_kind = 'nobody'",
    ],
)
def test_a_tenant_cannot_forge_or_alter_entries(tenant: Any, statement: str) -> None:
    user = person()
    with pytest.raises(DatabaseError), django_transaction.atomic():
        run(statement)
    assert [entry.action for entry in entries(user.id)] == ["insert"]


@pytest.mark.parametrize("statement", ["DELETE FROM audit_entry", "TRUNCATE audit_entry"])
def test_not_even_the_owner_removes_entries(live_tenant: Any, statement: str) -> None:
    person()
    with connections["owner"].cursor() as cursor, pytest.raises(DatabaseError, match="append-only"):
        cursor.execute(statement)


def test_an_entry_is_sealed_once(live_tenant: Any) -> None:
    user = person()
    with connections["owner"].cursor() as cursor:
        seal = "UPDATE audit_entry SET sequence = 1, hash = %s WHERE row_id = %s"
        cursor.execute(seal, [b"first", user.id])
        with pytest.raises(DatabaseError, match="append-only"):
            cursor.execute(seal, [b"second", user.id])
    (entry,) = entries(user.id)
    assert bytes(entry.hash) == b"first"


def test_a_search_path_does_not_lead_entries_elsewhere(tenant: Any, other_tenant: Any) -> None:
    user = person()
    with tenancy.tenant_context(other_tenant):
        before = AuditEntry.objects.count()
        stranger = person()
        assert AuditEntry.objects.filter(row_id=stranger.id).count() == 1
        assert AuditEntry.objects.count() > before
        assert not AuditEntry.objects.filter(row_id=user.id).exists()
    assert not AuditEntry.objects.filter(row_id=stranger.id).exists()


def test_a_planned_insert_goes_where_the_row_is(tenant: Any, other_tenant: Any) -> None:
    """The plans are the session's: they lead to the table of the change each time, and the caller's path stays."""
    made: dict[Any, list[uuid.UUID]] = {tenant: [], other_tenant: []}
    for _ in range(8):
        for info, ids in made.items():
            with tenancy.tenant_context(info):
                path = db.fetch("SELECT current_setting('search_path')")
                ids.append(person().id)
                assert db.fetch("SELECT current_setting('search_path')") == path
    for info, ids in made.items():
        with tenancy.tenant_context(info):
            found = AuditEntry.objects.filter(row_id__in=[key for keys in made.values() for key in keys])
            assert sorted(found.values_list("row_id", flat=True)) == sorted(ids)


def test_a_new_table_is_covered_by_the_next_run(live_tenant: Any, monkeypatch: Any) -> None:
    known = coverage.rules()
    monkeypatch.setattr(
        coverage, "rules", lambda: {**known, "brand_new": coverage.Rule(mask=("pin",), ignore=("seen",))}
    )
    key = uuid.uuid4()
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "CREATE TABLE brand_new (id uuid PRIMARY KEY, pin text, seen int, api_key text, name text)"
        )
        cursor.execute(attachment_sql())
        cursor.execute("SELECT oid FROM pg_trigger WHERE tgname = 'audit_record' ORDER BY 1")
        first = cursor.fetchall()
        cursor.execute(attachment_sql())
        cursor.execute("SELECT oid FROM pg_trigger WHERE tgname = 'audit_record' ORDER BY 1")
        assert cursor.fetchall() == first
        cursor.execute("INSERT INTO brand_new VALUES (%s, '1234', 1, 'k', 'Ann')", [key])
        cursor.execute("UPDATE brand_new SET seen = 2")
        cursor.execute("UPDATE brand_new SET pin = '5678', name = 'Bea'")
    made, changed = entries(key)
    assert made.after == {"id": str(key), "pin": "***", "api_key": "***", "name": "Ann"}
    assert changed.after == {"pin": "***", "name": "Bea"}


def test_what_runs_outside_a_service_says_so(live_tenant: Any) -> None:
    user = person()
    run("UPDATE accounts_user SET name = 'Raw' WHERE id = %s", [user.id])
    entry = entries(user.id)[-1]
    assert (entry.actor_id, entry.actor_kind) == (None, "database")
    with db.transaction():
        run("UPDATE accounts_user SET name = 'Served' WHERE id = %s", [user.id])
    assert entries(user.id)[-1].actor_kind == "system"
