"""Where bytes are kept, by both drivers, and the wall between tenants."""

from __future__ import annotations

import hashlib
import http.server
import io
import threading
import urllib.parse
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from backend.core.files.storage import (
    BlobMissing,
    InvalidKey,
    StorageDown,
    TenantStorage,
    blob_key,
    chunk_key,
    tenant_storage,
)
from backend.core.files.storage.base import Driver
from backend.core.files.storage.local import LocalDriver
from backend.core.files.storage.s3 import S3Driver
from backend.kernel.tenancy import NoTenant, tenant_context

CONTENT = b"The bytes of a certificate. " * 1000
SHA = hashlib.sha256(CONTENT).hexdigest()


class S3(http.server.BaseHTTPRequestHandler):
    """As much of S3 as the driver uses, over HTTP: put, get, head, delete, list; paths, no signatures."""

    objects: dict[str, bytes]
    failing = False

    def _name(self) -> str:
        return urllib.parse.unquote(urllib.parse.urlsplit(self.path).path).lstrip("/").partition("/")[2]

    def _answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", headers.pop("length", str(len(body))))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_PUT(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if type(self).failing:
            return self._answer(503)
        self.objects[self._name()] = body
        return self._answer(200, ETag='"x"')

    def do_GET(self) -> None:
        name = self._name()
        if not name:
            query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
            prefix = query.get("prefix", [""])[0]
            items = "".join(
                f"<Contents><Key>{escape(key)}</Key><Size>{len(body)}</Size>"
                "<LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>"
                for key, body in sorted(self.objects.items())
                if key.startswith(prefix)
            )
            xml = f"<ListBucketResult><IsTruncated>false</IsTruncated>{items}</ListBucketResult>"
            return self._answer(200, xml.encode(), Content_Type="application/xml")
        if name not in self.objects:
            return self._answer(404, b"<Error><Code>NoSuchKey</Code></Error>", Content_Type="application/xml")
        return self._answer(200, self.objects[name], ETag='"x"')

    def do_HEAD(self) -> None:
        body = self.objects.get(self._name())
        if body is None:
            return self._answer(404)
        return self._answer(200, length=str(len(body)), ETag='"x"')

    def do_DELETE(self) -> None:
        self.objects.pop(self._name(), None)
        self._answer(204)

    def log_message(self, *_: Any) -> None:
        """Quiet."""


@pytest.fixture
def s3() -> Iterator[tuple[S3Driver, type[S3]]]:
    handler = type("Handler", (S3,), {"objects": {}, "failing": False})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    driver = S3Driver(
        bucket="files",
        endpoint=f"http://127.0.0.1:{server.server_port}",
        region="us-east-1",
        access_key="key",
        secret_key="secret",
        prefix="guildhall",
    )
    yield driver, handler
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(params=["local", "s3"])
def driver(request: pytest.FixtureRequest, storage_root: Path) -> Driver:
    if request.param == "local":
        return LocalDriver(storage_root)
    return request.getfixturevalue("s3")[0]  # type: ignore[no-any-return]


def test_a_driver_keeps_reads_lists_and_deletes(driver: Driver) -> None:
    driver.put("t_a/blobs/aa/bb/cc", io.BytesIO(CONTENT))
    with driver.open("t_a/blobs/aa/bb/cc") as stream:
        assert stream.read() == CONTENT
    assert driver.size("t_a/blobs/aa/bb/cc") == len(CONTENT)
    assert [(blob.key, blob.size) for blob in driver.list("t_a/blobs")] == [
        ("t_a/blobs/aa/bb/cc", len(CONTENT))
    ]
    assert list(driver.list("t_a/blob")) == []
    assert all(blob.modified.tzinfo for blob in driver.list("t_a"))
    driver.put("t_a/blobs/aa/bb/cc", io.BytesIO(b"new"))
    assert driver.size("t_a/blobs/aa/bb/cc") == 3
    driver.delete("t_a/blobs/aa/bb/cc")
    driver.delete("t_a/blobs/aa/bb/cc")
    assert driver.size("t_a/blobs/aa/bb/cc") is None
    with pytest.raises(BlobMissing):
        driver.open("t_a/blobs/aa/bb/cc")


def test_putting_leaves_the_source_open_and_starts_where_it_stands(driver: Driver) -> None:
    source = io.BytesIO(b"skip" + CONTENT)
    source.seek(4)
    driver.put("t_a/blobs/x", source)
    assert driver.size("t_a/blobs/x") == len(CONTENT)
    assert not source.closed


