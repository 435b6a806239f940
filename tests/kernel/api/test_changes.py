"""A PATCH may leave out its own fields; what stands inside them is whole."""

from __future__ import annotations

from typing import Any

import pytest

from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Write


class PointIn(Write):
    x = f.Int()
    unit = f.Text(required=False, default="mm")


class ShapeIn(Write):
    name = f.Text()
    colour = f.Text(required=False, default="red")
    points = f.ListOf(PointIn())
    centre = PointIn(required=False)


def test_a_change_demands_nothing_and_adds_nothing() -> None:
    change = ShapeIn(data={}, partial=True)
    assert change.is_valid(), change.errors
    assert dict(change.validated_data) == {}
    assert not ShapeIn(data={}).is_valid()


@pytest.mark.parametrize("body", [{"points": [{}]}, {"points": [{"x": 1}, {"unit": "cm"}]}, {"centre": {}}])
def test_what_stands_inside_is_whole(body: dict[str, Any]) -> None:
    assert not ShapeIn(data=body, partial=True).is_valid()


def test_defaults_inside_hold() -> None:
    change = ShapeIn(data={"points": [{"x": 1}]}, partial=True)
    assert change.is_valid(), change.errors
    assert change.validated_data["points"] == [{"x": 1, "unit": "mm"}]
