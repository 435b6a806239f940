"""The copy of a person's data: a ZIP of JSON and files, made when it is fetched, so that none lies about."""

from __future__ import annotations

import json
import shutil
import tempfile
import uuid
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any

from backend.business.customers import facade as customers
from backend.business.customers.types import CustomerKind
from backend.business.privacy import errors as e
from backend.business.privacy import permissions as p
from backend.business.privacy.models import Kind, State
from backend.business.privacy.requests import requests_for
from backend.business.privacy.sources import SOURCES, Reach, own_data
from backend.core.files import facade as files
from backend.kernel import actions, clock
from backend.kernel.errors import ResourceNotFound
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal

IN_MEMORY = 8 * 1024 * 1024


def open_package(*, principal: Principal, request_id: uuid.UUID) -> tuple[str, IO[bytes]]:
    """Name and bytes of the copy, from what is there now; the caller closes the stream. Records data.exported.

    It holds what the caller's rights reach now, whoever asked for it; see `reach_of`. Where it has the number of an
    identity document in the clear, data.viewed is recorded too. Files whose bytes are lost are listed in
    `unavailable.json`.

    Raises PermissionDenied, ResourceNotFound, ExportNotReady for another kind and after a week, FileUnavailable.
    """
    principal.require(p.CREATE)
    row = requests_for(principal, p.CREATE).filter(pk=request_id).first()
    if row is None or row.kind != Kind.EXPORT:
        raise ResourceNotFound()
    if row.state != State.APPROVED or (row.expires_at is not None and row.expires_at <= clock.now()):
        raise e.ExportNotReady(state=row.state if row.state != State.APPROVED else "expired")
    reach = reach_of(principal, row.customer_id)
    target = _package(lambda archive: _write(archive, reach))
    size = _size(target)
    _note_identity(reach, request=encode("prq", row.pk))
    actions.record(
        actions.EXPORTED,
        subject_type="customer",
        subject_id=row.customer_id,
        details={"request": encode("prq", row.pk), "size": size},
    )
    return f"{encode('prq', row.pk)}.zip", target


def open_own_package(*, principal: Principal) -> tuple[str, IO[bytes]]:
    """Name and bytes of what is kept of the caller's own person, whoever that is: staff, a writer, a customer.

    Its user with its sign-ins, its consents and requests; for a customer's person what `reach_of` says, too. The
    caller closes the stream. Records data.exported.

    Raises CredentialRestricted for an API key or an application, ResourceNotFound for the product itself,
    FileUnavailable.
    """
    principal.require_session()
    if principal.user_id is None:
        raise ResourceNotFound()
    user_id = principal.user_id
    reach = None if principal.customer_id is None else reach_of(principal, principal.customer_id)

    def write(archive: zipfile.ZipFile) -> None:
        if reach is not None:
            _write(archive, reach)
        for name, rows in own_data(user_id).items():
            _json(archive, f"me/{name}.json", rows)

    target = _package(write)
    size = _size(target)
    if reach is not None:
        _note_identity(reach)
    actions.record(actions.EXPORTED, subject_type="user", subject_id=user_id, details={"size": size})
    return f"{encode('usr', user_id)}.zip", target


def _package(write: Callable[[zipfile.ZipFile], None]) -> IO[bytes]:
    target: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  The caller closes it.
    try:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            write(archive)
    except BaseException:
        target.close()
        raise
    return target


def _size(target: IO[bytes]) -> int:
    size = target.tell()
    target.seek(0)
    return size


def _note_identity(reach: Reach, **details: str) -> None:
    if reach.identity:
        actions.record(
            actions.VIEWED,
            subject_type="customer",
            subject_id=reach.customer_id,
            details={"data": "identity", **details},
        )


def reach_of(principal: Principal, customer_id: uuid.UUID) -> Reach:
    """How much of a customer's data the caller gets a copy of.

    Who holds `privacy.request.create` over the customer gets its rows. One of several people of a customer (an
    agency), or who holds the right over their own rows only, gets what they themselves are and did. Sign-ins go to
    the person alone. The number of the identity document goes to who may see it anyway
    (`customers.identity.view`), and to the person whose document it is.

    Raises ResourceNotFound where neither the customer nor a person of it is the caller's.
    """
    facts = customers.customer_in_reach(principal, customer_id)
    if facts is None:
        raise ResourceNotFound()
    one_person = facts.kind is not CustomerKind.AGENCY
    belongs = principal.kind == "customer" and principal.customer_id == customer_id
    over = customers.customer_in_reach(principal, customer_id, p.CREATE) is not None
    if not (over or belongs):
        raise ResourceNotFound()
    may_open = customers.customer_in_reach(principal, customer_id, customers.IDENTITY) is not None
    whole = over and (one_person or not belongs)
    own_row = whole or (one_person and belongs)
    return Reach(
        customer_id,
        person=None if whole else principal.user_id,
        user=principal.user_id if belongs else None,
        sign_ins=one_person or belongs,
        own_row=own_row,
        identity=own_row and (may_open or (one_person and belongs)) and customers.has_identity(customer_id),
    )


def _write(archive: zipfile.ZipFile, reach: Reach) -> None:
    for source in SOURCES:
        _json(archive, f"{source.name}.json", source.export(reach))
    lost = []
    for content in files.personal_contents(reach.customer_id, made_by=reach.person):
        name = f"files/{encode('fil', content.file_id)}/{_plain(content.name)}"
        if content.stream is None:
            lost.append({"id": encode("fil", content.file_id), "name": content.name, "path": name})
            continue
        # The length of a stream is not known before its end: it may need the large form.
        with content.stream as stream, archive.open(name, "w", force_zip64=True) as member:
            shutil.copyfileobj(stream, member)
    if lost:
        _json(archive, "unavailable.json", lost)


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
