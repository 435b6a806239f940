"""Numbers, truth, ids, times and choices."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from backend.kernel import ids
from backend.kernel.api.fields.base import INT_MAX, Field, clean_text
from backend.kernel.i18n import ascii_digits


class Int(Field):
    """A whole number within bounds, never a text or a boolean."""

    def __init__(self, *, min_value: int = -INT_MAX, max_value: int = INT_MAX, **kwargs: Any) -> None:
        self.min_value, self.max_value = min_value, max_value
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> Any:
        # JSON Schema counts 1.0 as an integer, and so do we.
        if isinstance(data, float) and data.is_integer():
            data = int(data)
        if not isinstance(data, int) or isinstance(data, bool):
            self.fail("type_integer")
        if data < self.min_value:
            self.fail("number_small", minimum=self.min_value)
        if data > self.max_value:
            self.fail("number_large", maximum=self.max_value)
        return data

    def schema(self) -> dict[str, Any]:
        result: dict[str, Any] = {"type": "integer", "format": "int64"}
        if self.min_value != -INT_MAX:
            result["minimum"] = self.min_value
        if self.max_value != INT_MAX:
            result["maximum"] = self.max_value
        return result


class Bool(Field):
    """true or false."""

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, bool):
            self.fail("type_boolean")
        return data

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


class DecimalText(Field):
    """A decimal number in a text, exact; Persian digits are read."""

    def __init__(
        self,
        *,
        digits: int = 18,
        places: int = 6,
        min_value: Decimal | None = None,
        max_value: Decimal | None = None,
        **kwargs: Any,
    ) -> None:
        self.digits, self.places = digits, places
        self.min_value, self.max_value = min_value, max_value
        self._form = re.compile(rf"-?\d{{1,{digits}}}(\.\d{{1,{places}}})?", re.ASCII)
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> Any:
        text = ascii_digits(clean_text(self, data))
        if not self._form.fullmatch(text):
            self.fail("decimal_invalid")
        try:
            value = Decimal(text)
        except InvalidOperation:
            self.fail("decimal_invalid")
        if self.min_value is not None and value < self.min_value:
            self.fail("decimal_small", minimum=self.min_value)
        if self.max_value is not None and value > self.max_value:
            self.fail("decimal_large", maximum=self.max_value)
        return value

    def to_representation(self, value: Any) -> str:
        return format(value if isinstance(value, Decimal) else Decimal(str(value)), "f")

    def schema(self) -> dict[str, Any]:
        sign = "" if self.min_value is not None and self.min_value >= 0 else "-?"
        return {
            "type": "string",
            "format": "decimal",
            "pattern": rf"^{sign}[0-9]{{1,{self.digits}}}(\.[0-9]{{1,{self.places}}})?$",
        }


class Id(Field):
    """A TypeID; a `uuid.UUID` inside."""

    def __init__(self, prefix: str, **kwargs: Any) -> None:
        self.prefix = prefix
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> Any:
        try:
            return ids.decode(self.prefix, data)
        except ids.InvalidId:
            self.fail("id_invalid", prefix=self.prefix)

    def to_representation(self, value: Any) -> str:
        return ids.encode(self.prefix, value if isinstance(value, uuid.UUID) else uuid.UUID(str(value)))

    def schema(self) -> dict[str, Any]:
        return {
            "type": "string",
            "pattern": ids.pattern(self.prefix),
            "examples": [f"{self.prefix}_01h455vb4pex5vsknk084sn02q"],
        }


class DateTime(Field):
    """A time of RFC 3339 with its offset; UTC inside and on the way out."""

    _form = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)", re.ASCII)

    def to_internal_value(self, data: Any) -> Any:
        text = clean_text(self, data)
        if not self._form.fullmatch(text):
            self.fail("time_invalid")
        try:
            head, dot, fraction = re.fullmatch(r"(.{19})(\.\d+)?(.*)", text.upper()).groups()  # type: ignore[union-attr]
            value = datetime.fromisoformat(head + (dot or "")[:7] + fraction.replace("Z", "+00:00"))
            return value.astimezone(UTC)
        except (ValueError, OverflowError):
            self.fail("time_invalid")

    def to_representation(self, value: Any) -> str:
        return iso(value)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date-time"}


def iso(value: datetime) -> str:
    """RFC 3339 in UTC with a Z."""
    return (value if value.tzinfo is UTC else value.astimezone(UTC)).isoformat()[: -len("+00:00")] + "Z"


class Date(Field):
    """A day."""

    def to_internal_value(self, data: Any) -> Any:
        text = clean_text(self, data)
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
            self.fail("date_invalid")
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.fail("date_invalid")

    def to_representation(self, value: Any) -> str:
        return str(value.isoformat())

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date"}


class Choice(Field):
    """One of some texts; `enum` names the set in the contract and in the clients."""

    def __init__(self, choices: Sequence[str], *, enum: str, **kwargs: Any) -> None:
        self.choices = tuple(choices)
        self.enum = enum
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, str) or data not in self.choices:
            self.fail("choice_invalid", choices=", ".join(self.choices))
        return data

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.choices), "x-enum": self.enum}
