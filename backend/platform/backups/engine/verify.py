"""Proving that a stored backup can be restored: seal, hashes, decryption, and the rows counted in the dump
itself.
"""

from __future__ import annotations

import re
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass

from backend.platform.backups.engine.errors import Damaged, NotThere, ToolFailed
from backend.platform.backups.engine.files import check_files
from backend.platform.backups.engine.keys import KeyRing
from backend.platform.backups.engine.manifest import (
    DATABASE,
    FILES,
    MANIFEST,
    Manifest,
    read_sealed,
    read_unsealed,
)
from backend.platform.backups.engine.pgtools import Server, Tool
from backend.platform.backups.engine.pipeline import read_artifact
from backend.platform.backups.engine.stores import Store
from backend.platform.backups.engine.take import folder_of

_COPY = re.compile(rb"^COPY (?:\"[^\"]+\"|\w+)\.(?:\"([^\"]+)\"|(\w+)) .*FROM stdin;$")


@dataclass(frozen=True)
class Verified:
    """What a verification read and found right."""

    store: str
    manifest: Manifest
    bytes_read: int
    rows: int
    files: int


def load_manifest(store: Store, tenant: str, backup: str, keys: KeyRing) -> Manifest:
    """The sealed manifest of a backup in a store.

    Raises ``NotThere`` when the store holds no such backup, ``KeyMissing``, and ``Damaged`` when the
    manifest is not the one written for this backup.
    """
    data = store.get(f"{folder_of(tenant, backup)}/{MANIFEST}")
    manifest = read_sealed(data, keys.get(read_unsealed(data).key_id))
    if (manifest.tenant, manifest.backup) != (tenant, backup):
        raise Damaged(MANIFEST, "it belongs to another backup")
    return manifest


def pieces_of(store: Store, manifest: Manifest, artifact: str, keys: KeyRing) -> Iterator[bytes]:
    """The plain bytes of an artifact; see ``read_artifact`` for what reading to the end proves."""
    expect = manifest.artifacts[artifact]
    try:
        source = store.open(f"{folder_of(manifest.tenant, manifest.backup)}/{expect.name}")
    except NotThere as exc:
        raise Damaged(expect.name, "it is missing") from exc
    key = keys.get(manifest.key_id)
    return read_artifact(source, key=key, backup=manifest.backup, artifact=artifact, expect=expect)


def verify_backup(
    store: Store, tenant: str, backup: str, *, keys: KeyRing, server: Server | None = None
) -> Verified:
    """Read a whole backup from one store and prove it; raises ``Damaged`` at the first fault.

    The rows are counted by ``pg_restore`` printing the dump's data (no database is needed; ``server`` only
    says where the tools are).
    """
    manifest = load_manifest(store, tenant, backup, keys)
    counts = _count_rows(pieces_of(store, manifest, DATABASE, keys), server or Server(""))
    expected = {name: table.rows for name, table in manifest.tables.items()}
    if counts != expected:
        wrong = sorted(n for n in counts.keys() | expected.keys() if counts.get(n) != expected.get(n))
        raise Damaged(DATABASE, f"the rows of {', '.join(wrong[:5])} are not the manifest's")
    files = check_files(pieces_of(store, manifest, FILES, keys), manifest.files)
    return Verified(store.name, manifest, manifest.stored_size, sum(counts.values()), files)


def _count_rows(pieces: Iterator[bytes], server: Server) -> dict[str, int]:
    """Rows per table in a custom-format dump, by letting ``pg_restore`` write it out as text."""
    counts: dict[str, int] = {}
    arguments = ["--data-only", "--file=-"]
    with Tool(
        server, "pg_restore", arguments, connect=False, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as tool:
        reader = threading.Thread(target=_read_copies, args=(tool, counts), daemon=True)
        reader.start()
        try:
            tool.feed(pieces)
            reader.join()
            tool.check()
        except ToolFailed as exc:
            raise Damaged(DATABASE, str(exc)) from exc
        finally:
            # The hashes are proved only at the end of the pieces, even when the tool stopped early.
            for _ in pieces:
                pass
    return counts


def _read_copies(tool: Tool, counts: dict[str, int]) -> None:
    table = ""
    for line in tool.stdout:
        if table:
            if line == b"\\.\n":
                table = ""
            else:
                counts[table] += 1
        elif match := _COPY.match(line.rstrip()):
            table = (match[1] or match[2]).decode()
            counts[table] = 0
