"""``python -m backend.platform.backups.cli``: backups without Django, its settings or its database.

Works on what is left after a disaster: a store (a folder, or a bucket described in a JSON file) and the key
set.

    status                   every backup that the store's manifests tell of
    verify TENANT BACKUP     read a backup and prove it; exit status 1 when it is damaged
    decrypt TENANT BACKUP    write database.dump (for pg_restore), files.tar and manifest.json to a folder
    rotate-key               make a new key for backups to come

Exit status: 0 done, 1 damaged, 2 not possible (no such backup, key or tool; the message says what).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from backend.platform.backups.engine.errors import Damaged, EngineError, KeyMissing
from backend.platform.backups.engine.keys import KeyRing
from backend.platform.backups.engine.manifest import (
    DATABASE,
    FILES,
    MANIFEST,
    read_sealed,
    read_unsealed,
)
from backend.platform.backups.engine.pgtools import Server
from backend.platform.backups.engine.stores import LocalStore, S3Store, Store
from backend.platform.backups.engine.verify import load_manifest, pieces_of, verify_backup

PLAIN_NAMES = {DATABASE: "database.dump", FILES: "files.tar"}


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _store(arguments: argparse.Namespace) -> Store:
    if arguments.s3 is None:
        return LocalStore(arguments.store)
    return S3Store(**json.loads(arguments.s3.read_text()))


def status(arguments: argparse.Namespace) -> int:
    """List the backups of a store from their manifests, oldest first."""
    store, keys = _store(arguments), KeyRing(arguments.keys)
    found = []
    worst = 0
    for name in store.names():
        if not name.endswith("/" + MANIFEST):
            continue
        data = store.get(name)
        try:
            manifest = read_unsealed(data)
            try:
                read_sealed(data, keys.get(manifest.key_id))
                seal = "sealed"
            except KeyMissing:
                seal = "key missing"
        except Damaged as exc:
            _say(f"{name}: damaged: {exc}")
            worst = 1
            continue
        if arguments.tenant in (None, manifest.tenant, manifest.slug):
            found.append((manifest.snapshot_at, manifest, seal))
    for at, manifest, seal in sorted(found, key=lambda row: row[0]):
        _say(
            f"{at}  {manifest.tenant}  {manifest.backup}  {manifest.slug}  {manifest.rows} rows  "
            f"{len(manifest.files)} files  {manifest.stored_size} bytes  {manifest.key_id}  {seal}"
        )
    return worst


def verify(arguments: argparse.Namespace) -> int:
    """Read one backup and prove it."""
    store = _store(arguments)
    server = Server("", arguments.pg_bin)
    keys = KeyRing(arguments.keys)
    done = verify_backup(store, arguments.tenant, arguments.backup, keys=keys, server=server)
    _say(f"ok: {done.rows} rows, {done.files} files, {done.bytes_read} bytes read and proved")
    return 0


def decrypt(arguments: argparse.Namespace) -> int:
    """Write a backup's plain artifacts into a folder; nothing is left there when the backup is damaged."""
    store, keys = _store(arguments), KeyRing(arguments.keys)
    manifest = load_manifest(store, arguments.tenant, arguments.backup, keys)
    arguments.to.mkdir(parents=True, exist_ok=True, mode=0o700)
    for artifact, plain in PLAIN_NAMES.items():
        path = arguments.to / plain
        temporary = path.with_name(path.name + ".part")
        try:
            with open(temporary, "wb") as file:
                file.writelines(pieces_of(store, manifest, artifact, keys))
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        _say(str(path))
    path = arguments.to / MANIFEST
    path.write_bytes(manifest.to_bytes(keys.get(manifest.key_id)))
    _say(str(path))
    return 0


def rotate_key(arguments: argparse.Namespace) -> int:
    """Make a new primary key."""
    _say(KeyRing(arguments.keys).rotate().id)
    return 0


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(
        prog="python -m backend.platform.backups.cli",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--store", type=Path, default=Path(".local/backups"), help="a store's folder")
    made.add_argument(
        "--s3", type=Path, help="a JSON file with name, bucket, endpoint, access_key, secret_key"
    )
    made.add_argument("--keys", type=Path, default=Path(".local/keys"), help="the key set's folder")
    made.add_argument("--pg-bin", type=Path, help="where PostgreSQL's tools are")
    commands = made.add_subparsers(dest="command", required=True)
    listing = commands.add_parser("status", help="list backups")
    listing.add_argument("--tenant", help="only this tenant's, by id or slug")
    listing.set_defaults(run=status)
    for name, run in (("verify", verify), ("decrypt", decrypt)):
        command = commands.add_parser(name, help=(run.__doc__ or "").split(".")[0])
        command.add_argument("tenant", help="ten_…")
        command.add_argument("backup", help="bkp_…")
        command.set_defaults(run=run)
        if name == "decrypt":
            command.add_argument("--to", type=Path, required=True, help="the folder to write to")
    commands.add_parser("rotate-key", help="make a new primary key").set_defaults(run=rotate_key)
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
    arguments = parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except Damaged as exc:
        sys.stderr.write(f"damaged: {exc}\n")
        return 1
    except (EngineError, OSError) as exc:
        sys.stderr.write(f"{exc}\n")
        return 2


if __name__ == "__main__":
    sys.exit(main())
