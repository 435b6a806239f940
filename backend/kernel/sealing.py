"""Where sealed texts stand in the tables, and sealing them anew under another key.

A model that keeps texts of `kernel.crypto` says so: `sealed = {"secrets": "webhooks.endpoint"}` names the column
(text, or JSON that holds sealed texts anywhere) and the beginning of the context, to which `:<id>` is added. Then
`rotate_encryption` finds every text that an older key sealed, opens it, seals it under the first key, and says
which keys nothing needs.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import F, TextField
from django.db.models.functions import Cast

from backend.kernel import db
from backend.kernel.crypto import CannotDecrypt, decrypt, encrypt, key_of, primary_key

_SEALED = re.compile(r"v1\.[^.\s]+\.[A-Za-z0-9_=-]+\Z")
BATCH = 200


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a schema: rows sealed anew, texts by key that are left, texts that no key opens."""

    renewed: int
    keys: Counter[str]
    lost: int


def places() -> list[tuple[Any, str, str]]:
    """Model, column and beginning of the context of every column of sealed texts."""
    return [
        (model, column, context)
        for model in apps.get_models()
        for column, context in getattr(model, "sealed", {}).items()
    ]


def renew() -> Outcome:
    """Seals every text of the schema that runs under the first key.

    Row by row in short transactions, each written only where the row still holds what was read, so it may
    run beside the work, be killed, and be run again. A text that no key opens is left and counted.
    """
    renewed, lost = 0, 0
    keys: Counter[str] = Counter()
    tables = set(connection.introspection.table_names())
    for model, column, context in places():
        if model._meta.db_table not in tables:
            continue  # A table of businesses in the operator's schema, or the other way about.
        after = None
        while rows := _batch(model, column, after):
            after = rows[-1][0]
            for key, value in rows:
                found, fresh = Counter[str](), None
                try:
                    fresh = _again(value, f"{context}:{key}", found)
                except CannotDecrypt:
                    lost += 1
                if fresh is not None and fresh != value:
                    renewed += _replace(model, column, key, value, fresh)
                    found = Counter({primary_key(): sum(found.values())})
                keys += found
    return Outcome(renewed, keys, lost)


def _batch(model: Any, column: str, after: Any) -> list[tuple[Any, Any]]:
    rows = (
        model._base_manager.annotate(_sealed=Cast(F(column), TextField()))
        .filter(_sealed__contains="v1.")
        .order_by("pk")
    )
    if after is not None:
        rows = rows.filter(pk__gt=after)
    return list(rows.values_list("pk", column)[:BATCH])


def _again(value: Any, context: str, keys: Counter[str]) -> Any:
    """The value with its sealed texts sealed anew; those that the first key sealed stay as they are."""
    if isinstance(value, dict):
        return {name: _again(item, context, keys) for name, item in value.items()}
    if isinstance(value, list):
        return [_again(item, context, keys) for item in value]
    if isinstance(value, str) and _SEALED.match(value):
        name = key_of(value)
        keys[name] += 1
        if name != primary_key():
            return encrypt(decrypt(value, context=context), context=context)
    return value


def _replace(model: Any, column: str, key: Any, old: Any, new: Any) -> int:
    changes: dict[str, Any] = {column: new}
    if any(field.name == "version" for field in model._meta.fields):
        changes["version"] = F("version") + 1
    with db.transaction():
        count: int = model._base_manager.filter(pk=key, **{column: old}).update(**changes)
    return count
