"""Request bodies that are not JSON."""

from __future__ import annotations

from typing import Any, BinaryIO, cast

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from backend.core.files.config import config
from backend.core.files.errors import FileTooLarge, UploadChunkEmpty, UploadTruncated
from backend.kernel.api.problems import FieldsInvalid

_ENVELOPE = 64 * 1024  # boundaries and part headers around the file


def refuse_oversize(request: Any) -> None:
    """Raises FileTooLarge by the announced length, before the body is spooled to the disk."""
    limit = config().max_bytes
    if announced(request) > limit + _ENVELOPE:
        raise FileTooLarge(limit=limit)


def announced(request: Any) -> int:
    """`Content-Length` as a number, 0 where it is absent or none."""
    text = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def only_file(request: Any) -> tuple[str, BinaryIO]:
    """The name and content of the part `file` of a multipart body, which must be its only part.

    Raises FieldsInvalid, UploadTruncated (Django's parser just drops a part that was torn off).
    """
    files, fields = request.FILES, request.data
    _refuse_torn(request)
    problems = [
        {"pointer": f"/{name[:60]}", "code": "unknown_field", "detail": str(_("There is no such field."))}
        for name in fields
        if name != "file"
    ]
    found = files.getlist("file")
    if len(found) != 1 or len(fields.getlist("file")) != 1:
        problems.append(
            {
                "pointer": "/file",
                "code": "file_expected",
                "detail": str(_("One file is expected in the part `file`.")),
            }
        )
    if problems:
        raise FieldsInvalid(problems[:20])
    upload: UploadedFile[Any] = found[0]
    return upload.name or "", cast(BinaryIO, upload.file)


def _refuse_torn(request: Any) -> None:
    # WSGI: Django reads at most Content-Length bytes through a LimitedStream, which knows how many came.
    stream = request._request._stream
    limit, position = getattr(stream, "limit", None), getattr(stream, "_pos", None)
    if limit is not None and position is not None and position < limit:
        raise UploadTruncated()


def raw_body(request: Any) -> bytes:
    """The bytes of an octet-stream body: at most one more than a chunk may hold.

    Raises UploadChunkEmpty, UploadTruncated.
    """
    length = announced(request)
    stream = request.data
    if length == 0 or not hasattr(stream, "read"):
        raise UploadChunkEmpty()
    allowed = config().chunk_bytes + 1
    content: bytes = stream.read(min(length, allowed))
    if len(content) < min(length, allowed):
        raise UploadTruncated()
    return content
