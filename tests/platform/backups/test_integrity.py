"""No false byte passes: random corruptions, false keys, swapped artifacts, and processes killed half-way."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.platform.backups.conftest import Business

ROOT = Path(__file__).resolve().parents[3]
SEEDS = 72


def _flip_bit(data: bytearray, chance: random.Random) -> bytearray:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return data


def _truncate(data: bytearray, chance: random.Random) -> bytearray:
    return data[: chance.randrange(len(data))]


def _append(data: bytearray, chance: random.Random) -> bytearray:
    return data + chance.randbytes(chance.randint(1, 5000))


def _zero(data: bytearray, chance: random.Random) -> bytearray:
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.randint(1, 4096))
    # Where zeros stand already there is nothing to corrupt.
    data[start:end] = bytes(byte ^ 0xFF for byte in data[start:end])
    return data


def _swap_blocks(data: bytearray, chance: random.Random) -> bytearray:
    size = max(1, len(data) // 8)
    first, second = sorted(chance.sample(range(8), 2))
    blocks = [bytes(data[i * size : (i + 1) * size]) for i in range(8)]
    blocks[first], blocks[second] = blocks[second], blocks[first]
    return bytearray(b"".join(blocks) + data[8 * size :])


def _cut_out(data: bytearray, chance: random.Random) -> bytearray:
    start = chance.randrange(len(data))
    del data[start : start + chance.randint(1, 300)]
    return data


CORRUPTIONS = (_flip_bit, _truncate, _append, _zero, _swap_blocks, _cut_out)


@pytest.fixture
def proof(business: Business, take: Callable[..., Any], places: Path) -> tuple[Any, str, str]:
    """A store with one good backup, and its names; its first artifact is longer than an AEAD frame."""
    from backend.platform.backups.configuration import configuration
    from backend.platform.backups.jobs import names_of

    chance = random.Random(1)
    for size in (10, 3000, 1_500_000):
        business.add_file(chance.randbytes(size))
    business.run("INSERT INTO {s}.probe (note) SELECT md5(i::text) FROM generate_series(1, 3000) i")
    backup = take(business)
    assert backup.state == "ok"
    return (configuration(), *names_of(backup))


def test_every_random_corruption_is_found(proof: tuple[Any, str, str], tmp_path: Path) -> None:
    from backend.platform.backups.engine.errors import Damaged
    from backend.platform.backups.engine.stores import LocalStore
    from backend.platform.backups.engine.verify import verify_backup

    config, tenant, name = proof
    good = config.stores[0].root
    verify_backup(config.stores[0], tenant, name, keys=config.keys)
    missed = []
    for seed in range(SEEDS):
        chance = random.Random(seed)
        root = tmp_path / f"corrupt-{seed}"
        shutil.copytree(good, root)
        path = root / tenant / name / ("database.gbk", "files.gbk", "manifest.json")[seed % 3]
        corrupt = CORRUPTIONS[seed // 3 % len(CORRUPTIONS)]
        before = path.read_bytes()
        path.write_bytes(corrupt(bytearray(before), chance))
        assert path.read_bytes() != before, f"seed {seed} corrupts nothing"
        try:
            verify_backup(LocalStore(root), tenant, name, keys=config.keys)
        except Damaged:
            shutil.rmtree(root)
        else:
            missed.append((seed, corrupt.__name__, path.name))
    assert missed == []


def test_missing_and_exchanged_objects_are_found(
    proof: tuple[Any, str, str], business: Business, take: Callable[..., Any]
) -> None:
    from backend.platform.backups.engine.errors import Damaged, NotThere
    from backend.platform.backups.engine.verify import verify_backup
    from backend.platform.backups.jobs import names_of

    config, tenant, name = proof
    store = config.stores[0]
    _, other = names_of(take(business))
    folder = store.root / tenant / name

    def check(error: type[Exception]) -> None:
        with pytest.raises(error):
            verify_backup(store, tenant, name, keys=config.keys)

    for path in folder.iterdir():
        saved = path.read_bytes()
        path.unlink()
        check(NotThere if path.name == "manifest.json" else Damaged)
        # The same object of another backup of the same tenant, whole and well sealed.
        shutil.copy(store.root / tenant / other / path.name, path)
        check(Damaged)
        path.write_bytes(saved)
    first, second = folder / "database.gbk", folder / "files.gbk"
    one, two = first.read_bytes(), second.read_bytes()
    first.write_bytes(two)
    second.write_bytes(one)
    check(Damaged)
    first.write_bytes(one)
    second.write_bytes(two)
    verify_backup(store, tenant, name, keys=config.keys)


def test_nothing_plain_is_stored(proof: tuple[Any, str, str], business: Business) -> None:
    config, tenant, name = proof
    business_note = b"note 17"
    for path in (config.stores[0].root / tenant / name).iterdir():
        data = path.read_bytes()
        assert business_note not in data
        assert b"CREATE TABLE" not in data
    keys = list(config.keys.folder.iterdir())
    assert all(path.stat().st_mode & 0o077 == 0 for path in keys)


def test_rotation_keeps_old_backups_readable_and_a_lost_key_is_said(
    proof: tuple[Any, str, str], business: Business, take: Callable[..., Any]
) -> None:
    from backend.platform.backups.engine.errors import KeyMissing
    from backend.platform.backups.engine.verify import verify_backup
    from backend.platform.backups.jobs import names_of

    config, tenant, name = proof
    old = config.keys.primary()
    new = config.keys.rotate()
    assert new.id != old.id
    fresh = take(business)
    assert fresh.key_id == new.id
    for backup in (name, names_of(fresh)[1]):
        verify_backup(config.stores[0], tenant, backup, keys=config.keys)
    (config.keys.folder / f"{old.id}.json").unlink()
    with pytest.raises(KeyMissing, match=old.id):
        verify_backup(config.stores[0], tenant, name, keys=config.keys)
    # A pointer to a key that is gone is said, not papered over with a new key.
    (config.keys.folder / "primary").write_text(old.id)
    with pytest.raises(KeyMissing, match=old.id):
        config.keys.primary()


def test_keys_among_the_backups_are_refused(places: Path, settings: Any, database: str) -> None:
    from backend.platform.backups.configuration import configuration

    settings.BACKUPS = {**settings.BACKUPS, "KEY_DIR": places / "store" / "keys"}
    with pytest.raises(ValueError, match="keys"):
        configuration()


_CHILD = """
import os, signal, sys
from pathlib import Path
from backend.platform.backups.engine.files import FolderBlobs
from backend.platform.backups.engine.keys import KeyRing
from backend.platform.backups.engine.pgtools import Server
from backend.platform.backups.engine.stores import LocalStore
from backend.platform.backups.engine.take import Target, take_backup

