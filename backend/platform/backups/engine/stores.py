"""Where backups are kept: a folder, or a bucket of any S3. Both commit an object whole or not at all.

Names are ``<tenant>/<backup>/<object>``. A store that fails raises ``StoreError``; whether that matters is
for the pipeline to decide (one dead store leaves a backup degraded, not failed).
"""

from __future__ import annotations

import io
import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO, Protocol

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from backend.platform.backups.engine.errors import EngineError, NotThere

_PART = ".part"


class StoreError(EngineError):
    """A store did not do what was asked; its text names the store."""


class Upload(Protocol):
    """An object on its way. Nothing is visible under its name before ``commit``."""

    def write(self, data: bytes) -> None: ...
    def commit(self) -> None: ...
    def abort(self) -> None: ...


class Store(Protocol):
    """A place for backups."""

    @property
    def name(self) -> str: ...
    @property
    def remote(self) -> bool:
        """Whether writes go over a network, and so belong in a thread of their own."""

    def open_upload(self, name: str) -> Upload: ...
    def put(self, name: str, data: bytes) -> None: ...
    def get(self, name: str) -> bytes: ...
    def open(self, name: str) -> BinaryIO: ...
    def names(self, prefix: str = "") -> Iterator[str]: ...
    def delete(self, prefix: str) -> None: ...
    def sweep(self, older_than: timedelta) -> int:
        """Remove unfinished uploads older than this; the number removed."""


