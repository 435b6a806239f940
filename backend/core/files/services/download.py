"""Handing files out: by right, or by a signed link."""

from __future__ import annotations

import base64
import hashlib
import hmac
import logging
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import BinaryIO

from django.conf import settings

from backend.core.files.config import config
from backend.core.files.errors import FileNotReady, FileUnavailable, LinkInvalid
from backend.core.files.kinds import SHOWN
from backend.core.files.models import File
from backend.core.files.permissions import VIEW
from backend.core.files.selectors import file_for
from backend.core.files.storage import BlobMissing, StorageDown, tenant_storage
from backend.core.files.types import PUBLISHED, FileState
from backend.kernel import actions, clock, tenancy
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Content:
    """A file to be sent: `stream` is to be closed by whoever sends it."""

    name: str
    content_type: str
    size: int
    sha256: str
    stream: BinaryIO


@dataclass(frozen=True, slots=True)
class Link:
    """A signed right to download one file until a moment; `token` goes into the address."""

    file_id: uuid.UUID
    token: str
    expires_at: datetime


def create_link(
    *,
    principal: Principal,
    file_id: uuid.UUID,
    seconds: int | None = None,
    expected_version: int | None = None,
    at: datetime | None = None,
) -> Link:
    """A link for whoever holds it. It is good in this tenant, for this file's present bytes, until it expires.

    `seconds` defaults to `link_seconds` and is cut to `max_link_seconds`. Raises PermissionDenied,
    ResourceNotFound, VersionMismatch, FileNotReady. Changes nothing.
    """
    principal.require(VIEW)
    file = _ready(file_for(principal, file_id))
    file.check_version(expected_version)
    chosen = config()
    lifetime = min(seconds or chosen.link_seconds, chosen.max_link_seconds)
    expires = int((at or clock.now()).timestamp()) + lifetime
    token = f"{expires}.{_sign(file.id, file.sha256, expires)}"
    return Link(file.id, token, datetime.fromtimestamp(expires, UTC))


PUBLISHED_FOR = 12 * 3600
"""Seconds for which the address of a published file stays the same, so that browsers keep what they fetched."""


def published_path(file_id: uuid.UUID, sha256: str, *, shown: bool, at: datetime | None = None) -> str:
    """The address of a file that the business publishes, relative to the API's host, good for 12 to 24 hours.

    `shown` is for an image that a page shows in place; otherwise the address downloads. Asks nothing of the
    database: the caller knows the file's SHA-256, which never changes.
    """
    period = int((at or clock.now()).timestamp()) // PUBLISHED_FOR
    expires = (period + 2) * PUBLISHED_FOR
    verb = "image" if shown else "download"
    token = f"{expires}.{_sign(file_id, sha256, expires)}"
    return f"/api/v1/files/{encode('fil', file_id)}/{verb}?token={token}"


def open_image(*, file_id: uuid.UUID, token: str) -> Content:
    """The bytes of an image that the business publishes, for whoever holds a good link.

    It is nobody's secret, so no download is recorded. Raises LinkInvalid (also for a file that is gone, is not
    published or is no image that browsers show), FileUnavailable.
    """
    file = _linked(file_id, token)
    if file.subject_type not in PUBLISHED or file.kind not in SHOWN:
        raise LinkInvalid()
    return _opened(_ready(file))


def open_content(*, principal: Principal | None, file_id: uuid.UUID, token: str | None = None) -> Content:
    """A file's bytes, for a principal who may see it or for whoever holds a good link.

    With a token, only the token counts. Records file.downloaded.
    Raises PermissionDenied, ResourceNotFound, LinkInvalid (also for a
    file that is gone: a link tells nothing), FileNotReady, FileUnavailable.
    """
    if token is not None:
        file = _linked(file_id, token)
    else:
        if principal is None:
            raise LinkInvalid()
        principal.require(VIEW)
        file = file_for(principal, file_id)
    content = _opened(_ready(file))
    actions.record(
        actions.DOWNLOADED,
        subject_type="file",
        subject_id=file.id,
        details={"size": file.size, "by_link": token is not None},
    )
    return content


def _opened(file: File) -> Content:
    try:
        stream = tenant_storage().open(file.storage_key)
    except (BlobMissing, StorageDown) as error:
        logger.exception("the bytes of file %s cannot be reached", file.id)
        raise FileUnavailable() from error
    return Content(file.name, file.content_type, file.size, file.sha256, stream)


def _ready(file: File) -> File:
    if file.state != FileState.READY.value:
        raise FileNotReady(state=file.state)
    return file


def _linked(file_id: uuid.UUID, token: str) -> File:
    expiry, _, signature = token.partition(".")
    if not (expiry.isascii() and expiry.isdigit() and len(expiry) <= 12):
        raise LinkInvalid()
    file: File | None = File.objects.filter(pk=file_id).first()
    if file is None:
        raise LinkInvalid()
    good = _sign(file.id, file.sha256, int(expiry))
    if not hmac.compare_digest(good.encode(), signature.encode()):
        raise LinkInvalid()
    if clock.now() >= datetime.fromtimestamp(0, UTC) + timedelta(seconds=int(expiry)):
        raise LinkInvalid()
    return file


def _sign(file_id: uuid.UUID, sha256: str, expires: int) -> str:
    # The schema is part of the key: the same token means nothing to another tenant.
    secret = hmac.new(
        settings.SECRET_KEY.encode(), f"files.link:{tenancy.schema_name()}".encode(), hashlib.sha256
    ).digest()
    message = f"{file_id.hex}:{sha256}:{expires}".encode()
    digest = hmac.new(secret, message, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
