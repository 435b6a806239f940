"""Taking a backup of one tenant: one snapshot, one pass, every store, the manifest last."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from backend.platform.backups.engine.errors import NoStoreLeft, Refused
from backend.platform.backups.engine.files import Blobs, FilesTaken, write_files
from backend.platform.backups.engine.keys import Key
from backend.platform.backups.engine.manifest import (
    DATABASE,
    FILES,
    MANIFEST,
    Artifact,
    Manifest,
    TableDigest,
)
from backend.platform.backups.engine.pgtools import Server, Tool
from backend.platform.backups.engine.pipeline import CHUNK, ArtifactWriter
from backend.platform.backups.engine.snapshot import (
    exported_snapshot,
    migrations_of,
    schema_exists,
    table_digests,
)
from backend.platform.backups.engine.stores import Store, StoreError

OK = "ok"


@dataclass(frozen=True)
class Target:
    """The tenant to back up. ``backup`` and ``tenant`` are TypeID texts; ``files`` are its blobs."""

    backup: str
    tenant: str
    slug: str
    schema: str
    files: Blobs
    release: str
    extra: Mapping[str, Any] = field(default_factory=dict)


def folder_of(tenant: str, backup: str) -> str:
    """Where a backup lies in a store."""
    return f"{tenant}/{backup}"


def take_backup(
    server: Server,
    target: Target,
    *,
    key: Key,
    stores: Sequence[Store],
    alive: Callable[[], None] = lambda: None,
    stall: float = 120.0,
) -> Manifest:
    """Back up a tenant's schema and files to all stores and return the manifest that was committed.

    ``alive`` is called between pieces and stops the backup by raising (a lost lock, a cancel). A store that
    dies is named with its error in ``Manifest.copies``; raises ``NoStoreLeft`` when none survives,
    ``ToolFailed`` when ``pg_dump`` fails, ``Refused`` when there is no such schema. After any error no
    store holds a manifest.
    """
    started = datetime.now(UTC)
    dead: dict[str, str] = {}
    with exported_snapshot(server.dsn) as snapshot:
        if not schema_exists(snapshot.connection, target.schema):
            raise Refused(f"there is no schema {target.schema}")
        migrations = migrations_of(snapshot.connection, target.schema)
        version = str(snapshot.connection.info.parameter_status("server_version"))
        # The counts run beside the dump: same snapshot, another connection of the server's cores.
        with ThreadPoolExecutor(1, thread_name_prefix="backup-digests") as pool:
            digests = pool.submit(table_digests, snapshot.connection, target.schema)
            database = _dump(server, target, snapshot.name, key, stores, dead, alive, stall)
            tables: dict[str, TableDigest] = digests.result()
    files, taken = _archive(target, key, stores, dead, alive, stall)
    manifest = Manifest(
        backup=target.backup,
        tenant=target.tenant,
        slug=target.slug,
        schema=target.schema,
        release=target.release,
        server_version=version,
        snapshot_at=_text(snapshot.taken_at),
        started_at=_text(started),
        finished_at=_text(datetime.now(UTC)),
        key_id=key.id,
        tables=tables,
        migrations=migrations,
        artifacts={DATABASE: database, FILES: files},
        files=taken.entries,
        vanished_files=taken.vanished,
        copies={store.name: dead.get(store.name, OK) for store in stores},
        extra=dict(target.extra),
    )
    alive()
    return _commit(manifest, target, key, stores, dead)


def _writer(
    target: Target, artifact: str, key: Key, stores: Sequence[Store], dead: Mapping[str, str], stall: float
) -> ArtifactWriter:
    return ArtifactWriter(
        key=key,
        backup=target.backup,
        artifact=artifact,
        name=f"{folder_of(target.tenant, target.backup)}/{artifact}.gbk",
        stores=stores,
        dead=dead,
        stall=stall,
    )


def _dump(
    server: Server,
    target: Target,
    snapshot: str,
    key: Key,
    stores: Sequence[Store],
    dead: dict[str, str],
    alive: Callable[[], None],
    stall: float,
) -> Artifact:
    arguments = [
        "--format=custom",
        "--compress=0",
        f'--schema="{target.schema}"',
        f"--snapshot={snapshot}",
        "--no-owner",
        "--no-privileges",
        "--lock-wait-timeout=30s",
    ]
    with (
        _writer(target, DATABASE, key, stores, dead, stall) as writer,
        Tool(server, "pg_dump", arguments, stdout=subprocess.PIPE) as dump,
    ):
        while piece := dump.stdout.read(CHUNK):
            alive()
            writer.write(piece)
        # Only a dump that says it is whole is committed.
        dump.check()
        artifact = writer.finish()
        dead.update(writer.errors())
    return artifact


def _archive(
    target: Target,
    key: Key,
    stores: Sequence[Store],
    dead: dict[str, str],
    alive: Callable[[], None],
    stall: float,
) -> tuple[Artifact, FilesTaken]:
    with _writer(target, FILES, key, stores, dead, stall) as writer:
        taken = write_files(target.files, _Watched(writer, alive))
        artifact = writer.finish()
        dead.update(writer.errors())
    return artifact, taken


class _Watched:
    """A sink that asks ``alive`` before every write."""

    def __init__(self, writer: ArtifactWriter, alive: Callable[[], None]) -> None:
        self._writer, self._alive = writer, alive

    def write(self, data: bytes) -> int:
        self._alive()
        return self._writer.write(data)


def _commit(
    manifest: Manifest, target: Target, key: Key, stores: Sequence[Store], dead: dict[str, str]
) -> Manifest:
    """Write the manifest to every store that holds the artifacts; what fails here joins ``copies``."""
    data = manifest.to_bytes(key)
    for store in stores:
        if store.name in dead:
            continue
        try:
            store.put(f"{folder_of(target.tenant, target.backup)}/{MANIFEST}", data)
        except StoreError as exc:
            dead[store.name] = str(exc)
            manifest.copies[store.name] = str(exc)
    if all(store.name in dead for store in stores):
        raise NoStoreLeft("; ".join(sorted(dead.values())) or "no store is configured")
    return manifest


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
