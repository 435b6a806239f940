"""Changing and deleting files."""

from __future__ import annotations

import uuid
from datetime import datetime
from decimal import Decimal
from typing import Any

from backend.core.files import policy
from backend.core.files.errors import FileAttached, FileNotReady
from backend.core.files.kinds import FileKind
from backend.core.files.models import File
from backend.core.files.permissions import DELETE, OVERRIDE_PAGES
from backend.core.files.selectors import file_for
from backend.core.files.services.blobs import discard_unshared
from backend.core.files.types import Category, FileState, Override, override_as_json
from backend.kernel import clock, db, holds
from backend.kernel.permissions import Principal


def override_pages(
    *,
    principal: Principal,
    file_id: uuid.UUID,
    pages: int,
    standard_pages: Decimal | None = None,
    reason: str = "",
    expected_version: int | None = None,
    at: datetime | None = None,
) -> File:
    """Puts a person's page count over the counted one, with who and when; the counted one is kept.

    `standard_pages` None leaves the counted standard pages in force. Raises PermissionDenied,
    ResourceNotFound, FileNotReady, VersionMismatch. A retry writes the same figures again.
    """
    return update_file(
        principal=principal,
        id=file_id,
        expected_version=expected_version,
        pages=pages,
        standard_pages=standard_pages,
        reason=reason,
        at=at,
    )


def update_file(
    *,
    principal: Principal,
    id: uuid.UUID,
    expected_version: int | None = None,
    category: Category | None = None,
    pages: int | None = None,
    standard_pages: Decimal | None = None,
    reason: str = "",
    metadata: dict[str, str] | None = None,
    at: datetime | None = None,
) -> File:
    """Changes the category, overrides the pages (see `override_pages`), or sets the metadata.

    Raises PermissionDenied, ResourceNotFound, FileNotReady (pages of a file that is not ready),
    CategoryNotAllowed, CategoryTypeNotAllowed, FileTooLarge (of the new category), VersionMismatch.
    """
    principal.require(OVERRIDE_PAGES)
    with db.transaction():
        file = file_for(principal, id, OVERRIDE_PAGES)
        file.check_version(expected_version)
        changes: dict[str, Any] = {}
        if category is not None and category.value != file.category:
            policy.check_category(principal, category)
            policy.check_size(category, file.size)
            if file.kind:
                policy.check_kind(category, FileKind(file.kind))
            changes["category"] = category.value
        if metadata is not None:
            changes["metadata"] = metadata
        if pages is not None:
            if file.state != FileState.READY.value or file.analysis is None:
                raise FileNotReady(state=file.state)
            override = Override(pages, standard_pages, reason, principal.user_id, at or clock.now())
            changes["analysis"] = {**file.analysis, "override": override_as_json(override)}
        if changes:
            file.save_versioned(**changes)
    return file


def delete_file(*, principal: Principal, id: uuid.UUID, expected_version: int | None = None) -> None:
    """Deletes a file that belongs to nothing; its bytes go after the commit unless another file has the same.

    Raises PermissionDenied, ResourceNotFound, FileAttached, DataHeld, VersionMismatch. Locks the file.
    """
    principal.require(DELETE)
    with db.transaction():
        file_for(principal, id, DELETE)
        locked = db.lock(File, [id])
        if not locked:
            return  # deleted by somebody else since we looked: what was wanted
        file = locked[0]
        file.check_version(expected_version)
        if file.subject_id is not None:
            raise FileAttached()
        holds.refuse_held(file.customer_id)
        content = (file.sha256, file.storage_key)
        file.delete()
        db.on_commit(lambda: discard_unshared([content]))
