"""Reads and writes of holidays."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.db.models import QuerySet

from backend.business.organizations import facade as organizations
from backend.business.scheduling.models import Holiday
from backend.business.scheduling.permissions import MANAGE
from backend.kernel import db
from backend.kernel.errors import AlreadyExists, ResourceNotFound
from backend.kernel.permissions import Principal


def holidays_for(principal: Principal) -> QuerySet[Holiday]:
    """All holidays: whoever works here may know when nobody does."""
    return Holiday.objects.all()


def create_holiday(
    *, principal: Principal, day: date, names: dict[str, str], branch: uuid.UUID | None = None
) -> Holiday:
    """Adds a holiday. Raises AlreadyExists, ReferenceNotFound, PermissionDenied. A retry finds it there."""
    principal.require_over(MANAGE, branch=branch)
    with db.transaction():
        if branch is not None:
            organizations.branch_facts(branch, pointer="/branch")
        db.advisory_lock("scheduling.holiday", day)
        if Holiday.objects.filter(day=day, branch_id=branch).exists():
            raise AlreadyExists(field="day", pointer="/day")
        return Holiday.objects.create(day=day, names=names, branch_id=branch)


def _find(principal: Principal, id: uuid.UUID, expected_version: int | None) -> Holiday:
    row = Holiday.objects.filter(pk=id).first()
    if row is None:
        raise ResourceNotFound()
    principal.require_over(MANAGE, branch=row.branch_id)
    row.check_version(expected_version)
    return row


def update_holiday(
    *, principal: Principal, id: uuid.UUID, expected_version: int | None = None, **changes: Any
) -> Holiday:
    """Renames a holiday. Raises ResourceNotFound, PermissionDenied, VersionMismatch."""
    with db.transaction():
        row = _find(principal, id, expected_version)
        row.save_versioned(**changes)
        return row


def delete_holiday(*, principal: Principal, id: uuid.UUID, expected_version: int | None = None) -> None:
    """Takes a holiday away. Raises ResourceNotFound, PermissionDenied, VersionMismatch."""
    with db.transaction():
        _find(principal, id, expected_version).delete()
