"""Which tables the audit records, and why the others are left out.

A table of ours is recorded unless its model says otherwise:

    audit_exclude = "the reason"          # no entries at all
    audit_ignore = ("last_used_at",)      # columns that are never recorded; a change of only these is none
    audit_mask = ("secret_hash",)         # recorded as changed, without the value

Columns whose name speaks of a secret (see SECRET) are masked without being asked, and so are texts within JSON
under keys that do, and sealed texts wherever they stand in it. Tables of libraries are recorded where
LIBRARY_TABLES names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model

SECRET = r"(^|_)(password|passphrase|secret|secrets|token|tokens|private_key|api_key)(_|$)"  # noqa: S105
"""Columns that match are masked (a regular expression that Python and PostgreSQL read alike)."""

SECRET_KEY = r"secret|password|passphrase|token|sealed|private_?key|api_?key"  # noqa: S105
"""Keys of JSON that match, in any case, have their texts masked, at any depth (read alike by both)."""

SEALED = r"\mv1[.][^.\"]+[.][A-Za-z0-9_-]{24}"
"""A text that `kernel.crypto` sealed, wherever it stands (PostgreSQL's regular expressions)."""

EXCLUDED = {
    "audit_entry": "the log itself; it is append-only",
    "kernel_event": "immutable; the outbox is itself a log",
    "kernel_eventhandling": "bookkeeping of the relay",
    "kernel_eventsignal": "bookkeeping of the relay",
    "kernel_idempotencykey": "bookkeeping of requests, with their bodies",
    "kernel_sequence": "counters; the numbered rows are recorded",
    "django_migrations": "written by migrations only",
}
"""Tables of ours and of Django that have no entries, with the reason."""

LIBRARY_TABLES = (
    "django_ledger_entitymodel",
    "django_ledger_chartofaccountmodel",
    "django_ledger_accountmodel",
    "django_ledger_ledgermodel",
    "django_ledger_closingentrymodel",
)
"""Tables of libraries that are recorded: what sets the books up, and closes a period."""

LIBRARY_PREFIXES = {
    "django_ledger_": "entries and legs are immutable by the ledger's own guards; the rest is not used",
    "djstripe_": "a copy of what the payment provider holds",
    "django_content_type": "made from the code",
    "auth_": "empty; Django's own users and groups are not used",
}
"""The other tables of libraries, by the beginning of their names, with the reason for no entries."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How one table is recorded."""

    mask: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def json(self) -> dict[str, list[str]]:
        """The rule as the attachment's SQL reads it."""
        return {"mask": list(self.mask), "ignore": list(self.ignore)}


def _ours() -> Iterator[type[Model]]:
    for model in apps.get_models(include_auto_created=True):
        if model.__module__.startswith("backend.") and model._meta.managed and not model._meta.proxy:
            yield model


def _declared(model: type[Model], name: str) -> Any:
    return getattr(model, name, ())


def rules() -> dict[str, Rule]:
    """The recorded tables with their rules, by table name."""
    found = {name: Rule() for name in LIBRARY_TABLES}
    for model in _ours():
        table = model._meta.db_table
        if table not in EXCLUDED and not _declared(model, "audit_exclude"):
            found[table] = Rule(
                mask=tuple(_declared(model, "audit_mask")), ignore=tuple(_declared(model, "audit_ignore"))
            )
    return found


def exclusion(table: str) -> str | None:
    """Why a table has no entries; None where it must have them."""
    if table in EXCLUDED:
        return EXCLUDED[table]
    if table in LIBRARY_TABLES:
        return None
    for prefix, reason in LIBRARY_PREFIXES.items():
        if table.startswith(prefix):
            return reason
    for model in _ours():
        if model._meta.db_table == table:
            return _declared(model, "audit_exclude") or None
    return None


_KEY = re.compile(SECRET_KEY, re.IGNORECASE)
_SEALED = re.compile(SEALED.replace(r"\m", r"\b"))


def shown(columns: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Recorded columns as people see them: secrets within documents masked, as the trigger does by now.

    Entries from before it did hold them, and cannot be changed.
    """
    return None if columns is None else {name: _masked(value, False) for name, value in columns.items()}


def _masked(value: Any, secret: bool) -> Any:
    if isinstance(value, dict):
        return {key: _masked(part, secret or bool(_KEY.search(key))) for key, part in value.items()}
    if isinstance(value, list):
        return [_masked(part, secret) for part in value]
    return "***" if isinstance(value, str) and value and (secret or _SEALED.search(value)) else value
