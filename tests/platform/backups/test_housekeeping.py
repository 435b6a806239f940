"""What runs by the clock, and the commands."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.platform.backups.conftest import Business

ROOT = Path(__file__).resolve().parents[3]


def _age(backup: Any, days: float) -> None:
    from backend.kernel import clock
    from backend.platform.backups.models import Backup

    moment = clock.now() - timedelta(days=days)
    Backup.objects.filter(pk=backup.pk).update(created_at=moment, snapshot_at=moment)


def test_pruning_keeps_the_newest_verified_copy_whatever_its_age(
    business: Business, take: Callable[..., Any], places: Path
) -> None:
    from backend.platform.backups.housekeeping import prune
    from backend.platform.backups.jobs import names_of, run_verification
    from backend.platform.backups.models import Backup

    oldest, verified, unproved, damaged = (take(business) for _ in range(4))
    for backup in (oldest, verified):
        run_verification(backup.id)
    Backup.objects.filter(pk=damaged.pk).update(verification="damaged")
    for backup, days in ((oldest, 90), (verified, 60), (unproved, 50), (damaged, 45)):
        _age(backup, days)
    assert prune() == 3
    states = dict(Backup.objects.values_list("id", "state"))
    assert states[verified.id] == "ok"
    assert {states[row.id] for row in (oldest, unproved, damaged)} == {"pruned"}
    left = {path.parent.name for path in (places / "store").rglob("manifest.json")}
    assert left == {names_of(verified)[1]}
    assert prune() == 0


def test_pruning_keeps_the_newest_good_one_where_none_is_verified(
    business: Business, neighbour: Business, take: Callable[..., Any]
) -> None:
    from backend.platform.backups.housekeeping import prune
    from backend.platform.backups.models import Backup

    first, second, other = take(business), take(business), take(neighbour)
    for backup, days in ((first, 90), (second, 60), (other, 80)):
        _age(backup, days)
    assert prune() == 1
    kept = set(Backup.objects.exclude(state="pruned").values_list("id", flat=True))
    assert kept == {second.id, other.id}


def test_a_young_backup_is_not_pruned(business: Business, take: Callable[..., Any]) -> None:
    from backend.platform.backups.housekeeping import prune

    for days in (29, 10):
        _age(take(business), days)
    assert prune() == 0


def test_weekly_backups_are_asked_for_once(
    business: Business, neighbour: Business, take: Callable[..., Any], sent: list[tuple[str, str]]
) -> None:
    from backend.platform.backups.housekeeping import plan_scheduled
    from backend.platform.backups.models import Backup

    old = take(business)
    take(neighbour)
    _age(old, 8)
    plan_scheduled()
    asked = Backup.objects.filter(kind="scheduled")
    assert asked.filter(tenant_id=business.info.id).count() == 1
    assert asked.filter(tenant_id=neighbour.info.id).count() == 0
    assert plan_scheduled() == 0


def test_the_sweep_hands_out_what_waits_and_clears_what_died(
    business: Business, take: Callable[..., Any], sent: list[tuple[str, str]]
) -> None:
    from backend.platform.backups.configuration import configuration
    from backend.platform.backups.engine.scratch import left_over_databases, scratch_database
    from backend.platform.backups.engine.swap import left_over_shadows, names_for
    from backend.platform.backups.housekeeping import sweep
    from backend.platform.backups.models import Backup, Restore
    from backend.platform.backups.services import request_restore

    config = configuration()
    backup = take(business)
    row = request_restore(principal=None, backup_id=backup.id, mode="replace")
    sent.clear()
    shadow = names_for(business.schema, "0123456789ab").shadow
    with psycopg.connect(config.server.dsn, autocommit=True) as connection:
        connection.execute(f'CREATE SCHEMA "{shadow}"')
        connection.execute(f'CREATE TABLE "{shadow}".t (id int)')
    scratch = scratch_database(config.server, "0123456789ab")
    scratch.__enter__()
    Restore.objects.filter(pk=row.pk).update(state="running", heartbeat_at="2000-01-01T00:00:00Z")

    sweep()

    row.refresh_from_db()
    assert row.state == "failed"
    assert ("verify", backup.id.hex) not in sent  # It was sent a moment ago.
    Backup.objects.filter(pk=backup.pk).update(updated_at="2000-01-01T00:00:00Z")
    sweep()
    assert ("verify", backup.id.hex) in sent
    assert left_over_databases(config.server) == []
    with psycopg.connect(config.server.dsn) as connection:
        assert left_over_shadows(connection) == []


def test_the_schedule_is_registered() -> None:
    from backend.kernel import schedule
    from backend.platform.backups import tasks

    for task in (tasks.sweep, tasks.plan, tasks.heal, tasks.prune):
        assert task.name in schedule.ENTRIES


def test_the_commands_back_up_preview_restore_and_undo(
    business: Business, operator: None, places: Path
) -> None:
    from django.core.management import CommandError, call_command

    def run(*arguments: str) -> str:
        out = StringIO()
        call_command(*arguments, stdout=out)
        return out.getvalue()

    said = run("backup_tenant", business.info.slug)
    backup = said.split()[0]
    assert backup.startswith("bkp_")
    assert "verified: ok" in said
    assert "ok" in run("verify_backup", backup)
    business.run("DELETE FROM {s}.probe WHERE note = 'note 1'")
    assert "probe: live 49, backup 50 rows" in run("restore_tenant", backup, "--preview")
    restore = run("restore_tenant", backup).split()[0]
    assert len(business.notes()) == 50
    run("restore_tenant", "--undo", restore)
    assert len(business.notes()) == 49
    with pytest.raises(CommandError, match="no tenant"):
        run("backup_tenant", "nobody-here")
    path = next((places / "store").rglob("files.gbk"))
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(CommandError, match="1 copies"):
        run("verify_backup", backup)


def _cli(places: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    code = (
        "import sys; sys.modules['django'] = None\n"
        "from backend.platform.backups.cli import main\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    where = ["--store", str(places / "store"), "--keys", str(places / "keys")]
    return subprocess.run(
        [sys.executable, "-c", code, *where, *arguments],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_line_needs_neither_django_nor_a_database(
    business: Business, take: Callable[..., Any], places: Path, tmp_path: Path
) -> None:
    from backend.platform.backups.jobs import names_of

    business.add_file(b"a file")
    tenant, backup = names_of(take(business))
    done = _cli(places, "status")
    assert (done.returncode, done.stderr) == (0, "")
    assert backup in done.stdout
    assert done.stdout.rstrip().endswith("sealed")
    done = _cli(places, "verify", tenant, backup)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("ok: ")
    out = tmp_path / "plain"
    done = _cli(places, "decrypt", tenant, backup, "--to", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    assert (out / "database.dump").read_bytes()[:5] == b"PGDMP"
    listed = subprocess.run(["tar", "tf", str(out / "files.tar")], capture_output=True, check=True)
    assert len(listed.stdout.splitlines()) == 1
    assert json.loads((out / "manifest.json").read_text())["manifest"]["backup"] == backup

    path = next((places / "store").rglob("database.gbk"))
    data = bytearray(path.read_bytes())
    data[100] ^= 4
    path.write_bytes(data)
    done = _cli(places, "verify", tenant, backup)
    assert done.returncode == 1
    assert "damaged" in done.stderr
    done = _cli(places, "decrypt", tenant, backup, "--to", str(tmp_path / "again"))
    assert done.returncode == 1
    assert list((tmp_path / "again").iterdir()) == []
    done = _cli(places, "verify", tenant, "bkp_nothing")
    assert done.returncode == 2
    (places / "keys" / "primary").unlink()
    for key in (places / "keys").glob("k*.json"):
        key.unlink()
    done = _cli(places, "status")
    assert "key missing" in done.stdout
