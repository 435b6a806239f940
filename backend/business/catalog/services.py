"""Writes of services (the work that the business sells)."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from backend.business.catalog import events, selectors
from backend.business.catalog import permissions as p
from backend.business.catalog.counting import take_activated, take_item
from backend.business.catalog.earning import check_account
from backend.business.catalog.errors import CatalogCodeTaken
from backend.business.catalog.models import Service
from backend.business.catalog.options import check_schema
from backend.business.catalog.writing import (
    changed_names,
    changes_of,
    delete_row,
    locked_row,
    search_text,
    snapshot,
)
from backend.kernel import db
from backend.kernel.events import emit
from backend.kernel.permissions import Principal


def create_service(
    *,
    principal: Principal,
    code: str,
    kind: str,
    names: Mapping[str, str],
    unit: str,
    option_schema: Sequence[Mapping[str, Any]] = (),
    **rest: Any,
) -> Service:
    """Adds a service.

    Raises CatalogCodeTaken, OptionSchemaInvalid, LimitReached and, for the account that it earns on, what
    `earning.check_account` raises. Emits `service.created`. A retry raises CatalogCodeTaken.
    """
    principal.require(p.MANAGE_SERVICES)
    with db.transaction():
        take_item(rest.get("active", True))
        _claim_code(code)
        check_account(None, rest)
        row = Service.objects.create(
            code=code,
            kind=kind,
            names=dict(names),
            unit=unit,
            option_schema=check_schema(option_schema),
            search=search_text(code, names),
            **rest,
        )
        emit(
            events.ServiceCreated(service=row.pk, code=row.code, after=snapshot(row)),
            subject_id=row.pk,
            object_version=row.version,
        )
    return row


def update_service(
    *, principal: Principal, id: uuid.UUID, expected_version: int | None = None, **changes: Any
) -> Service:
    """Changes a service; orders keep what they were placed with.

    Raises ResourceNotFound, VersionMismatch, CatalogCodeTaken, OptionSchemaInvalid and what
    `earning.check_account` raises. Emits `service.updated` where anything changed. Locks the row.
    """
    principal.require(p.MANAGE_SERVICES)
    with db.transaction():
        row = locked_row(selectors.services_for(principal), Service, id, expected_version)
        if "option_schema" in changes:
            changes["option_schema"] = check_schema(changes["option_schema"])
        changed = changes_of(row, changes)
        if not changed:
            return row
        take_activated(row, changed)
        if "code" in changed:
            _claim_code(changed["code"])
        check_account(row, changed)
        before = snapshot(row, changed)
        names = changed_names(changed)
        changed["search"] = search_text(changed.get("code", row.code), changed.get("names", row.names))
        row.save_versioned(**changed)
        emit(
            events.ServiceUpdated(
                service=row.pk, code=row.code, changed=names, before=before, after=snapshot(row, changed)
            ),
            subject_id=row.pk,
            object_version=row.version,
        )
    return row


def delete_service(*, principal: Principal, id: uuid.UUID, expected_version: int | None = None) -> None:
    """Deletes a service that nothing refers to.

    Raises ResourceNotFound, VersionMismatch, and CatalogEntryInUse where a price or an order refers to it.
    Emits `service.deleted`. Locks the row.
    """
    principal.require(p.MANAGE_SERVICES)
    with db.transaction():
        row = locked_row(selectors.services_for(principal), Service, id, expected_version)
        event = events.ServiceDeleted(service=id, code=row.code, before=snapshot(row))
        version = row.version + 1
        delete_row(row)
        emit(event, subject_id=id, object_version=version)


def _claim_code(code: str) -> None:
    db.advisory_lock("catalog.service", code)
    if Service.objects.filter(code=code).exists():
        raise CatalogCodeTaken(value=code, pointer="/code")