dsn, root, schema, backup, last = sys.argv[1:]
root = Path(root)
beats = 0

def alive():
    global beats
    beats += 1
    if beats == int(last):
        os.kill(os.getpid(), signal.SIGKILL)

target = Target(backup, "ten_x", "x", schema, FolderBlobs(root / "files" / schema), "")
take_backup(Server(dsn), target, key=KeyRing(root / "keys").primary(), stores=[LocalStore(root / "store")],
            alive=alive)
print("done", beats, flush=True)
"""


def test_a_killed_backup_leaves_nothing_that_looks_like_one(
    proof: tuple[Any, str, str], business: Business, places: Path
) -> None:
    from backend.platform.backups.engine.errors import NotThere
    from backend.platform.backups.engine.stores import LocalStore
    from backend.platform.backups.engine.verify import verify_backup

    config = proof[0]
    store = LocalStore(places / "store")

    def run(name: str, *, last_beat: int) -> tuple[int, str]:
        child = subprocess.run(
            [
                sys.executable,
                "-c",
                _CHILD,
                config.server.dsn,
                str(places),
                business.schema,
                name,
                str(last_beat),
            ],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        return child.returncode, child.stdout

    code, said = run("bkp_whole", last_beat=0)
    assert code == 0
    beats = int(said.split()[1])
    verify_backup(store, "ten_x", "bkp_whole", keys=config.keys)
    # Killed at its first sign of life, at its last, and at points between.
    points = sorted({1, beats, *(1 + beats * step // 6 for step in range(1, 6))})
    assert len(points) >= 4
    for point in points:
        assert run(f"bkp_{point}", last_beat=point) == (-signal.SIGKILL, "")
        with pytest.raises(NotThere):
            verify_backup(store, "ten_x", f"bkp_{point}", keys=config.keys)
    # What is left is marked as unfinished, and the sweep takes it away.
    from datetime import timedelta

    store.sweep(timedelta(0))
    assert list(places.joinpath("store").rglob("*.part")) == []


def test_the_dump_dies_with_its_error_and_leaves_no_manifest(
    business: Business, take: Callable[..., Any], places: Path, tmp_path: Path, settings: Any
) -> None:
    """A pg_dump that writes half and fails: exit status 1 counts, not the bytes."""
    from backend.platform.backups.engine.pgtools import find_tool

    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "pg_dump").write_text(
        f'#!/bin/sh\n{find_tool("pg_dump")} "$@" | head -c 20000\necho "disk fell off" >&2\nexit 1\n'
    )
    (tools / "pg_dump").chmod(0o755)
    settings.BACKUPS = {**settings.BACKUPS, "PG_BIN": tools}
    backup = take(business)
    assert backup.state == "failed"
    assert "disk fell off" in backup.error
    assert list((places / "store").rglob("*.*")) == []
