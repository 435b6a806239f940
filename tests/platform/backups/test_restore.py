"""A tenant is backed up, harmed, and put back, and nobody else notices. Real PostgreSQL, two tenants."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from tests.platform.backups.conftest import Business


def test_replace_brings_deleted_rows_and_files_back(
    business: Business, neighbour: Business, take: Callable[..., Any], restore: Callable[..., Any]
) -> None:
    kept = business.add_file(b"a contract" * 1000)
    lost = business.add_file(b"a scan" * 5000)
    before = business.digests()
    backup = take(business)
    assert (backup.state, backup.error) == ("ok", "")
    assert backup.rows == sum(table.rows for table in before.values())
    assert backup.file_count == 2
    others = neighbour.digests()
    business.run("DELETE FROM {s}.probe WHERE note LIKE 'note 1%%'")
    business.run("UPDATE {s}.probe SET note = 'changed' WHERE note = 'note 2'")
    business.run("INSERT INTO {s}.probe (note) VALUES ('written after the backup')")
    lost.unlink()

    done = restore(backup)

    assert (done.state, done.error) == ("succeeded", "")
    after = business.digests()
    # The one event that says so is all that a restore adds.
    assert after.pop("kernel_event").rows == before.pop("kernel_event").rows + 1
    # The restore is in the log.
    assert after.pop("audit_entry").rows == before.pop("audit_entry").rows + 1
    assert after == before
    assert "written after the backup" not in business.notes()
    assert lost.read_bytes() == b"a scan" * 5000
    assert kept.read_bytes() == b"a contract" * 1000
    assert neighbour.digests() == others
    assert done.report["blocked_microseconds"] < 500_000
    assert [phase["name"] for phase in done.report["phases"]] == [
        "checks",
        "surroundings",
        "scratch",
        "shadow",
        "files",
    ]


def test_the_tenants_own_role_works_after_the_swap(
    business: Business, neighbour: Business, take: Callable[..., Any], restore: Callable[..., Any]
) -> None:
    from django.db import connection
    from django.db.utils import ProgrammingError

    from backend.kernel.tenancy import tenant_context

    grants = (
        "SELECT table_name, privilege_type, grantee FROM information_schema.role_table_grants"
        " WHERE table_schema = %s ORDER BY 1, 2, 3"
    )
    before = business.run(grants, business.schema)
    backup = take(business)
    with tenant_context(business.info), connection.cursor() as cursor:
        # A connection that has already planned queries on the old tables.
        for _ in range(7):
            cursor.execute("SELECT count(*) FROM probe")
    business.run("DELETE FROM {s}.probe")
    assert restore(backup).state == "succeeded"
    assert business.run(grants, business.schema) == before
    with tenant_context(business.info), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM probe")
        assert cursor.fetchone()[0] == 50
        cursor.execute("INSERT INTO probe (note) VALUES ('new')")
        with pytest.raises(ProgrammingError):
            cursor.execute(f"SELECT count(*) FROM {neighbour.schema}.probe")


def test_preview_says_what_would_change_and_changes_nothing(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any]
) -> None:
    path = business.add_file(b"x" * 1234)
    backup = take(business)
    business.run("DELETE FROM {s}.probe WHERE note = 'note 7'")
    path.unlink()
    before = business.digests()

    seen = restore(backup, "preview")

    assert seen.state == "succeeded"
    tables = {row["table"]: row for row in seen.report["tables"]}
    assert tables["probe"] == {"table": "probe", "backup_rows": 50, "live_rows": 49, "same": False}
    assert tables["accounts_user"]["same"]
    assert (seen.report["missing_files"], seen.report["missing_files_bytes"]) == (1, 1234)
    assert "writes_after_snapshot_are_lost" in seen.report["warnings"]
    assert seen.report["same_release"]
    assert business.digests() == before
    assert not path.exists()


def test_preview_sees_an_equal_number_of_other_rows(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any]
) -> None:
    backup = take(business)
    business.run("UPDATE {s}.probe SET note = 'other' WHERE note = 'note 7'")
    rows = {row["table"]: row for row in restore(backup, "preview").report["tables"]}
    assert rows["probe"] == {"table": "probe", "backup_rows": 50, "live_rows": 50, "same": False}


def test_undo_puts_back_what_was_live(
    business: Business, neighbour: Business, take: Callable[..., Any], restore: Callable[..., Any]
) -> None:
    from backend.platform.backups.configuration import configuration
    from backend.platform.backups.housekeeping import drop_kept
    from backend.platform.backups.restoring import run_undo
    from backend.platform.backups.services import request_undo

    backup = take(business)
    business.run("INSERT INTO {s}.probe (note) VALUES ('written after the backup')")
    before, others = business.digests(), neighbour.digests()
    done = restore(backup)
    assert "written after the backup" not in business.notes()

    request_undo(principal=None, restore_id=done.id)
    run_undo(done.id)

    done.refresh_from_db()
    assert (done.state, done.error) == ("undone", "")
    after = business.digests()
    assert after.pop("kernel_event").rows == before.pop("kernel_event").rows + 1
    # The restore and its undo are in the log.
    assert after.pop("audit_entry").rows == before.pop("audit_entry").rows + 2
    assert after == before
    assert neighbour.digests() == others
    assert drop_kept(configuration()) == 1
    assert business.copies() == []


def test_files_of_what_is_kept_for_undoing_are_not_swept(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any], settings: Any
) -> None:
    """A file that only the schema from before the restore names must be there after an undo."""
    import os

    from backend.core.files.services import sweep_storage
    from backend.kernel.tenancy import tenant_context
    from backend.platform.backups.configuration import configuration
    from backend.platform.backups.housekeeping import drop_kept

    backup = take(business)
    path = business.add_file(b"uploaded after the backup")
    os.utime(path, (1, 1))
    settings.BACKUPS = {**settings.BACKUPS, "KEEP_OLD_HOURS": 0}
    assert restore(backup).state == "succeeded"
    with tenant_context(business.info):
        assert sweep_storage() == 0
    assert path.exists()
    assert drop_kept(configuration()) == 1
    with tenant_context(business.info):
        assert sweep_storage() == 1
    assert not path.exists()


def test_only_the_latest_replacement_can_be_undone(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any]
) -> None:
    from backend.platform.backups.errors import RestoreNotUndoable
    from backend.platform.backups.restoring import run_undo
    from backend.platform.backups.services import request_undo

    backup = take(business)
    first, second = restore(backup), restore(backup)
    preview = restore(backup, "preview")
    for refused in (first, preview):
        with pytest.raises(RestoreNotUndoable):
            request_undo(principal=None, restore_id=refused.id)
    request_undo(principal=None, restore_id=second.id)
    run_undo(second.id)
    request_undo(principal=None, restore_id=first.id)
    run_undo(first.id)
    first.refresh_from_db()
    assert first.state == "undone"


def test_what_was_live_is_dropped_after_its_day(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any], settings: Any
) -> None:
    from backend.platform.backups.configuration import configuration
    from backend.platform.backups.errors import RestoreNotUndoable
    from backend.platform.backups.housekeeping import drop_kept
    from backend.platform.backups.services import request_undo

    backup = take(business)
    kept = restore(backup)
    assert business.copies() == [kept.kept_schema]
    assert drop_kept(configuration()) == 0
    settings.BACKUPS = {**settings.BACKUPS, "KEEP_OLD_HOURS": 0}
    over = restore(backup)
    assert drop_kept(configuration()) == 1
    assert business.copies() == [kept.kept_schema]
    with pytest.raises(RestoreNotUndoable):
        request_undo(principal=None, restore_id=over.id)


def test_an_open_transaction_delays_the_swap_and_its_write_is_kept_with_the_old(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A write that began before the swap commits before it: it is lost as any before it, not unseen after it."""
    from backend.platform.backups import restoring
    from backend.platform.backups.configuration import configuration

    backup = take(business)
    held, tried = threading.Event(), threading.Event()
    swap = restoring.swap

    def hold() -> None:
        with psycopg.connect(configuration().server.dsn) as connection:
            connection.execute(f"INSERT INTO {business.schema}.probe (note) VALUES ('in flight')")
            held.set()
            tried.wait(60)
            time.sleep(1.5)
            connection.commit()

    def announced(*args: Any, **options: Any) -> Any:
        tried.set()
        return swap(*args, **options)

    monkeypatch.setattr(restoring, "swap", announced)
    thread = threading.Thread(target=hold)
    thread.start()
    held.wait(10)
    done = restore(backup)
    thread.join()
    assert done.state == "succeeded"
    assert done.report["swap_attempts"] > 1
    assert "in flight" not in business.notes()
    old = business.run(f"SELECT count(*) FROM {done.kept_schema}.probe WHERE note = 'in flight'")
    assert old == [(1,)]


