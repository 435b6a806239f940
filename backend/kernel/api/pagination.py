"""Cursor pages: stable under inserts, one query a page.

A cursor holds the sort, the value of the sort's column and the key of the last row, signed, so that
nobody makes one up; one that is not ours, or of another list, is 404 `cursor_unknown`.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import uuid
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from backend.kernel.db.reading import read
from backend.kernel.errors import NotFound

DEFAULT_LIMIT = 50
MAX_LIMIT = 100


class CursorUnknown(NotFound):
    """The cursor is not one that this list gave."""

    code = "cursor_unknown"
    message = _("This cursor does not belong to this list.")


def _sign(payload: bytes, purpose: str) -> bytes:
    key = hashlib.sha256(b"cursor:" + settings.SECRET_KEY.encode()).digest()
    return hmac.new(key, purpose.encode() + b"\0" + payload, hashlib.sha256).digest()[:12]


def _plain(value: Any) -> list[Any]:
    if isinstance(value, uuid.UUID):
        return ["u", str(value)]
    if isinstance(value, datetime):
        return ["t", value.isoformat()]
    if isinstance(value, date):
        return ["d", value.isoformat()]
    if isinstance(value, Decimal):
        return ["n", str(value)]
    return ["v", value]


def _python(kind: str, value: Any) -> Any:
    match kind:
        case "u":
            return uuid.UUID(value)
        case "t":
            return datetime.fromisoformat(value)
        case "d":
            return date.fromisoformat(value)
        case "n":
            return Decimal(value)
        case _:
            return value


def encode(values: list[Any], purpose: str) -> str:
    """A cursor of some values, good for one list (`purpose` names tenant, route and sort)."""
    payload = json.dumps([_plain(value) for value in values], separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(_sign(payload, purpose) + payload).decode().rstrip("=")


def decode(text: str, purpose: str) -> list[Any]:
    """The values of a cursor. Raises CursorUnknown."""
    try:
        raw = base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
    except (ValueError, binascii.Error):
        raise CursorUnknown() from None
    mark, payload = raw[:12], raw[12:]
    if not hmac.compare_digest(mark, _sign(payload, purpose)):
        raise CursorUnknown()
    return [_python(kind, value) for kind, value in json.loads(payload)]


def page(
    queryset: QuerySet[Any],
    *,
    column: str,
    descending: bool,
    limit: int,
    cursor: str | None,
    purpose: str,
) -> tuple[list[Any], str | None]:
    """One page of a queryset in the order of `column`, then of the key, and the cursor of the next page.

    `column` is not null in any row. Rows may be model instances or mappings.
    """
    key = "pk" if column in ("pk", "id") else column
    if cursor is not None:
        values = decode(cursor, purpose)
        compare = "lt" if descending else "gt"
        if key == "pk":
            queryset = queryset.filter(**{f"pk__{compare}": values[0]})
        else:
            # The bound by itself is what an index begins at: of an alternative it would read all that went before.
            queryset = queryset.filter(
                Q(**{f"{column}__{compare}": values[0]}) | Q(**{f"pk__{compare}": values[1]}),
                **{f"{column}__{compare}e": values[0]},
            )
    sign = "-" if descending else ""
    order = [f"{sign}pk"] if key == "pk" else [f"{sign}{column}", f"{sign}pk"]
    rows = read(queryset.order_by(*order)[: limit + 1])
    if len(rows) <= limit:
        return rows, None
    rows = rows[:limit]
    last = rows[-1]
    identity = last.pk if isinstance(last, Model) else last["id"]
    if key == "pk":
        return rows, encode([identity], purpose)
    value: Any = last
    for name in column.split("__"):
        value = value[name] if isinstance(value, dict) else getattr(value, name)
    return rows, encode([value, identity], purpose)
