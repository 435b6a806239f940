"""Reads of the audit log."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import ForeignKey, Q, QuerySet, UUIDField
from django.utils.translation import gettext_lazy as _

from backend.core.audit import coverage
from backend.core.audit.models import AccessEntry, Alert, AuditEntry
from backend.core.audit.permissions import VIEW, VIEW_ACCESS, VIEW_ALERTS, VIEW_TENANTS
from backend.kernel import actions, context
from backend.kernel.ids import IdField, decode, encode, prefix_of
from backend.kernel.permissions import Permission, Principal, scoped


def entries_for(principal: Principal, permission: Permission = VIEW) -> QuerySet[AuditEntry]:
    """The entries that a permission of the caller reaches: all, or with the scope "own" those of its own deeds.

    An entry knows no branch and no customer, so scopes of those reach none.
    """
    return scoped(AuditEntry.objects.all(), principal, permission, owner="actor_id")


def entries_about(rows: QuerySet[AuditEntry], tenants: Collection[uuid.UUID]) -> QuerySet[AuditEntry]:
    """The operator's entries about businesses: their own rows, and rows that named one when they were added.

    An update holds only what changed, so the rows' first entries tell whose they are; that reads the whole log.
    """
    named = [str(key) for key in tenants]
    theirs = AuditEntry.objects.filter(action="insert", after__tenant_id__in=named).values("row_id")
    return rows.filter(Q(row_id__in=[*tenants]) | Q(row_id__in=theirs))


def entries_of_tenant(principal: Principal) -> QuerySet[AuditEntry]:
    """All entries of the business that is entered, for an operator. Raises PermissionDenied."""
    principal.require(VIEW_TENANTS)
    return AuditEntry.objects.all()


def access_for(principal: Principal) -> QuerySet[AccessEntry]:
    """The requests that the caller may see: all, or with the scope "own" its own."""
    return scoped(AccessEntry.objects.all(), principal, VIEW_ACCESS, owner="actor_id")


def alerts_for(principal: Principal, permission: Permission = VIEW_ALERTS) -> QuerySet[Alert]:
    """The alerts that a permission of the caller reaches: all, or with the scope "own" those about itself."""
    return scoped(Alert.objects.all(), principal, permission, owner="actor_id")


CHANGES = {"insert": _("Row added"), "update": _("Row changed"), "delete": _("Row deleted")}
"""The actions that triggers record."""


def catalogue() -> list[dict[str, str]]:
    """Every action that an entry may have, with its name in the caller's language."""
    found = [{"code": code, "label": str(label), "kind": "change"} for code, label in CHANGES.items()]
    return found + [
        {"code": code, "label": str(item.label), "kind": "action"}
        for code, item in sorted(actions.CATALOGUE.items())
    ]


@cache
def prefixes() -> dict[str, str]:
    """The TypeID prefix of each table whose key has one."""
    return {
        model._meta.db_table: model._meta.pk.prefix
        for model in apps.get_models()
        if isinstance(model._meta.pk, IdField) and model._meta.pk.prefix
    }


_PEOPLE = ("_by_id", "operator_id", "impersonator_id")
"""How columns end that hold a user of somewhere, whom no foreign key can name."""


@cache
def _named() -> dict[str, str]:
    """The TypeID prefix of what a column `<model>_id` names, where one model alone is called so."""
    found: dict[str, set[str]] = {}
    for model in apps.get_models():
        if isinstance(model._meta.pk, IdField) and model._meta.pk.prefix:
            found.setdefault(f"{model._meta.model_name}_id", set()).add(model._meta.pk.prefix)
    return {column: next(iter(known)) for column, known in found.items() if len(known) == 1}


@cache
def _id_columns(table: str) -> dict[str, str]:
    """The TypeID prefixes of a table's columns that hold ids: its key, foreign keys, and columns called like them."""
    model = next((model for model in apps.get_models() if model._meta.db_table == table), None)
    found: dict[str, str] = {}
    for field in model._meta.concrete_fields if model is not None else ():
        column, target = str(field.column), field
        if isinstance(field, ForeignKey):
            target = field.target_field
        if isinstance(target, IdField):
            prefix = target.prefix
        elif isinstance(field, UUIDField):
            prefix = "usr" if column.endswith(_PEOPLE) else _named().get(column, "")
        else:
            prefix = ""
        if prefix:
            found[column] = prefix
    return found


def columns(entry: AuditEntry, values: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Recorded columns as the API shows them: secrets masked, and ids in the form of every other answer."""
    found = coverage.shown(values)
    if found is None:
        return None
    for column, prefix in _id_columns(entry.table).items():
        if isinstance(found.get(column), str):
            try:
                found[column] = encode(prefix, uuid.UUID(found[column]))
            except ValueError:
                continue  # Masked or erased: it is no id any more.
    return found


def resource_id(entry: AuditEntry) -> str | None:
    """The id of the row as the API shows it: a TypeID, a bare UUID where its table has no prefix, or None."""
    if entry.row_id is None:
        return None
    prefix = prefixes().get(entry.table)
    return encode(prefix, entry.row_id) if prefix else str(entry.row_id)


def credential_id(row: AuditEntry | AccessEntry) -> str | None:
    """The id of the session, the API key or the application that acted; None where there was none."""
    if row.credential_id is None:
        return None
    prefix = context.CREDENTIALS.get(row.credential_kind or "")
    return encode(prefix, row.credential_id) if prefix else str(row.credential_id)


def row_of(text: str) -> uuid.UUID | None:
    """The row that a TypeID of any prefix, or a UUID, names; None for another text."""
    try:
        return decode(prefix_of(text), text) if "_" in text else uuid.UUID(text)
    except ValueError:
        return None


def first_id(moment: datetime) -> uuid.UUID:
    """The least id that an entry of this time, or later, can have: periods are read from the key's index."""
    return uuid.UUID(int=max(0, int(moment.timestamp() * 1000)) << 80)
