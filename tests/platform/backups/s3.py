"""A stand-in for S3: real HTTP, objects and multipart uploads in memory, and failures on demand."""

from __future__ import annotations

import hashlib
import threading
import uuid
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree import ElementTree
from xml.sax.saxutils import escape

_NS = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'


class FakeS3:
    """One server, any bucket. ``fail`` is a set of HTTP methods answered with 500; ``parts`` their sizes."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}
        self.uploads: dict[str, tuple[str, dict[int, bytes], datetime]] = {}
        self.fail: set[str] = set()
        self.part_sizes: list[int] = []
        self.headers: list[dict[str, str]] = []
        fake = self

        class Handler(_Handler):
            store = fake

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def options(self, name: str, **more: Any) -> dict[str, Any]:
        """Keyword arguments for an ``S3Store`` on this server."""
        return {
            "name": name,
            "bucket": "backups",
            "endpoint": self.endpoint,
            "access_key": "test",
            "secret_key": "test",
            "region": "us-east-1",
            "timeout": 5.0,
            **more,
        }

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)


class _Handler(BaseHTTPRequestHandler):
    store: FakeS3
    protocol_version = "HTTP/1.1"

    def log_message(self, *args: Any) -> None:
        """Quiet."""

    def _answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _handle(self) -> None:
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        _, _, key = unquote(parts.path).lstrip("/").partition("/")
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.store.headers.append(dict(self.headers))
        if self.command in self.store.fail:
            self._answer(500, b"<Error><Code>InternalError</Code></Error>")
            return
        getattr(self, f"_{self.command.lower()}")(key, query, body)

    do_GET = do_PUT = do_POST = do_DELETE = _handle  # noqa: N815

    def _get(self, key: str, query: dict[str, str], body: bytes) -> None:
        if not key and "uploads" in query:
            rows = "".join(
                f"<Upload><Key>{escape(name)}</Key><UploadId>{upload}</UploadId>"
                f"<Initiated>{begun:%Y-%m-%dT%H:%M:%S.000Z}</Initiated></Upload>"
                for upload, (name, _, begun) in self.store.uploads.items()
            )
            self._xml("ListMultipartUploadsResult", f"<IsTruncated>false</IsTruncated>{rows}")
        elif not key:
            prefix = query.get("prefix", "")
            rows = "".join(
                f"<Contents><Key>{escape(name)}</Key><Size>{len(data)}</Size></Contents>"
                for name, data in sorted(self.store.objects.items())
                if name.startswith(prefix)
            )
            self._xml("ListBucketResult", f"<IsTruncated>false</IsTruncated>{rows}")
        elif key in self.store.objects:
            self._answer(200, self.store.objects[key], ETag='"x"')
        else:
            self._answer(404, b"<Error><Code>NoSuchKey</Code></Error>", Content_Type="application/xml")

    def _xml(self, tag: str, inner: str) -> None:
        self._answer(200, f"<{tag} {_NS}>{inner}</{tag}>".encode(), Content_Type="application/xml")

    def _put(self, key: str, query: dict[str, str], body: bytes) -> None:
        if "partNumber" in query:
            _, parts, _ = self.store.uploads[query["uploadId"]]
            parts[int(query["partNumber"])] = body
            self.store.part_sizes.append(len(body))
        else:
            self.store.objects[key] = body
        self._answer(200, b"", ETag=f'"{hashlib.md5(body).hexdigest()}"')  # noqa: S324

    def _post(self, key: str, query: dict[str, str], body: bytes) -> None:
        if "uploads" in query:
            upload = uuid.uuid4().hex
            self.store.uploads[upload] = (key, {}, datetime.now(UTC))
            self._xml("InitiateMultipartUploadResult", f"<UploadId>{upload}</UploadId>")
            return
        _, parts, _ = self.store.uploads.pop(query["uploadId"])
        wanted = [
            int(element.text or 0)
            for element in ElementTree.fromstring(body).iter()
            if element.tag.endswith("PartNumber")
        ]
        self.store.objects[key] = b"".join(parts[number] for number in wanted)
        self._xml("CompleteMultipartUploadResult", f"<Key>{escape(key)}</Key>")

    def _delete(self, key: str, query: dict[str, str], body: bytes) -> None:
        if "uploadId" in query:
            self.store.uploads.pop(query["uploadId"], None)
        else:
            self.store.objects.pop(key, None)
        self._answer(204)
