"""Changing what is in force without changing what was: rows with versions in time."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, TypeVar

from django.db.models import DateTimeField, F, QuerySet, Value
from django.db.models.functions import Greatest

from backend.business.pricing.errors import PeriodInvalid, PriceRuleBackdated
from backend.business.pricing.models import Effective
from backend.kernel import db, tenancy
from backend.kernel.errors import ResourceNotFound
from backend.kernel.i18n import moment as moment_in
from backend.kernel.ids import new_id

Row = TypeVar("Row", bound=Effective)


def check_period(start: datetime, end: datetime | None, now: datetime, *, given: bool) -> None:
    """Raises PriceRuleBackdated for a given start before `now`, and PeriodInvalid for an end not after it."""
    if given and start < now:
        said = moment_in(start, tenancy.require_tenant().timezone)
        raise PriceRuleBackdated(effective_from=said, pointer="/effective_from")
    if end is not None and end <= start:
        raise PeriodInvalid(pointer="/effective_until")


def locked_current(
    rows: QuerySet[Row], model: type[Row], identity: uuid.UUID, expected_version: int | None
) -> Row:
    """The current version, locked, at the version that the caller expects.

    Raises ResourceNotFound where the caller does not see it, and VersionMismatch.
    """
    if not rows.filter(pk=identity).exists():
        raise ResourceNotFound()
    found = db.lock(model, [identity])
    if not found or found[0].archived:
        raise ResourceNotFound()
    row = found[0]
    row.check_version(expected_version)
    return row


def supersede(row: Row, changes: dict[str, Any], *, start: datetime) -> None:
    """Gives the row a new version from `start` on; what was in force until then stays, as a row of its own."""
    _end_others(row, start)
    if row.effective_from < start:
        _keep(row, until=start if row.effective_until is None else min(start, row.effective_until))
    row.save_versioned(**changes, effective_from=start)


def close(row: Row, *, now: datetime) -> None:
    """Ends the row and takes it from the lists; for the time before now it stays in force."""
    _end_others(row, now)
    end = now if row.effective_until is None else min(now, row.effective_until)
    row.save_versioned(archived=True, effective_until=max(end, row.effective_from))


def _end_others(row: Effective, at: datetime) -> None:
    """An earlier version that was to hold beyond `at`, until a change that has not begun, ends there."""
    type(row)._default_manager.filter(revision_of=row.pk, effective_until__gt=at).update(
        effective_until=Greatest(F("effective_from"), Value(at, DateTimeField()))
    )


def _keep(row: Row, *, until: datetime) -> None:
    copy = type(row)(
        **{
            field.attname: getattr(row, field.attname)
            for field in row._meta.concrete_fields
            if not field.primary_key
        }
    )
    copy.pk = new_id()
    copy.revision_of = row.pk
    copy.effective_until = until
    copy.save(force_insert=True)
