"""The manifest: what a backup holds and what proves it. Written last, it is the backup's commit mark.

The stored bytes are canonical JSON with a seal (a MAC by the backup's key) over everything else, so that
any changed byte of a manifest is found, white space included. A folder without a readable manifest is not a
backup.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from backend.platform.backups.engine.errors import Damaged
from backend.platform.backups.engine.keys import Key

FORMAT = 1
MANIFEST = "manifest.json"
DATABASE = "database"
FILES = "files"


@dataclass(frozen=True)
class TableDigest:
    """Rows of a table and the order-free sum of their hashes, in the dump's own snapshot."""

    rows: int
    hash: str


@dataclass(frozen=True)
class Artifact:
    """One encrypted object of a backup. Sizes in bytes; hashes are SHA-256 in hexadecimal."""

    name: str
    size: int
    sha256: str
    plain_size: int
    plain_sha256: str


@dataclass(frozen=True)
class FileEntry:
    """One of the tenant's files: path below the tenant's folder, size in bytes, SHA-256."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """A backup, described. Ids are TypeID texts, times are RFC 3339 texts in UTC."""

    backup: str
    tenant: str
    slug: str
    schema: str
    release: str
    server_version: str
    snapshot_at: str
    started_at: str
    finished_at: str
    key_id: str
    tables: dict[str, TableDigest]
    migrations: list[list[str]]
    artifacts: dict[str, Artifact]
    files: list[FileEntry]
    vanished_files: list[str]
    copies: dict[str, str]
    cipher: str = "AES256_GCM_HKDF_1MB"
    compression: str = "zstd-3"
    format: int = FORMAT
    kind: str = "tenant"
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """Rows of all tables together."""
        return sum(table.rows for table in self.tables.values())

    @property
    def stored_size(self) -> int:
        """Bytes of all artifacts as stored, of one copy."""
        return sum(artifact.size for artifact in self.artifacts.values())

    @property
    def plain_size(self) -> int:
        """Bytes of all artifacts before compression and encryption."""
        return sum(artifact.plain_size for artifact in self.artifacts.values())

    def to_bytes(self, key: Key) -> bytes:
        """The sealed manifest as it is stored."""
        body = asdict(self)
        body["files"] = [[entry.path, entry.size, entry.sha256] for entry in self.files]
        return _canonical({"manifest": body, "seal": key.seal(_canonical(body))})


def _canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def read_unsealed(data: bytes) -> Manifest:
    """The manifest in ``data``, its seal unchecked (for a list on a machine without keys).

    Raises ``Damaged`` when it is no manifest of a format that this release reads.
    """
    try:
        body = json.loads(data)["manifest"]
        if body["format"] != FORMAT:
            raise Damaged(MANIFEST, f"format {body['format']!r} is not one that this release reads")
        tables = {name: TableDigest(**table) for name, table in body.pop("tables").items()}
        artifacts = {name: Artifact(**artifact) for name, artifact in body.pop("artifacts").items()}
        files = [FileEntry(*entry) for entry in body.pop("files")]
        return Manifest(tables=tables, artifacts=artifacts, files=files, **body)
    except (ValueError, KeyError, TypeError, AttributeError) as exc:
        raise Damaged(MANIFEST, f"not a manifest ({type(exc).__name__})") from exc


def read_sealed(data: bytes, key: Key) -> Manifest:
    """The manifest in ``data``; raises ``Damaged`` when any byte of it is not as written."""
    manifest = read_unsealed(data)
    document = json.loads(data)
    if set(document) != {"manifest", "seal"} or _canonical(document) != data:
        raise Damaged(MANIFEST, "the bytes are not the canonical form that was written")
    if not key.seal_holds(str(document["seal"]), _canonical(document["manifest"])):
        raise Damaged(MANIFEST, "the seal does not hold")
    return manifest