def test_positions_of_events_never_go_back(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any]
) -> None:
    """A reader of the stream who has seen position n finds what happens after the restore above n."""
    insert = (
        "INSERT INTO {s}.kernel_event (id, position, type, version, subject_type, subject_id, object_version,"
        " payload, body, actor, occurred_at) SELECT gen_random_uuid(), p, 'test.happened', 1, 'ord',"
        " gen_random_uuid(), 1, '{{}}', '{{}}', '{{}}', now() FROM generate_series(%s::int, %s::int) p"
    )
    top = "SELECT max(position), max(seq) FROM {s}.kernel_event"
    business.run(insert, 1001, 1003)
    backup = take(business)
    business.run(insert, 1004, 1010)
    ((seen, numbered),) = business.run(top)
    business.run("DELETE FROM public.kernel_eventsignal WHERE schema_name = %s", business.schema)

    done = restore(backup)

    row = business.run(
        "SELECT type, position, seq, payload ->> 'undo' FROM {s}.kernel_event ORDER BY position DESC LIMIT 1"
    )
    assert row == [("tenant.restored", seen + 1, numbered + 1, "false")]
    assert done.report["event_position"] == seen + 1
    business.run(insert, 2000, 2000)
    assert business.run("SELECT max(seq) > %s FROM {s}.kernel_event", numbered + 1) == [(True,)]
    signals = business.run(
        "SELECT DISTINCT topic FROM public.kernel_eventsignal WHERE schema_name = %s ORDER BY topic",
        business.schema,
    )
    assert {("events",), ("webhooks",)} <= set(signals)


