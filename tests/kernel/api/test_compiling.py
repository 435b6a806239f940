"""The compiled function of a schema makes of every value what the fields' own steps make of it."""

from __future__ import annotations

import enum
import itertools
import uuid
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import orjson
import pytest
from django.urls import get_resolver

from backend.kernel.api import fields as f
from backend.kernel.api.routes import REGISTER
from backend.kernel.api.serializers import Context, Read
from backend.kernel.money import Money, MoneyError
from backend.kernel.money import currency as currency_of


class Colour(enum.StrEnum):
    RED = "red"


class ShortId(f.Id):
    def to_representation(self, value: Any) -> str:
        return "short"


class Part(Read):
    id = f.Id("prt")
    name = f.Localized()


class Whole(Read):
    id = f.Id("who")
    short = ShortId("who", source="other")
    label_text = f.Text(source="label")
    count = f.Int()
    at = f.DateTime()
    day = f.Date()
    size = f.DecimalText()
    total = f.Money()
    other_total = f.Money(currency="other_currency", source="total")
    name = f.Localized()
    part = Part(allow_null=True)
    parts = f.ListOf(Part())
    words = f.ListOf(f.Text())
    deep = f.Text(source="part.inner")
    told = f.Computed(lambda row, ctx: ctx.languages[0], f.Text())
    data = f.Json()


PART = {"id": uuid.uuid4(), "name": {"ru": "часть"}, "inner": "within"}
USUAL: dict[str, Any] = {
    "id": uuid.uuid4(),
    "other": uuid.uuid4(),
    "label": "a",
    "count": 3,
    "at": datetime(2026, 1, 2, 3, 4, 5, 678, UTC),
    "day": date(2026, 1, 2),
    "size": Decimal("1.50"),
    "total": 12345,
    "currency": "UZS",
    "other_currency": "KWD",
    "name": {"en": "name", "ru": "имя"},
    "part": PART,
    "parts": [PART, PART],
    "words": ["a", "b"],
    "data": orjson.Fragment(b"{}"),
}
UNUSUAL: dict[str, list[Any]] = {
    "id": [None, "who_as_it_is", str(uuid.uuid4())],
    "label": [
        None,
        Colour.RED,
        True,
        1.5,
        uuid.uuid4(),
        Decimal("2.0"),
        date(2026, 1, 1),
        Money(5, currency_of("USD")),
    ],
    "count": [None, True, 2**70],
    "at": [
        None,
        "2026-01-01T00:00:00Z",
        datetime(2026, 1, 1, 5, tzinfo=timezone(timedelta(hours=5))),
        datetime(2026, 1, 1, 5, 0, 0, 1, tzinfo=timezone(timedelta(0))),
    ],
    "day": [None, "2026-01-01"],
    "size": [None, "1.5", Decimal("1E+2")],
    "total": [None, 0, -5, -12345, Money(7, currency_of("JPY"))],
    "currency": ["JPY", "KWD"],
    "name": [None, "plain", {}],
    "part": [None],
    "parts": [[], (PART,)],
    "data": [None, {"a": 1}, []],
}
CONTEXT = Context(languages=("ru", "en"))
ROWS = [USUAL, *({**USUAL, name: value} for name, values in UNUSUAL.items() for value in values)]


@pytest.mark.parametrize("mapping", [True, False])
def test_every_value_is_what_its_step_makes(mapping: bool) -> None:
    for values in ROWS:
        row: Any = values if mapping else SimpleNamespace(**values)
        slow = {name: step(row, CONTEXT) for name, step in Whole.plan(mapping).items()}
        fast = Whole.compiled(mapping)(row, CONTEXT)
        assert list(fast) == list(slow)
        for name in slow:
            assert fast[name] == slow[name], (name, values)
            assert type(fast[name]) is type(slow[name]), (name, values)


@pytest.mark.parametrize(
    ("name", "value", "error"), [("total", True, Exception), ("currency", "QQQ", MoneyError)]
)
def test_what_a_step_refuses_is_refused(name: str, value: Any, error: type[Exception]) -> None:
    row = {**USUAL, name: value}
    with pytest.raises(error):
        Whole.render(row, CONTEXT)
    with pytest.raises(error):
        Whole.plan(True)["total"](row, CONTEXT)


def test_rows_of_both_kinds_together() -> None:
    both = [USUAL, SimpleNamespace(**USUAL)]
    assert Whole.render_all(both, CONTEXT) == [Whole.render(row, CONTEXT) for row in both]
    assert Whole.render_all([], CONTEXT) == []
    assert Whole.render_all(both, CONTEXT, frozenset({"count"})) == [{"count": 3}] * 2


def test_every_schema_of_ours_is_compiled() -> None:
    assert get_resolver().url_patterns  # Makes the register.
    schemas = {resource.read for _, resource in REGISTER if resource.read is not None}
    assert len(schemas) > 30
    for schema, mapping in itertools.product(schemas, (True, False)):
        assert callable(schema.compiled(mapping))
