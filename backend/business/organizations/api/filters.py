"""Filters of branches."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from backend.business.organizations import selectors
from backend.kernel.api import fields as f
from backend.kernel.api.filters import BoolFilter, Filters, IdFilter, TypedFilter

_DEGREES = r"-?[0-9]{1,3}(\.[0-9]{1,15})?"


class Position(f.Text):
    """A place as `latitude,longitude` in WGS 84 degrees; the value is a pair of decimals."""

    default_error_messages = {"position_invalid": _("A place is expected as latitude,longitude in degrees.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=41, **kwargs)
        latitude, longitude = Decimal(90), Decimal(180)
        self._parts = (
            f.DecimalText(digits=3, places=15, min_value=-latitude, max_value=latitude),
            f.DecimalText(digits=3, places=15, min_value=-longitude, max_value=longitude),
        )

    def to_internal_value(self, data: Any) -> Any:
        texts = super().to_internal_value(data).split(",")
        if len(texts) != len(self._parts):
            self.fail("position_invalid")
        return tuple(part.run_validation(text) for part, text in zip(self._parts, texts, strict=True))

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{_DEGREES},{_DEGREES}$", "maxLength": 41}


class NearFilter(TypedFilter):
    """Branches whose place is known, with their distance from one."""

    def __init__(self) -> None:
        super().__init__(
            Position(),
            help_text="`latitude,longitude` in WGS 84 degrees: only branches whose place is known, each with its "
            "`distance_m`, the nearest first unless `sort` says otherwise.",
        )

    def filter(self, qs: QuerySet[Any], value: Any) -> QuerySet[Any]:
        """The branches with their distances."""
        return qs if value is None else selectors.with_distance(qs, *value)


class BranchFilters(Filters):
    """Which branches to list."""

    parent = IdFilter("brn", field_name="parent_id")
    active = BoolFilter(field_name="active")
    near = NearFilter()