def test_a_backup_of_an_older_release_is_migrated_before_it_goes_live(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any], release: Callable[..., Any]
) -> None:
    backup = take(business)
    release(business, "9998_colour", "ALTER TABLE probe ADD COLUMN colour text NOT NULL DEFAULT 'red'")
    business.run("UPDATE {s}.probe SET colour = 'blue'")
    seen = restore(backup, "preview")
    assert not seen.report["same_release"]
    assert seen.report["migrations_only_live"] == ["probe.9998_colour"]
    done = restore(backup)
    assert (done.state, done.error) == ("succeeded", "")
    assert business.run("SELECT DISTINCT colour FROM {s}.probe") == [("red",)]
    applied = business.run("SELECT count(*) FROM {s}.django_migrations WHERE app = 'probe'")
    assert applied == [(1,)]


def test_an_undo_after_a_release_has_its_migrations(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any], release: Callable[..., Any]
) -> None:
    from backend.platform.backups.restoring import run_undo
    from backend.platform.backups.services import request_undo

    backup = take(business)
    business.run("INSERT INTO {s}.probe (note) VALUES ('written after the backup')")
    done = restore(backup)
    release(business, "9998_colour", "ALTER TABLE probe ADD COLUMN colour text NOT NULL DEFAULT 'red'")
    request_undo(principal=None, restore_id=done.id)
    run_undo(done.id)
    done.refresh_from_db()
    assert (done.state, done.error) == ("undone", "")
    found = business.run("SELECT colour FROM {s}.probe WHERE note = 'written after the backup'")
    assert found == [("red",)]


def test_migrations_that_begin_during_a_restore_stop_its_swap(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from backend.platform.backups import restoring

    backup = take(business)
    swap = restoring.swap

    def late(*args: Any, **options: Any) -> Any:
        business.run("INSERT INTO {s}.django_migrations (app, name, applied) VALUES ('x', '1', now())")
        return swap(*args, **options)

    monkeypatch.setattr(restoring, "swap", late)
    done = restore(backup)
    assert done.state == "failed"
    assert "migrations" in done.error
    assert business.run("SELECT count(*) FROM {s}.django_migrations WHERE app = 'x'") == [(1,)]
    assert business.copies() == []


def test_the_cache_of_the_business_is_emptied_and_no_other(
    business: Business, neighbour: Business, take: Callable[..., Any], restore: Callable[..., Any]
) -> None:
    from django.core.cache import cache

    from backend.kernel.tenancy import tenant_context

    backup = take(business)
    for one in (business, neighbour):
        with tenant_context(one.info):
            cache.set("answer", 42, 600)
            assert cache.get("answer") == 42
    restore(backup)
    with tenant_context(business.info):
        assert cache.get("answer") is None
    with tenant_context(neighbour.info):
        assert cache.get("answer") == 42
        cache.delete("answer")


def test_migrations_that_cannot_be_run_refuse_the_restore(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any], release: Callable[..., Any]
) -> None:
    old = take(business)
    release(business, "9998_bad", "ALTER TABLE no_such_table ADD COLUMN x int", run=False)
    new = take(business)
    for backup, says in ((old, "no_such_table"), (new, "newer release")):
        if backup is new:
            business.run("DELETE FROM {s}.django_migrations WHERE app = 'probe'")
        before = business.digests()
        done = restore(backup)
        assert done.state == "failed"
        assert says in done.error
        assert business.digests() == before
        assert business.copies() == []


