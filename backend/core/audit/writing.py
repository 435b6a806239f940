"""Writes entries of actions that change no row; `backend.kernel.actions` calls it."""

from __future__ import annotations

import uuid
from functools import cache

from django.apps import apps
from django.db import connection

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
