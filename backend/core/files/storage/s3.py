"""Any S3-compatible object storage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from backend.core.files.storage.base import BlobMissing, StorageDown, StoredBlob, check_key

_MISSING = frozenset({"404", "NoSuchKey", "NotFound"})


class S3Driver:
    """Keys as object names in one bucket, below `prefix`. Credentials that are empty come from boto3's chain.

    Time-outs are short (5 s to connect, 60 s between bytes) and every call is tried three times.
    """

    def __init__(
        self,
        *,
        bucket: str,
        endpoint: str = "",
        region: str = "",
        access_key: str = "",
        secret_key: str = "",
        prefix: str = "",
    ) -> None:
        import boto3  # half a second of imports, for installations that use it
        from botocore.config import Config
        from botocore.exceptions import BotoCoreError, ClientError

        self._faults: tuple[type[Exception], ...] = (BotoCoreError, ClientError)
        self._bucket = bucket
        self._prefix = f"{prefix.strip('/')}/" if prefix.strip("/") else ""
        self._client: Any = boto3.client(
            "s3",
            endpoint_url=endpoint or None,
            region_name=region or None,
            aws_access_key_id=access_key or None,
            aws_secret_access_key=secret_key or None,
            config=Config(
                connect_timeout=5,
                read_timeout=60,
                retries={"max_attempts": 3, "mode": "standard"},
                # Many S3-compatible services do not know the newer checksum headers.
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
            ),
        )

    def put(self, key: str, source: BinaryIO) -> None:
        """Uploads in parts where it is large; the object appears whole or not at all."""
        start = source.tell()
        name = self._name(key)
        try:
            # upload_fileobj closes what it is given, and the caller still needs its file.
            self._client.upload_fileobj(_Unclosable(source), self._bucket, name)
            stored = self._client.head_object(Bucket=self._bucket, Key=name)["ContentLength"]
        except self._faults as error:
            raise StorageDown(f"the object could not be written: {error}") from error
        if stored != source.seek(0, 2) - start:
            raise StorageDown("the object was stored with another size than was sent")

    def open(self, key: str) -> BinaryIO:
        try:
            answer = self._client.get_object(Bucket=self._bucket, Key=self._name(key))
        except self._faults as error:
            if _code(error) in _MISSING:
                raise BlobMissing(key) from error
            raise StorageDown(f"the object could not be read: {error}") from error
        return cast(BinaryIO, answer["Body"])

    def size(self, key: str) -> int | None:
        try:
            return int(self._client.head_object(Bucket=self._bucket, Key=self._name(key))["ContentLength"])
        except self._faults as error:
            if _code(error) in _MISSING:
                return None
            raise StorageDown(f"the object could not be looked up: {error}") from error

    def delete(self, key: str) -> None:
        try:
            self._client.delete_object(Bucket=self._bucket, Key=self._name(key))
        except self._faults as error:
            raise StorageDown(f"the object could not be removed: {error}") from error

    def erase(self, folder: str) -> None:
        for blob in self.list(folder):
            self.delete(blob.key)

    def list(self, prefix: str) -> Iterator[StoredBlob]:
        folder = f"{self._name(prefix)}/"
        try:
            pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=folder)
            for page in pages:
                for item in page.get("Contents", ()):
                    key = item["Key"].removeprefix(self._prefix)
                    yield StoredBlob(key, item["Size"], item["LastModified"])
        except self._faults as error:
            raise StorageDown(f"the objects could not be listed: {error}") from error

    def _name(self, key: str) -> str:
        return self._prefix + check_key(key)


class _Unclosable:
    """A file whose `close` does nothing."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source

    def __getattr__(self, name: str) -> Any:
        return getattr(self._source, name)

    def close(self) -> None:
        """Left to the owner."""


def _code(error: Exception) -> str:
    return str(getattr(error, "response", {}).get("Error", {}).get("Code", ""))
