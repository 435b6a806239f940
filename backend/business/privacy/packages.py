"""The copy of a person's data: a ZIP of JSON and files, made when it is fetched, so that none lies about."""

from __future__ import annotations

import json
import shutil
import tempfile
import uuid
import zipfile
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any

from backend.business.privacy import errors as e
from backend.business.privacy import permissions as p
from backend.business.privacy.models import Consent, Kind, PrivacyRequest, State
from backend.business.privacy.requests import requests_for
from backend.business.privacy.sources import SOURCES
from backend.core.files import facade as files
from backend.kernel import actions, clock
from backend.kernel.errors import ResourceNotFound
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal

IN_MEMORY = 8 * 1024 * 1024


def open_package(*, principal: Principal, request_id: uuid.UUID) -> tuple[str, IO[bytes]]:
    """Name and bytes of the copy, from what is there now; the caller closes the stream. Records data.exported.

    Raises PermissionDenied, ResourceNotFound, ExportNotReady for another kind and after a week.
    """
    principal.require(p.CREATE)
    row = requests_for(principal, p.CREATE).filter(pk=request_id).first()
    if row is None or row.kind != Kind.EXPORT:
        raise ResourceNotFound()
    if row.state != State.APPROVED or (row.expires_at is not None and row.expires_at <= clock.now()):
        raise e.ExportNotReady(state=row.state if row.state != State.APPROVED else "expired")
    target: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  The caller closes it.
    _write(target, row)
    size = target.tell()
    target.seek(0)
    actions.record(
        actions.EXPORTED,
        subject_type="customer",
        subject_id=row.customer_id,
        details={"request": encode("prq", row.pk), "size": size},
    )
    return f"{encode('prq', row.pk)}.zip", target


def _write(target: IO[bytes], row: PrivacyRequest) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for source in SOURCES:
            _json(archive, f"{source.name}.json", source.export(row.customer_id))
        consents = Consent.objects.filter(customer_id=row.customer_id).order_by("id")
        _json(
            archive,
            "consents.json",
            [
                dict(found)
                for found in consents.values(
                    "purpose", "version", "granted", "at", "ip", "user_agent", "language"
                )
            ],
        )
        for file_id, name, stream in files.personal_contents(row.customer_id):
            with stream, archive.open(f"files/{encode('fil', file_id)}/{_plain(name)}", "w") as member:
                shutil.copyfileobj(stream, member)


def _plain(name: str) -> str:
    """A file's name without what a path could mean."""
    return name.replace("/", "_").replace("\\", "_").lstrip(".") or "file"


def _json(archive: zipfile.ZipFile, name: str, rows: list[dict[str, Any]]) -> None:
    archive.writestr(name, json.dumps(rows, ensure_ascii=False, indent=1, default=_text))


def _text(value: Any) -> str:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, (uuid.UUID, Decimal)):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no JSON form here")
