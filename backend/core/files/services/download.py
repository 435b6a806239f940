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
from backend.core.files.models import File
from backend.core.files.permissions import VIEW
from backend.core.files.selectors import file_for
from backend.core.files.storage import BlobMissing, StorageDown, tenant_storage
from backend.core.files.types import FileState
from backend.kernel import actions, clock, tenancy
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
    token = f"{expires}.{_sign(file, expires)}"
    return Link(file.id, token, datetime.fromtimestamp(expires, UTC))


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
    _ready(file)
    try:
        stream = tenant_storage().open(file.storage_key)
    except (BlobMissing, StorageDown) as error:
        logger.exception("the bytes of file %s cannot be reached", file.id)
        raise FileUnavailable() from error
    actions.record(
        actions.DOWNLOADED,
        subject_type="file",
        subject_id=file.id,
        details={"size": file.size, "by_link": token is not None},
    )
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
    if file is None or not hmac.compare_digest(_sign(file, int(expiry)).encode(), signature.encode()):
        raise LinkInvalid()
    if clock.now() >= datetime.fromtimestamp(0, UTC) + timedelta(seconds=int(expiry)):
        raise LinkInvalid()
    return file


def _sign(file: File, expires: int) -> str:
    # The schema is part of the key: the same token means nothing to another tenant.
    secret = hmac.new(
        settings.SECRET_KEY.encode(), f"files.link:{tenancy.schema_name()}".encode(), hashlib.sha256
    ).digest()
    message = f"{file.id.hex}:{file.sha256}:{expires}".encode()
    digest = hmac.new(secret, message, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
