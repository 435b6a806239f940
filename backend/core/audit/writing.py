"""Writes entries of actions that change no row; `backend.kernel.actions` calls it."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection, connections, transaction

from backend.kernel import context
from backend.kernel.actions import Action

# The guard (see `sql`) sets the rest: the key, the time, the transaction, and who acts from where.
_INSERT = """
INSERT INTO audit_entry (id, at, txid, "table", row_id, action, after, actor_id, actor_kind)
VALUES (gen_random_uuid(), now(), 0, %s, %s, %s, %s::jsonb, %s, '')
"""


@cache
def table_of(subject_type: str) -> str:
    """The table of the model that is named (`user`), or the name itself where no model has it."""
    tables = [
        model._meta.db_table
        for model in apps.get_models()
        if model._meta.model_name == subject_type and model.__module__.startswith("backend.")
    ]
    return tables[0] if len(tables) == 1 else subject_type


def write(
    *,
    action: str,
    subject_type: str,
    subject_id: uuid.UUID | None,
    details: str | None,
    actor_id: uuid.UUID | None,
) -> None:
    """Inserts one entry into the current schema's log, by the current role: it can reach no other's."""
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, [table_of(subject_type), subject_id, action, details, actor_id])


def write_as_owner(what: Action, *, subject_id: uuid.UUID | None = None, details: Mapping[str, Any]) -> None:
    """Inserts an entry that the log makes about itself (`audit.*`) into the current schema's log.

    Commits at once, on the owner's connection: the guard refuses such an entry to every other role.
    """
    facts = json.dumps(context.current().json())
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("SELECT set_config('guildhall.ctx', %s, true)", [facts])
        cursor.execute(_INSERT, ["", subject_id, what.code, json.dumps(details), None])
