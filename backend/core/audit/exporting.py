"""The audit log as CSV, streamed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import QuerySet

from backend.core.audit.models import AuditEntry
from backend.core.audit.permissions import EXPORT
from backend.core.audit.selectors import columns, credential_id, resource_id
from backend.kernel import actions, context, tenancy
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal

BATCH = 1_000
COLUMNS = (
    "id",
    "at",
    "action",
    "table",
    "resource",
    "actor",
    "actor_kind",
    "impersonator",
    "ip",
    "user_agent",
    "request_id",
    "credential_kind",
    "credential",
    "before",
    "after",
    "sequence",
    "hash",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _cell(value: Any) -> str:
    """A value as a cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    text = "" if value is None else str(value)
    return "'" + text if text.startswith(_FORMULA) else text


def _line(values: Any) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerow([_cell(value) for value in values])
    return buffer.getvalue().encode()


def _columns(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _values(entry: AuditEntry) -> tuple[Any, ...]:
    return (
        encode("aud", entry.id),
        entry.at.isoformat(),
        entry.action,
        entry.table,
        resource_id(entry),
        encode("usr", entry.actor_id) if entry.actor_id else None,
        entry.actor_kind,
        encode("usr", entry.impersonator_id) if entry.impersonator_id else None,
        entry.ip,
        entry.user_agent,
        entry.request_id,
        entry.credential_kind,
        credential_id(entry),
        _columns(columns(entry, entry.before)),
        _columns(columns(entry, entry.after)),
        entry.sequence,
        bytes(entry.hash).hex() if entry.hash is not None else None,
    )


def export_entries(
    *, principal: Principal, rows: QuerySet[AuditEntry], filters: Mapping[str, str]
) -> Iterator[bytes]:
    """The lines of `rows`, newest first, batch by batch: memory does not grow with them.

    Records `data.exported` at once, before the first line, and `data.export_ended` with how many rows went out and
    whether that was all, when the last one has gone or the reader has. Raises PermissionDenied at once too.
    """
    principal.require(EXPORT)
    actions.record(
        actions.EXPORTED, subject_type="audit_log", details={"format": "csv", "filters": dict(filters)}
    )
    return _lines(rows.order_by("-id"), tenancy.current(), context.current())


def _lines(
    rows: QuerySet[AuditEntry], tenant: tenancy.TenantInfo, asked: context.RequestContext
) -> Iterator[bytes]:
    count, complete = 0, False
    try:
        yield _line(COLUMNS)
        last = None
        while True:
            # The server asks for lines after the request has left its tenant.
            with tenancy.tenant_context(tenant):
                page = list((rows if last is None else rows.filter(id__lt=last))[:BATCH])
            if not page:
                complete = True
                return
            # Before they go: what somebody reads and breaks off has gone out.
            count += len(page)
            yield b"".join(_line(_values(entry)) for entry in page)
            last = page[-1].id
    finally:
        with tenancy.tenant_context(tenant), context.request_context(asked):
            actions.record(
                actions.EXPORT_ENDED,
                subject_type="audit_log",
                details={"rows": count, "complete": complete},
            )