@pytest.mark.parametrize(
    "key",
    [
        "",
        "/etc/passwd",
        "../t_b/blobs/x",
        "t_a/../t_b/x",
        "t_a/./x",
        "t_a//x",
        "t_a/x/",
        "t_a/x\0",
        "t_a\\x",
        "t_a/.hidden",
        "t_a/x\n",
        "t_a/ｘ",
        "a" * 301,
    ],
)
def test_keys_that_could_leave_their_folder_do_not_exist(key: str, driver: Driver) -> None:
    for use in (driver.open, driver.size, driver.delete, lambda name: driver.put(name, io.BytesIO(b"x"))):
        with pytest.raises(InvalidKey):
            use(key)


def test_a_planted_symbolic_link_leads_nowhere(storage_root: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    (storage_root / "t_a").mkdir(parents=True)
    (storage_root / "t_a" / "x").symlink_to(secret)
    with pytest.raises(InvalidKey):
        LocalDriver(storage_root).open("t_a/x")


class Torn(io.BytesIO):
    """A source that breaks in the middle."""

    def read(self, size: int | None = -1) -> bytes:
        data = super().read(10)
        if self.tell() > 20:
            raise ConnectionResetError("gone")
        return data


def test_a_torn_write_leaves_the_old_bytes_and_no_rubbish(storage_root: Path) -> None:
    driver = LocalDriver(storage_root)
    driver.put("t_a/blobs/x", io.BytesIO(b"old"))
    with pytest.raises(StorageDown):
        driver.put("t_a/blobs/x", Torn(CONTENT))
    with driver.open("t_a/blobs/x") as stream:
        assert stream.read() == b"old"
    assert [path.name for path in storage_root.rglob("*") if path.is_file()] == ["x"]


def test_a_failing_object_storage_says_so(s3: tuple[S3Driver, type[S3]]) -> None:
    driver, server = s3
    server.failing = True
    with pytest.raises(StorageDown):
        driver.put("t_a/blobs/x", io.BytesIO(b"x"))


def test_objects_lie_below_the_prefix_and_the_schema(s3: tuple[S3Driver, type[S3]]) -> None:
    driver, server = s3
    storage = TenantStorage(driver, "t_a")
    storage.put(blob_key(SHA), io.BytesIO(CONTENT))
    assert list(server.objects) == [f"guildhall/t_a/blobs/{SHA[:2]}/{SHA[2:4]}/{SHA}"]
    assert [blob.key for blob in storage.list("blobs")] == [blob_key(SHA)]


def test_another_tenants_key_never_resolves(driver: Driver) -> None:
    mine, theirs = TenantStorage(driver, "t_a"), TenantStorage(driver, "t_b")
    key = blob_key(SHA)
    theirs.put(key, io.BytesIO(CONTENT))
    assert mine.size(key) is None
    assert list(mine.list("blobs")) == []
    with pytest.raises(BlobMissing):
        mine.open(key)
    mine.delete(key)
    assert theirs.size(key) == len(CONTENT)
    for attempt in (
        f"t_b/{key}",
        f"../t_b/{key}",
        f"blobs/../../t_b/{key}",
        f"blobs/../t_b/{key}",
        f"/t_b/{key}",
    ):
        with pytest.raises(InvalidKey):
            mine.open(attempt)
    with pytest.raises(InvalidKey):
        TenantStorage(driver, "t_a/blobs")
    with pytest.raises(InvalidKey):
        TenantStorage(driver, "..")


def test_a_tenant_whose_schema_begins_like_another_sees_nothing_of_it(driver: Driver) -> None:
    TenantStorage(driver, "t_ab").put(blob_key(SHA), io.BytesIO(CONTENT))
    assert list(TenantStorage(driver, "t_a").list("blobs")) == []


def test_keys_are_made_only_of_what_they_should_be() -> None:
    assert blob_key(SHA) == f"blobs/{SHA[:2]}/{SHA[2:4]}/{SHA}"
    for wrong in ("", "x" * 64, SHA.upper(), f"{SHA}0", "../" + SHA[3:]):
        with pytest.raises(InvalidKey):
            blob_key(wrong)
    upload = uuid.uuid4()
    assert chunk_key(upload, 0) != chunk_key(upload, 0)


def test_the_storage_is_that_of_the_tenant_that_runs(tenant: Any, other_tenant: Any) -> None:
    tenant_storage().put(blob_key(SHA), io.BytesIO(CONTENT))
    with tenant_context(other_tenant):
        assert tenant_storage().size(blob_key(SHA)) is None
    assert tenant_storage().size(blob_key(SHA)) == len(CONTENT)


def test_there_is_no_storage_without_a_tenant() -> None:
    with pytest.raises(NoTenant):
        tenant_storage()
