"""Resources of files."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any, BinaryIO

from django.http import StreamingHttpResponse
from django.utils.translation import gettext_lazy as _

from backend.core.files import errors as e
from backend.core.files import permissions as p
from backend.core.files import selectors, services
from backend.core.files.api import serializers as s
from backend.core.files.api.body import only_file, raw_body, refuse_oversize
from backend.core.files.api.filters import FileFilters
from backend.core.files.limits import describe_limits
from backend.core.files.names import content_disposition
from backend.core.files.types import Category
from backend.kernel import ids
from backend.kernel.api import PUBLIC, Resource, action
from backend.kernel.api.actions import Access
from backend.kernel.api.parsers import RawParser
from backend.kernel.errors import DomainError, FieldProblem, Invalid
from backend.kernel.holds import DataHeld
from backend.kernel.limits import LimitReached
from backend.kernel.permissions import Principal

_OCTETS = "application/octet-stream"
_RECEIVE: list[type[DomainError]] = [
    LimitReached,
    *e.REJECTIONS,
    e.CategoryNotAllowed,
    e.CategoryTypeNotAllowed,
    e.FileTooLarge,
    e.AnalysisBusy,
    e.FileUnavailable,
]


class FileResource(Resource):
    """Files: documents, drafts, finals, proofs of payment and photographs, with their page counts."""

    plural = "files"
    prefix = "fil"
    tag = "files"
    rows = staticmethod(selectors.files_for)
    read = s.FileRead
    writes = {"update": s.FileUpdate}
    services = {"update": services.update_file, "delete": services.delete_file}
    permissions = {"list": p.VIEW, "retrieve": p.VIEW, "update": p.OVERRIDE_PAGES, "delete": p.DELETE}
    while_read_only = ("links",)
    filters = FileFilters
    sort = ("created_at", "name", "size")
    search = ("name",)
    reach = {"branch": "branch_id", "customer": "customer_id", "owner": "created_by_id"}
    possible = {
        # A file that belongs to something is not deleted.
        "delete": lambda row: row.subject_id is None,
        "links": lambda row: row.state == "ready",
        "content": lambda row: row.state == "ready",
    }
    errors = {
        "update": [Invalid, e.FileNotReady, e.CategoryNotAllowed, e.CategoryTypeNotAllowed, e.FileTooLarge],
        "delete": [e.FileAttached, DataHeld],
    }

    def may(self, access: Access, row: Any) -> bool:
        """What somebody uploaded themselves is theirs under any scope, as `files_for` has it."""
        own = self.principal.user_id is not None and row.created_by_id == self.principal.user_id
        return super().may(access, row) or (own and self.principal.allows(str(access)))

    def initial(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if self.operation.upload:
            refuse_oversize(request)

    @action(
        "",
        detail=False,
        permission=p.UPLOAD,
        query=s.FileUploadQuery,
        response=s.FileRead,
        status=201,
        errors=[*_RECEIVE, e.UploadTruncated],
        atomic=False,
        upload=True,
    )
    def create(self, data: dict[str, Any]) -> Any:
        """Upload a file in one request, as the only part `file` of a multipart body.

        The type is decided by the content. Pages are counted before the answer up to `inline_bytes` of
        `GET /capabilities`; larger files, and all with `wait=false`, answer in the state `analysing`.
        """
        name, content = only_file(self.request)
        return services.upload_file(
            principal=self.principal,
            name=name,
            content=content,
            category=_category(data),
            wait=data.get("wait", True),
        )

    def do_update(self, *args: Any) -> Any:
        """The file with its changes."""
        identity, data = args
        if "pages" not in data:
            alone = [name for name in ("standard_pages", "reason") if name in data]
            if alone:
                sentence = _("This goes with `pages` only.")
                raise Invalid([FieldProblem(f"/{name}", "pages_missing", sentence) for name in alone])
        if "category" in data:
            data = {**data, "category": _category(data)}
        return super().do_update(identity, data)

    @action(
        "content", method="GET", permission=p.VIEW, raw=_OCTETS, errors=[e.FileNotReady, e.FileUnavailable]
    )
    def content(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Download a file's bytes."""
        return _sent(services.open_content(principal=self.principal, file_id=id))

    @action(
        "links",
        permission=p.VIEW,
        request=s.FileLinkCreate,
        response=s.FileLinkRead,
        status=201,
        errors=[e.FileNotReady],
    )
    def links(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Make a signed download link that needs no token of a user."""
        link = services.create_link(
            principal=self.principal, file_id=id, expected_version=self.expected_version, **data
        )
        path = f"/api/v1/files/{ids.encode('fil', id)}/download?token={link.token}"
        return {"url": path, "token": link.token, "expires_at": link.expires_at}

    @action(
        "download",
        method="GET",
        permission=PUBLIC,
        query=s.FileDownloadQuery,
        raw=_OCTETS,
        errors=[e.LinkInvalid, e.FileNotReady, e.FileUnavailable],
    )
    def download(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Download a file's bytes by a signed link."""
        return _sent(services.open_content(principal=None, file_id=id, token=data["token"]))

    @action(
        "image",
        method="GET",
        permission=PUBLIC,
        query=s.FileDownloadQuery,
        raw="image/jpeg, image/png",
        errors=[e.LinkInvalid, e.FileNotReady, e.FileUnavailable],
    )
    def image(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Show an image that the business publishes (JPEG, PNG), in place, by a signed link."""
        content = services.open_image(file_id=id, token=data["token"])
        answer = _sent(content)
        answer["Content-Type"] = content.content_type
        answer["Content-Disposition"] = content_disposition(content.name, inline=True)
        answer["Cache-Control"] = f"public, max-age={services.PUBLISHED_FOR}, immutable"
        # A page of the business's own site shows it, wherever that site is.
        answer["Cross-Origin-Resource-Policy"] = "cross-origin"
        return answer


class UploadResource(Resource):
    """Resumable uploads: declare size and hash, send chunks in order, complete."""

    plural = "uploads"
    path = "files/uploads"
    prefix = "upl"
    tag = "files"
    rows = staticmethod(selectors.uploads_for)
    read = s.UploadRead
    writes = {"create": s.UploadCreate}
    services = {"create": services.start_upload, "delete": services.cancel_upload}
    permissions = {"create": p.UPLOAD, "retrieve": p.UPLOAD, "delete": p.UPLOAD}
    errors = {"create": [e.CategoryNotAllowed, e.FileTooLarge, LimitReached]}
    reads_its_body = ("update",)
    possible = {
        "delete": lambda row: row.upload is not None,
        "update": lambda row: row.upload is not None and row.received < row.size,
        "complete": lambda row: row.upload is None or row.received >= row.size,
    }

    def may(self, access: Access, row: Any) -> bool:
        """Uploads are one's own always."""
        return self.principal.allows(str(access))

    def do_create(self, data: dict[str, Any]) -> Any:
        """A new upload."""
        return super().do_create({**data, "category": _category(data)})

    def do_delete(self, identity: uuid.UUID, _data: Any = None) -> Any:
        """Nothing is left of it."""
        services.cancel_upload(
            principal=self.principal, upload_id=identity, expected_version=self.expected_version
        )

    @action(
        "",
        method="PATCH",
        permission=p.UPLOAD,
        query=s.UploadChunkQuery,
        response=s.UploadRead,
        errors=[
            e.UploadOffsetMismatch,
            e.UploadChunkEmpty,
            e.UploadChunkTooLarge,
            e.UploadTooManyChunks,
            e.UploadOverflow,
            e.UploadTruncated,
            e.FileUnavailable,
        ],
        atomic=False,
        parsers=[RawParser],
    )
    def update(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Send the next chunk as the raw body.

        `upload_offset_mismatch` tells where to continue from; it is also the answer to a chunk that had
        arrived already.
        """
        return services.append_chunk(
            principal=self.principal,
            upload_id=id,
            offset=data["offset"],
            content=raw_body(self.request),
            expected_version=self.expected_version,
        )

    @action(
        "complete",
        permission=p.UPLOAD,
        response=s.FileRead,
        errors=[*_RECEIVE, e.UploadIncomplete, e.UploadChecksumMismatch],
        atomic=False,
    )
    def complete(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Make the file of a fully received upload. Completing again answers with the same file."""
        return services.complete_upload(
            principal=self.principal, upload_id=id, expected_version=self.expected_version
        )


def _capabilities(_principal: Principal) -> dict[str, Any]:
    return {"files": describe_limits()}


class CapabilitiesResource(Resource):
    """What this business's API can do, and within which limits."""

    plural = "capabilities"
    tag = "files"
    singleton = True
    any_schema = True
    read = s.CapabilitiesRead
    one = staticmethod(_capabilities)
    permissions = {"retrieve": PUBLIC}


def _category(data: dict[str, Any]) -> Category:
    return Category(data.get("category", Category.ORDER_FILE.value))


class _Pieces:
    """A stream in pieces. Django closes it with the answer, also where nobody ever read from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        while piece := self._stream.read(256 * 1024):
            yield piece

    def close(self) -> None:
        self._stream.close()


def _sent(content: services.Content) -> StreamingHttpResponse:
    """The bytes as an attachment that no browser interprets, whatever they are."""
    answer = StreamingHttpResponse(_Pieces(content.stream), content_type=_OCTETS)
    answer["Content-Length"] = str(content.size)
    answer["Content-Disposition"] = content_disposition(content.name)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
