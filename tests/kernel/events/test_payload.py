"""What an event's fields become, and what is refused."""

from __future__ import annotations

import json
import uuid
from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.kernel import ids
from backend.kernel.events import Event, event
from backend.kernel.events.payload import UnfitType, codec, rfc3339
from backend.kernel.events.schemas import body_schema
from backend.kernel.money import CURRENCIES, Money
from tests.kernel.events.sample import Described, Happened, Mood


def full(**changes: object) -> Described:
    values: dict[str, object] = {
        "order": ids.new_id(),
        "customer": ids.new_id(),
        "lines": [ids.new_id(), ids.new_id()],
        "total": Money.parse("120000.00", "UZS"),
        "at": datetime(2026, 1, 31, 12, 0, tzinfo=UTC),
        "day": date(2026, 1, 31),
        "rate": Decimal("0.1200"),
        "mood": Mood.GOOD,
        "paid": True,
        "names": {"en": "Order", "fa": "سفارش"},
        "tags": ("a", "b"),
    }
    return Described(**{**values, **changes})  # type: ignore[arg-type]


def test_the_edge_forms() -> None:
    event_ = full()
    payload = event_.payload()
    assert payload["order"] == ids.encode("ord", event_.order)
    assert [text.partition("_")[0] for text in payload["lines"]] == ["oln", "oln"]
    assert payload["total"] == {"amount": "120000.00", "currency": "UZS"}
    assert payload["at"] == "2026-01-31T12:00:00.000000Z"
    assert payload["day"] == "2026-01-31"
    assert payload["rate"] == "0.1200"
    assert payload["mood"] == "good"


def test_a_time_of_another_zone_leaves_in_utc() -> None:
    tashkent = timezone(timedelta(hours=5))
    assert rfc3339(datetime(2026, 1, 1, 3, 30, tzinfo=tashkent)) == "2025-12-31T22:30:00.000000Z"
    with pytest.raises(ValueError, match="aware"):
        rfc3339(datetime(2026, 1, 1))  # noqa: DTZ001


@given(
    minor=st.integers(-(2**62), 2**62),
    currency=st.sampled_from(["UZS", "KWD", "JPY", "IRR"]),
    names=st.dictionaries(st.text(max_size=5), st.text(max_size=20), max_size=3),
    at=st.datetimes(timezones=st.just(UTC)),
    customer=st.none() | st.uuids(),
    paid=st.booleans(),
)
def test_what_is_dumped_loads_as_it_was(
    minor: int, currency: str, names: dict[str, str], at: datetime, customer: uuid.UUID | None, paid: bool
) -> None:
    said = full(total=Money(minor, CURRENCIES[currency]), names=names, at=at, customer=customer, paid=paid)
    over_the_wire = json.loads(json.dumps(said.payload()))
    assert Described.CODEC.load(over_the_wire) == said


def test_an_older_payload_loads_with_defaults_and_an_unknown_member_is_ignored() -> None:
    payload = full().payload()
    del payload["customer"], payload["tags"]
    payload["later"] = "a field of a newer release"
    loaded = Described.CODEC.load(payload)
    assert loaded.customer is None
    assert loaded.tags == ()


def test_the_schema_takes_the_body_and_refuses_a_broken_one() -> None:
    schema = body_schema(Described)
    jsonschema.Draft202012Validator.check_schema(schema)
    body = {
        "type": "sample.described",
        "id": ids.encode("evt", ids.new_id()),
        "timestamp": "2026-01-31T12:00:00.000000Z",
        "api_version": "v1",
        "object_version": 3,
        "sequence": 9,
        "data": full().payload(),
    }
    jsonschema.validate(body, schema)
    for broken in (
        {**body, "type": "sample.other"},
        {**body, "data": {**body["data"], "order": "cus_01h455vb4pex5vsknk084sn02q"}},
        {**body, "data": {**body["data"], "total": {"amount": 12, "currency": "UZS"}}},
        {**body, "data": {**body["data"], "mood": "ugly"}},
        {key: value for key, value in body.items() if key != "sequence"},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, schema)


@pytest.mark.parametrize(
    "changes",
    [{"paid": 1}, {"order": "ord_x"}, {"total": 5}, {"at": "2026"}, {"names": ["en"]}, {"tags": [1]}],
)
def test_a_value_of_another_type_is_refused_when_it_is_said(changes: dict[str, object]) -> None:
    with pytest.raises(TypeError, match=f"Described.{next(iter(changes))}"):
        full(**changes).payload()


@pytest.mark.parametrize("annotation", [float, uuid.UUID, bytes, list, dict[int, str], int | str, object])
def test_a_type_without_a_json_form_is_refused_when_it_is_declared(annotation: object) -> None:
    with pytest.raises(UnfitType):
        codec(annotation)


def test_events_are_values() -> None:
    said = Happened(order=ids.new_id(), number=1)
    with pytest.raises(FrozenInstanceError):
        said.number = 2  # type: ignore[misc]


@pytest.mark.parametrize(
    "name", ["order", "Order.placed", "order.", ".placed", "order placed.x", "order.Placed"]
)
def test_names_are_dotted_words(name: str) -> None:
    with pytest.raises(ValueError, match="not the name"):

        @event(name, version=1, subject="ord")
        class Wrong(Event):
            """Never declared."""


def test_one_name_and_version_is_one_class_and_is_described() -> None:
    with pytest.raises(ValueError, match="twice"):

        @event("sample.happened", version=1, subject="ord")
        class Other(Event):
            """Another."""

    with pytest.raises(ValueError, match="docstring"):

        @event("sample.silent", version=1, subject="ord")
        class Silent(Event):
            number: int
