"""Legal documents: versions that never change once they are published."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import Max, QuerySet

from backend.business.privacy import errors as e
from backend.business.privacy import permissions as p
from backend.business.privacy.consents import DOCUMENT
from backend.business.privacy.events import LegalDocumentPublished
from backend.business.privacy.models import Consent, LegalDocument
from backend.kernel import clock, db
from backend.kernel.errors import ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.permissions import Principal

COOKIES: tuple[dict[str, Any], ...] = (
    {"code": "necessary", "required": True},
    {"code": "preferences", "required": False},
    {"code": "statistics", "required": False},
    {"code": "marketing", "required": False},
)
"""The categories that a banner asks about; necessary ones need no consent (ePrivacy Directive, 5(3))."""


def documents_for(principal: Principal) -> QuerySet[LegalDocument]:
    """All versions, drafts included, for who publishes; for others the published ones."""
    rows = LegalDocument.objects.all()
    return rows if principal.allows(p.DOCUMENTS) else rows.filter(published_at__isnull=False)


def documents_in_force() -> list[LegalDocument]:
    """Of each document the highest published version."""
    return list(
        LegalDocument.objects.filter(published_at__isnull=False).order_by("code", "-number").distinct("code")
    )


def awaiting(*, principal: Principal) -> list[LegalDocument]:
    """The documents in force that the caller has still to accept.

    No version was, or an older one was, or what was accepted was taken back: the caller's latest word counts.
    """
    said = (
        Consent.objects.filter(user_id=principal.user_id, purpose__startswith=DOCUMENT)
        .order_by("purpose", "-id")
        .distinct("purpose")
        .values_list("purpose", "version", "granted")
    )
    accepted = {purpose: number for purpose, number, granted in said if granted}
    return [
        row
        for row in documents_in_force()
        if row.acceptance_required and accepted.get(DOCUMENT + row.code, 0) < row.number
    ]


def create_document(
    *,
    principal: Principal,
    code: str,
    titles: dict[str, str],
    bodies: dict[str, str],
    acceptance_required: bool = True,
) -> LegalDocument:
    """Drafts the next version of a document. Raises PermissionDenied. A retry drafts another version."""
    principal.require(p.DOCUMENTS)
    with db.transaction():
        db.advisory_lock("privacy.document", code)
        last = LegalDocument.objects.filter(code=code).aggregate(last=Max("number"))["last"] or 0
        return LegalDocument.objects.create(
            code=code,
            number=last + 1,
            titles=titles,
            bodies=bodies,
            acceptance_required=acceptance_required,
        )


def update_document(
    *, principal: Principal, id: uuid.UUID, expected_version: int | None = None, **changes: Any
) -> LegalDocument:
    """Changes a draft. Raises PermissionDenied, ResourceNotFound, VersionMismatch, DocumentPublished."""
    with db.transaction():
        row = _draft(principal, id)
        row.check_version(expected_version)
        row.save_versioned(**changes)
        return row


def publish_document(*, principal: Principal, document_id: uuid.UUID) -> LegalDocument:
    """Puts a draft in force. Raises PermissionDenied, ResourceNotFound, DocumentPublished.

    Emits legal_document.published. A retry is refused.
    """
    with db.transaction():
        row = _draft(principal, document_id)
        row.save_versioned(published_at=clock.now())
        emit(
            LegalDocumentPublished(document=row.pk, code=row.code, number=row.number),
            subject_id=row.pk,
            object_version=row.version,
        )
        return row


def _draft(principal: Principal, document_id: uuid.UUID) -> LegalDocument:
    principal.require(p.DOCUMENTS)
    row = LegalDocument.objects.select_for_update().filter(pk=document_id).first()
    if row is None:
        raise ResourceNotFound()
    if row.published_at is not None:
        raise e.DocumentPublished()
    return row
