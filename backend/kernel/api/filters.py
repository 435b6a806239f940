"""Typed list filters on django-filter: strict, and known to the contract.

`?status=new,ready` is any of; a value that does not fit its type is 400, never ignored.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from rest_framework import serializers
from rest_framework.exceptions import ValidationError

from backend.kernel.api import fields as f
from backend.kernel.api.problems import FieldsInvalid, flatten


class _TypedField(forms.Field):
    """A form field that lets one of our field types judge the text."""

    def __init__(self, *, kind: serializers.Field[Any, Any, Any, Any], many: bool, **kwargs: Any) -> None:
        self.kind, self.many = kind, many
        kwargs["required"] = False
        super().__init__(**{key: kwargs[key] for key in ("required", "label", "help_text") if key in kwargs})

    def clean(self, value: Any) -> Any:
        """The value, or the list of values. Raises the type's ValidationError."""
        if value is None:
            return None
        if not self.many:
            return self.kind.run_validation(self._typed(value))
        parts = value.split(",")
        if len(parts) > 100:
            self.kind.fail("list_long", maximum=100)
        return [self.kind.run_validation(self._typed(part)) for part in parts]

    def _typed(self, text: str) -> Any:
        if isinstance(self.kind, f.Int):
            plain = text.lstrip("-")
            return (
                int(text)
                if plain.isascii() and plain.isdigit() and len(plain) < 20 and text.count("-") < 2
                else text
            )
        if isinstance(self.kind, f.Bool):
            return {"true": True, "false": False}.get(text, text)
        return text


class TypedFilter(django_filters.Filter):  # type: ignore[misc]  # The library has no types.
    """A filter whose values one of our field types reads; several, by comma, are any of them."""

    field_class = _TypedField

    def __init__(
        self,
        kind: serializers.Field[Any, Any, Any, Any],
        *,
        many: bool = False,
        field_name: str | None = None,
        lookup_expr: str | None = None,
        method: Any = None,
        help_text: str = "",
    ) -> None:
        self.kind, self.many = kind, many
        super().__init__(
            field_name=field_name,
            lookup_expr=lookup_expr or ("in" if many else "exact"),
            method=method,
            kind=kind,
            many=many,
        )
        self.help_text = help_text

    def filter(self, qs: QuerySet[Any], value: Any) -> QuerySet[Any]:
        """The rows that fit; all of them where the parameter is not given."""
        if value is None:
            return qs
        found: QuerySet[Any] = self.get_method(qs)(**{f"{self.field_name}__{self.lookup_expr}": value})
        return found

    def schema(self) -> dict[str, Any]:
        """The parameter's OpenAPI schema."""
        kind = self.kind.schema()  # type: ignore[attr-defined]
        if not self.many:
            return dict(kind)
        return {"type": "array", "items": kind, "minItems": 1, "maxItems": 100}


class IdFilter(TypedFilter):
    """Rows whose column holds one of some ids."""

    def __init__(self, prefix: str, **kwargs: Any) -> None:
        super().__init__(f.Id(prefix), many=True, **kwargs)


class ChoiceFilter(TypedFilter):
    """Rows whose column holds one of some texts."""

    def __init__(self, choices: Sequence[str], *, enum: str, **kwargs: Any) -> None:
        super().__init__(f.Choice(choices, enum=enum), many=True, **kwargs)


class BoolFilter(TypedFilter):
    """Rows by a yes or no."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(f.Bool(), **kwargs)


class TextFilter(TypedFilter):
    """Rows whose column holds a text, exactly unless `lookup_expr` says otherwise."""

    def __init__(self, *, max_length: int = 255, **kwargs: Any) -> None:
        super().__init__(f.Text(max_length=max_length), **kwargs)


class TimeFilter(TypedFilter):
    """Rows by a time; use lookups gte and lt, as periods are half-open."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(f.DateTime(), **kwargs)


class DateFilter(TypedFilter):
    """Rows by a day."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(f.Date(), **kwargs)


class IntFilter(TypedFilter):
    """Rows by a whole number."""

    def __init__(self, *, min_value: int = -f.INT_MAX, max_value: int = f.INT_MAX, **kwargs: Any) -> None:
        super().__init__(f.Int(min_value=min_value, max_value=max_value), **kwargs)


class Filters(django_filters.FilterSet):  # type: ignore[misc]  # The library has no types.
    """The filters of a list."""

    @classmethod
    def declared(cls) -> dict[str, TypedFilter]:
        """The filters by parameter name."""
        return dict(cls.base_filters)

    @classmethod
    def apply(cls, queryset: QuerySet[Any], query: QueryDict) -> QuerySet[Any]:
        """The rows that every given filter lets through. Raises FieldsInvalid."""
        given = {name: query[name] for name in cls.base_filters if name in query}
        if not given:
            return queryset
        bound = cls(data=given, queryset=queryset)
        errors: list[dict[str, str]] = []
        values: dict[str, Any] = {}
        for name, text in given.items():
            try:
                values[name] = bound.filters[name].field.clean(text)
            except ValidationError as error:
                errors += [{**item, "pointer": f"?{name}"} for item in flatten(error.detail)]
        if errors:
            raise FieldsInvalid(errors)
        for name, value in values.items():
            queryset = bound.filters[name].filter(queryset, value)
        return queryset