def test_sessions_end_with_a_restore_even_where_its_process_dies(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A session that was ended after the snapshot must not come back to life with it."""
    from backend.core.accounts.errors import SessionEnded
    from backend.core.accounts.facade import authenticate_token, create_user, issue_session_for
    from backend.kernel.tenancy import tenant_context
    from backend.platform.backups import housekeeping, restoring

    with tenant_context(business.info):
        user = create_user(principal=None, name="Clerk", email="clerk@example.com", password="x" * 20)
        token = issue_session_for(user).access_token
    assert authenticate_token(token, business.info).user_id == user.id
    backup = take(business)

    def dies(restore: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(restoring, "look_after", dies)
        with pytest.raises(KeyboardInterrupt):
            restore(backup)
    row = restoring.Restore.objects.get(tenant_id=business.info.id)
    assert (row.state, row.phase) == ("succeeded", "aftercare")
    assert housekeeping.finish_aftercare() == 0
    restoring.Restore.objects.update(updated_at="2000-01-01T00:00:00Z")
    assert housekeeping.finish_aftercare() == 1
    row.refresh_from_db()
    assert row.phase == ""
    with pytest.raises(SessionEnded):
        authenticate_token(token, business.info)


def test_a_dependent_outside_the_schema_is_refused(
    business: Business, neighbour: Business, take: Callable[..., Any], restore: Callable[..., Any]
) -> None:
    backup = take(business)
    neighbour.run(f"CREATE VIEW {{s}}.peek AS SELECT count(*) FROM {business.schema}.probe")
    try:
        done = restore(backup)
    finally:
        neighbour.run("DROP VIEW {s}.peek")
    assert done.state == "failed"
    assert "peek" in done.error
    assert business.copies() == []


def test_a_damaged_backup_is_never_swapped_in(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any], places: Any
) -> None:
    backup = take(business)
    path = next((places / "store").rglob("database.gbk"))
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    before = business.digests()
    done = restore(backup)
    assert done.state == "failed"
    assert "database.gbk" in done.error
    assert business.digests() == before
    assert business.copies() == []


def test_one_replacement_of_a_tenant_at_a_time(business: Business, take: Callable[..., Any]) -> None:
    from backend.platform.backups.errors import RestoreUnderWay
    from backend.platform.backups.services import request_restore

    backup = take(business)
    request_restore(principal=None, backup_id=backup.id, mode="replace")
    with pytest.raises(RestoreUnderWay):
        request_restore(principal=None, backup_id=backup.id, mode="replace")
    assert request_restore(principal=None, backup_id=backup.id, mode="preview").state == "requested"


def test_running_a_restore_twice_swaps_once(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any]
) -> None:
    from backend.platform.backups.restoring import run_restore

    done = restore(take(business))
    business.run("INSERT INTO {s}.probe (note) VALUES ('after the restore')")
    run_restore(done.id)
    assert "after the restore" in business.notes()


def test_a_lost_job_commits_nothing(business: Business, take: Callable[..., Any], operator: None) -> None:
    """The sweep gave the restore up while its process was only slow: its swap is refused."""
    from backend.platform.backups import restoring
    from backend.platform.backups.models import Restore
    from backend.platform.backups.services import request_restore

    backup = take(business)
    business.run("INSERT INTO {s}.probe (note) VALUES ('kept')")
    row = request_restore(principal=None, backup_id=backup.id, mode="replace")
    swap = restoring.swap

    def late(*args: Any, **options: Any) -> Any:
        Restore.objects.filter(pk=row.pk).update(state="failed", error="given up")
        return swap(*args, **options)

    restoring.swap = late
    try:
        restoring.run_restore(row.id)
    finally:
        restoring.swap = swap
    row.refresh_from_db()
    assert (row.state, row.error) == ("failed", "given up")
    assert "kept" in business.notes()