class _LocalUpload:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._temporary = path.with_name(path.name + _PART)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._file = open(self._temporary, "wb")  # noqa: SIM115 - lives as long as the upload

    def write(self, data: bytes) -> None:
        self._file.write(data)

    def commit(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        os.replace(self._temporary, self._path)
        _sync_folder(self._path.parent)

    def abort(self) -> None:
        self._file.close()
        self._temporary.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@dataclass(frozen=True)
class LocalStore:
    """A folder. Objects appear by rename after fsync."""

    root: Path
    name: str = "local"
    remote: bool = False

    def open_upload(self, name: str) -> Upload:
        try:
            return _LocalUpload(self.root / name)
        except OSError as exc:
            raise StoreError(f"{self.name}: {exc}") from exc

    def put(self, name: str, data: bytes) -> None:
        try:
            upload = _LocalUpload(self.root / name)
            upload.write(data)
            upload.commit()
        except OSError as exc:
            raise StoreError(f"{self.name}: {exc}") from exc

    def get(self, name: str) -> bytes:
        with self.open(name) as file:
            return file.read()

    def open(self, name: str) -> BinaryIO:
        try:
            return open(self.root / name, "rb")
        except FileNotFoundError as exc:
            raise NotThere(f"{self.name} has no {name}") from exc
        except OSError as exc:
            raise StoreError(f"{self.name}: {exc}") from exc

    def names(self, prefix: str = "") -> Iterator[str]:
        base = self.root / prefix
        for path in sorted(base.rglob("*")) if base.is_dir() else ():
            if path.is_file() and not path.name.endswith(_PART):
                yield path.relative_to(self.root).as_posix()

    def delete(self, prefix: str) -> None:
        target = (self.root / prefix).resolve()
        if target == self.root.resolve() or not target.is_relative_to(self.root.resolve()):
            raise StoreError(f"{self.name}: {prefix!r} is not a folder inside the store")
        try:
            shutil.rmtree(target)
        except FileNotFoundError:
            return
        except OSError as exc:
            raise StoreError(f"{self.name}: {exc}") from exc

    def sweep(self, older_than: timedelta) -> int:
        limit = time.time() - older_than.total_seconds()
        stale = [p for p in self.root.rglob("*" + _PART) if p.is_file() and p.stat().st_mtime < limit]
        for path in stale:
            path.unlink(missing_ok=True)
        return len(stale)


@dataclass(frozen=True)
class S3Store:
    """A bucket of any S3 (R2, B2, MinIO, AWS): equal parts, checksums only where they are asked for."""

    name: str
    bucket: str
    endpoint: str | None = None
    prefix: str = ""
    access_key: str = field(default="", repr=False)
    secret_key: str = field(default="", repr=False)
    region: str = "auto"
    part_size: int = 16 * 1024 * 1024
    timeout: float = 60.0
    remote: bool = True

    def client(self) -> Any:
        """A boto3 client of its own: boto3 sessions are not shared between threads."""
        return boto3.session.Session().client(
            "s3",
            endpoint_url=self.endpoint,
            aws_access_key_id=self.access_key or None,
            aws_secret_access_key=self.secret_key or None,
            region_name=self.region,
            config=Config(
                # R2 and B2 refuse the checksum trailers that newer boto3 sends unasked.
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
                retries={"max_attempts": 3, "mode": "standard"},
                connect_timeout=min(10.0, self.timeout),
                read_timeout=self.timeout,
                s3={"addressing_style": "path"} if self.endpoint else {},
            ),
        )

    def key(self, name: str) -> str:
        return f"{self.prefix.strip('/')}/{name}" if self.prefix else name

    def open_upload(self, name: str) -> Upload:
        return _S3Upload(self, self.client(), self.key(name))

    def put(self, name: str, data: bytes) -> None:
        try:
            self.client().put_object(Bucket=self.bucket, Key=self.key(name), Body=data)
        except (BotoCoreError, ClientError) as exc:
            raise StoreError(f"{self.name}: {exc}") from exc

    def get(self, name: str) -> bytes:
        with self.open(name) as body:
            return body.read()

    def open(self, name: str) -> BinaryIO:
        try:
            answer = self.client().get_object(Bucket=self.bucket, Key=self.key(name))
        except ClientError as exc:
            if exc.response.get("Error", {}).get("Code") in ("NoSuchKey", "404"):
                raise NotThere(f"{self.name} has no {name}") from exc
            raise StoreError(f"{self.name}: {exc}") from exc
        except BotoCoreError as exc:
            raise StoreError(f"{self.name}: {exc}") from exc
        return io.BufferedReader(_Body(self.name, answer["Body"]), 256 * 1024)

    def names(self, prefix: str = "") -> Iterator[str]:
        strip = len(self.key("")) if self.prefix else 0
        try:
            pages = (
                self.client()
                .get_paginator("list_objects_v2")
                .paginate(Bucket=self.bucket, Prefix=self.key(prefix))
            )
            for page in pages:
                for entry in page.get("Contents", ()):
                    yield entry["Key"][strip:]
        except (BotoCoreError, ClientError) as exc:
            raise StoreError(f"{self.name}: {exc}") from exc

    def delete(self, prefix: str) -> None:
        if not prefix.strip("/"):
            raise StoreError(f"{self.name}: refusing to delete the whole store")
        client = self.client()
        names = list(self.names(prefix.rstrip("/") + "/"))
        try:
            # The manifest first: what remains after an interruption is then no backup, rather than a broken
            # one.
            for name in sorted(names, key=lambda n: not n.endswith("manifest.json")):
                client.delete_object(Bucket=self.bucket, Key=self.key(name))
        except (BotoCoreError, ClientError) as exc:
            raise StoreError(f"{self.name}: {exc}") from exc

    def sweep(self, older_than: timedelta) -> int:
        client = self.client()
        limit = datetime.now(UTC) - older_than
        removed = 0
        try:
            pages = client.get_paginator("list_multipart_uploads").paginate(
                Bucket=self.bucket, Prefix=self.key("")
            )
            for page in pages:
                for upload in page.get("Uploads", ()):
                    if upload["Initiated"] < limit:
                        client.abort_multipart_upload(
                            Bucket=self.bucket, Key=upload["Key"], UploadId=upload["UploadId"]
                        )
                        removed += 1
        except (BotoCoreError, ClientError) as exc:
            raise StoreError(f"{self.name}: {exc}") from exc
        return removed


class _Body(io.RawIOBase):
    """A botocore body as a raw stream, its transport errors as ``StoreError``."""

    def __init__(self, store: str, body: Any) -> None:
        super().__init__()
        self._store = store
        self._body = body

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._body.read(len(buffer))
        except (BotoCoreError, OSError) as exc:
            raise StoreError(f"{self._store}: {exc}") from exc
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._body.close()
        super().close()


class _S3Upload:
    """Multipart with equal parts; an object smaller than a part is one PUT."""

    def __init__(self, store: S3Store, client: Any, key: str) -> None:
        self._store, self._client, self._key = store, client, key
        self._buffer = bytearray()
        self._upload_id: str | None = None
        self._parts: list[dict[str, Any]] = []

    def write(self, data: bytes) -> None:
        self._buffer += data
        size = self._store.part_size
        while len(self._buffer) >= size:
            self._send(bytes(self._buffer[:size]))
            del self._buffer[:size]

    def commit(self) -> None:
        where = {"Bucket": self._store.bucket, "Key": self._key}
        try:
            if self._upload_id is None:
                self._client.put_object(**where, Body=bytes(self._buffer))
                return
            if self._buffer:
                self._send(bytes(self._buffer))
            self._client.complete_multipart_upload(
                **where, UploadId=self._upload_id, MultipartUpload={"Parts": self._parts}
            )
        except (BotoCoreError, ClientError) as exc:
            raise StoreError(f"{self._store.name}: {exc}") from exc

    def abort(self) -> None:
        if self._upload_id is None:
            return
        try:
            self._client.abort_multipart_upload(
                Bucket=self._store.bucket, Key=self._key, UploadId=self._upload_id
            )
        except (BotoCoreError, ClientError) as exc:
            raise StoreError(f"{self._store.name}: {exc}") from exc

    def _send(self, part: bytes) -> None:
        where = {"Bucket": self._store.bucket, "Key": self._key}
        try:
            if self._upload_id is None:
                self._upload_id = self._client.create_multipart_upload(**where)["UploadId"]
            number = len(self._parts) + 1
            answer = self._client.upload_part(**where, UploadId=self._upload_id, PartNumber=number, Body=part)
        except (BotoCoreError, ClientError) as exc:
            raise StoreError(f"{self._store.name}: {exc}") from exc
        self._parts.append({"PartNumber": number, "ETag": answer["ETag"]})
