"""Attaches the audit's triggers to every table that is to be recorded."""

from __future__ import annotations

import json
from typing import Any

from django.db import connections

from backend.core.audit import coverage, sql


def attachment_sql() -> str:
    """SQL that attaches the triggers in the schema which comes first on the search path.

    It says the same thing for every schema, so a run of migrations over all tenants renders it once and
    executes it after its own statements. Running it again changes nothing.
    """
    rules = {table: rule.json() for table, rule in sorted(coverage.rules().items())}
    return sql.ATTACH.replace("<rules>", json.dumps(rules).replace("'", "''")).replace(
        "<secret>", coverage.SECRET
    )


def attach(using: str = "default") -> None:
    """Attaches the triggers in the current schema of a connection that owns it."""
    with connections[using].cursor() as cursor:
        cursor.execute(attachment_sql())


def attach_after_migrate(using: str = "default", **_: Any) -> None:
    """The receiver of `post_migrate`."""
    attach(using)
