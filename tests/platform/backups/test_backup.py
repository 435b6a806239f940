"""Taking backups: the catalogue, several stores of which one may be dead, and repeated or dead jobs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.platform.backups.conftest import Business
from tests.platform.backups.s3 import FakeS3


@pytest.fixture
def verify() -> Callable[..., Any]:
    from backend.platform.backups.jobs import run_verification

    def run(backup: Any) -> Any:
        run_verification(backup.id)
        backup.refresh_from_db()
        return backup

    return run


def test_the_catalogue_says_what_was_taken(
    business: Business, take: Callable[..., Any], verify: Callable[..., Any], sent: list[tuple[str, str]]
) -> None:
    business.add_file(b"abc")
    backup = take(business)
    assert sent == [("take", backup.id.hex), ("verify", backup.id.hex)]
    assert backup.tables["probe"] == 50
    assert backup.copies == [{"store": "local", "state": "ok", "error": ""}]
    assert {artifact["name"] for artifact in backup.artifacts} == {"database.gbk", "files.gbk"}
    assert backup.stored_bytes == sum(artifact["size"] for artifact in backup.artifacts)
    assert backup.started_at < backup.snapshot_at < backup.finished_at
    assert (backup.verification, backup.verified_at) == ("requested", None)
    verify(backup)
    assert backup.verification == "ok"
    assert backup.verified_at is not None


def test_three_stores_hold_the_same_bytes_in_equal_parts(
    business: Business, take: Callable[..., Any], verify: Callable[..., Any], s3: FakeS3, settings: Any
) -> None:
    part = 5 * 1024 * 1024
    settings.BACKUPS = {
        **settings.BACKUPS,
        "S3": [
            s3.options("first", prefix="one", part_size=part),
            s3.options("second", prefix="two", part_size=part),
        ],
    }
    import random

    business.add_file(random.Random(3).randbytes(12_000_000))
    backup = take(business)
    assert (backup.state, [copy["state"] for copy in backup.copies]) == ("ok", ["ok"] * 3)
    folder = next((Path(settings.BACKUPS["LOCAL_DIR"])).rglob("manifest.json")).parent
    for path in folder.iterdir():
        name = path.relative_to(settings.BACKUPS["LOCAL_DIR"]).as_posix()
        assert s3.objects[f"one/{name}"] == s3.objects[f"two/{name}"] == path.read_bytes()
    # Two whole parts and a rest, to each store.
    assert sorted(s3.part_sizes, reverse=True)[:4] == [part] * 4
    assert len(s3.part_sizes) == 6
    assert not any(name.lower().startswith("x-amz-checksum") for head in s3.headers for name in head)
    assert not any("x-amz-trailer" in {name.lower() for name in head} for head in s3.headers)
    assert s3.uploads == {}
    assert verify(backup).verification == "ok"


def test_a_dead_store_degrades_and_is_healed(
    business: Business,
    take: Callable[..., Any],
    verify: Callable[..., Any],
    restore: Callable[..., Any],
    s3: FakeS3,
    settings: Any,
) -> None:
    from backend.platform.backups.housekeeping import heal_degraded

    settings.BACKUPS = {**settings.BACKUPS, "S3": [s3.options("cloud")]}
    s3.fail = {"PUT", "POST"}
    backup = take(business)
    assert backup.state == "degraded"
    assert [copy["state"] for copy in backup.copies] == ["ok", "failed"]
    assert backup.copies[1]["error"]
    assert verify(backup).verification == "ok"
    assert (backup.state, backup.copies[1]["state"]) == ("degraded", "missing")
    assert heal_degraded() == 0

    s3.fail = set()
    assert heal_degraded() == 1
    assert verify(backup).state == "ok"
    assert [copy["state"] for copy in backup.copies] == ["ok", "ok"]

    # The healed copy is as good as the first: the first is lost, and the tenant comes back from it.
    import shutil

    shutil.rmtree(settings.BACKUPS["LOCAL_DIR"])
    business.run("DELETE FROM {s}.probe")
    done = restore(backup)
    assert (done.state, done.error, done.report["store"]) == ("succeeded", "", "cloud")
    assert len(business.notes()) == 50


def test_a_store_that_dies_half_way_does_not_stop_the_others(
    business: Business, take: Callable[..., Any], s3: FakeS3, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import random

    from backend.platform.backups.engine import stores

    part = 5 * 1024 * 1024
    settings.BACKUPS = {**settings.BACKUPS, "S3": [s3.options("cloud", part_size=part)]}
    business.add_file(random.Random(4).randbytes(14_000_000))
    send, count = stores._S3Upload._send, []

    def die_later(self: Any, data: bytes) -> None:
        count.append(1)
        if len(count) == 2:
            raise stores.StoreError("cloud: the line was cut")
        send(self, data)

    monkeypatch.setattr(stores._S3Upload, "_send", die_later)
    backup = take(business)
    assert backup.state == "degraded"
    assert backup.copies[1] == {"store": "cloud", "state": "failed", "error": "cloud: the line was cut"}
    # Its upload was called off, and it got no manifest.
    assert s3.uploads == {}
    assert not any(name.endswith("manifest.json") for name in s3.objects)


def test_no_store_left_is_a_failure(
    business: Business, take: Callable[..., Any], places: Path, settings: Any
) -> None:
    (places / "store").write_text("a file where the folder should be")
    backup = take(business)
    assert backup.state == "failed"
    assert "local" in backup.error


def test_every_kind_of_file_survives_and_what_is_being_written_is_left_out(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any]
) -> None:
    import shutil

    names = ["blobs/aa/bb/" + "a" * 200, "chunks/0f/000000000000000-abc", "blobs/empty"]
    for name in names:
        path = business.files / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"" if name.endswith("empty") else name.encode() * 100)
    half = business.files / "blobs" / ".writing-0123"
    half.write_bytes(b"an upload under way")
    backup = take(business)
    assert backup.file_count == len(names)
    shutil.rmtree(business.files)
    assert restore(backup).state == "succeeded"
    for name in names:
        expected = b"" if name.endswith("empty") else name.encode() * 100
        assert (business.files / name).read_bytes() == expected
    assert not half.exists()


def test_a_file_that_goes_while_it_is_read_is_named_and_one_that_shrank_stops_the_backup(
    tmp_path: Path,
) -> None:
    import io
    import tarfile

    from backend.platform.backups.engine.errors import Damaged
    from backend.platform.backups.engine.files import FolderBlobs, write_files

    class Moving(FolderBlobs):
        def list(self) -> Any:
            return [*super().list(), ("gone", 5)]

    class Shrunk(FolderBlobs):
        def list(self) -> Any:
            return [(path, size + 1) for path, size in super().list()]

    (tmp_path / "stays").write_bytes(b"here")
    out = io.BytesIO()
    taken = write_files(Moving(tmp_path), out)
    assert (taken.vanished, [entry.path for entry in taken.entries]) == (["gone"], ["stays"])
    with tarfile.open(fileobj=io.BytesIO(out.getvalue())) as archive:
        assert archive.getnames() == ["stays"]
    with pytest.raises(Damaged, match="stays"):
        write_files(Shrunk(tmp_path), io.BytesIO())


def test_a_backup_runs_once(business: Business, take: Callable[..., Any], places: Path) -> None:
    from backend.platform.backups.jobs import run_backup

    backup = take(business)
    manifest = next((places / "store").rglob("manifest.json"))
    before = (manifest.stat().st_mtime_ns, backup.version)
    run_backup(backup.id)
    backup.refresh_from_db()
    assert (manifest.stat().st_mtime_ns, backup.version) == before


def test_a_committed_backup_whose_row_was_not_written_is_taken_over(
    business: Business, take: Callable[..., Any], places: Path
) -> None:
    """The process died between the manifest and the catalogue; the task comes again."""
    from backend.platform.backups.jobs import run_backup
    from backend.platform.backups.models import Backup

    backup = take(business)
    manifest = next((places / "store").rglob("manifest.json")).read_bytes()
    Backup.objects.filter(pk=backup.pk).update(state="running", rows=0, copies=[])
    run_backup(backup.id)
    again = Backup.objects.get(pk=backup.pk)
    assert (again.state, again.rows) == ("ok", backup.rows)
    assert next((places / "store").rglob("manifest.json")).read_bytes() == manifest


def test_one_job_a_tenant(business: Business, neighbour: Business, operator: None) -> None:
    from backend.platform.backups.configuration import configuration
    from backend.platform.backups.guard import Guard
    from backend.platform.backups.jobs import run_backup
    from backend.platform.backups.services import request_backup

    mine, other = request_backup(principal=None, tenants=[business.info.id, neighbour.info.id])
    with Guard(configuration().server, business.info.id):
        run_backup(mine.id)
        run_backup(other.id)
        mine.refresh_from_db()
        other.refresh_from_db()
        assert (mine.state, other.state) == ("requested", "ok")
    run_backup(mine.id)
    mine.refresh_from_db()
    assert mine.state == "ok"


def test_a_job_that_lost_its_lock_stops(
    business: Business, operator: None, monkeypatch: pytest.MonkeyPatch, places: Path
) -> None:
    from backend.platform.backups.engine.errors import Lost
    from backend.platform.backups.guard import Guard
    from backend.platform.backups.jobs import run_backup
    from backend.platform.backups.services import request_backup

    def gone(self: Guard) -> None:
        raise Lost("the connection was closed")

    monkeypatch.setattr(Guard, "alive", gone)
    (row,) = request_backup(principal=None, tenants=[business.info.id])
    run_backup(row.id)
    row.refresh_from_db()
    assert (row.state, row.error) == ("failed", "the connection was closed")
    assert list((places / "store").rglob("*.gbk")) == []


def test_the_guard_notices_that_its_connection_died(
    business: Business, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    import psycopg

    from backend.platform.backups import guard as guards
    from backend.platform.backups.configuration import configuration
    from backend.platform.backups.engine.errors import Lost

    monkeypatch.setattr(guards, "BEAT_SECONDS", 0.05)
    server = configuration().server
    with guards.Guard(server, business.info.id) as guard:
        guard.alive()
        with psycopg.connect(server.dsn, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE application_name = 'guildhall-backup-job' AND datname = current_database()"
            )
        time.sleep(1.0)
        with pytest.raises(Lost):
            guard.alive()


def test_requests_name_tenants_or_all(
    business: Business, neighbour: Business, operator: None, sent: list[tuple[str, str]]
) -> None:
    import uuid

    from backend.kernel.errors import ReferenceNotFound
    from backend.platform.backups.errors import BackupUnderWay
    from backend.platform.backups.models import Backup
    from backend.platform.backups.services import request_backup

    with pytest.raises(ReferenceNotFound):
        request_backup(principal=None, tenants=[business.info.id, uuid.uuid4()])
    assert Backup.objects.count() == 0
    (first,) = request_backup(principal=None, tenants=[business.info.id])
    with pytest.raises(BackupUnderWay):
        request_backup(principal=None, tenants=[business.info.id])
    every = request_backup(principal=None, tenants=None)
    asked = {row.tenant_id for row in every}
    assert neighbour.info.id in asked
    assert business.info.id not in asked
    assert sent[0] == ("take", first.id.hex)
    assert len(sent) == 1 + len(every)


def test_the_heartbeat_writes_no_audit_entries(business: Business, take: Callable[..., Any]) -> None:
    backup = take(business)
    count = "SELECT count(*) FROM public.audit_entry WHERE row_id = %s"
    before = business.run(count, backup.id)
    assert before[0][0] > 0
    business.run("UPDATE public.backups_backup SET heartbeat_at = now() WHERE id = %s", backup.id)
    assert business.run(count, backup.id) == before


def test_stale_jobs_are_given_up(business: Business, take: Callable[..., Any], operator: None) -> None:
    from backend.kernel import clock
    from backend.platform.backups.housekeeping import DIED, give_up_dead
    from backend.platform.backups.models import Backup, Restore

    backup = take(business)
    now = clock.now()
    restore = Restore(
        backup=backup, tenant_id=backup.tenant_id, schema=backup.schema, mode="replace", state="running"
    )
    restore.heartbeat_at = now
    Restore.objects.bulk_create([restore])
    Backup.objects.filter(pk=backup.pk).update(state="running", heartbeat_at=now)
    assert give_up_dead() == 0
    late = now - timedelta(minutes=5)
    Backup.objects.filter(pk=backup.pk).update(heartbeat_at=late)
    Restore.objects.filter(pk=restore.pk).update(heartbeat_at=late)
    assert give_up_dead() == 2
    for row in (backup, restore):
        row.refresh_from_db()
        assert (row.state, row.error) == ("failed", DIED)
