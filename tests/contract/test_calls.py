"""Every operation of the contract succeeds once, telling its events, and is refused once, telling none."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db.models import Max
from jsonschema_rs import Draft202012Validator

from backend.kernel.events import REGISTRY
from backend.kernel.events.schemas import body_schema
from backend.kernel.models import Event
from tests.contract.calls import CALLS
from tests.contract.calls.telling import ELSEWHERE, TELLS
from tests.contract.watch import contract

OF_OAUTH = {"oauth_token", "oauth_revoke", "oauth_introspect"}
"""Refused in the form of RFC 6749, 5.2."""


def test_each_operation_has_an_entry(database: str) -> None:
    assert sorted(CALLS) == sorted(contract().operations)


TESTS = Path(__file__).resolve().parents[1]


class Told:
    """The events that a world's last request has told."""

    def __init__(self, world: Any) -> None:
        world.before_sending = self._begin

    def _begin(self) -> None:
        self._since = Event.objects.aggregate(last=Max("seq"))["last"] or 0

    def types(self) -> tuple[str, ...]:
        """Their types in order; each fits the schema that is published."""
        rows = list(Event.objects.filter(seq__gt=self._since).order_by("seq"))
        for row in rows:
            schema = body_schema(REGISTRY[row.type, row.version])
            Draft202012Validator(schema, validate_formats=True).validate(json.loads(row.body))
        return tuple(row.type for row in rows)


def test_every_event_is_told_by_a_call_or_seen_elsewhere() -> None:
    ours = {name for (name, _version), cls in REGISTRY.items() if cls.__module__.startswith("backend.")}
    by_calls = {name for names in TELLS.values() for name in names}
    assert set(TELLS) <= set(CALLS)
    assert ours - by_calls == set(ELSEWHERE)
    for name, path in ELSEWHERE.items():
        text = (TESTS / path).read_text(encoding="utf-8")
        assert f'"{name}"' in text or f"'{name}'" in text, (name, path)


@pytest.mark.parametrize("operation_id", sorted(CALLS))
def test_success(operation_id: str, place: Callable[[str], Any]) -> None:
    world = place(operation_id)
    told = Told(world)
    reply = world.send(operation_id, CALLS[operation_id].good)
    assert 200 <= reply.status < 300, reply
    assert reply.status == (CALLS[operation_id].good.status or reply.status)
    assert reply.headers["Request-Id"]
    if operation_id.endswith("_bulk"):
        assert {line["status"] for line in reply.json["results"]} <= {200, 201}, reply
    assert told.types() == TELLS.get(operation_id, ())


@pytest.mark.parametrize("operation_id", sorted(CALLS))
def test_refusal(operation_id: str, place: Callable[[str], Any]) -> None:
    world = place(operation_id)
    sent, told = CALLS[operation_id].refused, Told(world)
    reply = world.send(operation_id, sent)
    assert (reply.status, sent.code or reply.code) == (sent.status, reply.code), reply
    assert told.types() == ()
    assert reply.headers["Request-Id"]
    if operation_id in OF_OAUTH:
        assert reply.headers["Content-Type"] == "application/json"
        assert set(reply.json) == {"error", "error_description"}
        return
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert reply.json["request_id"] == reply.headers["Request-Id"]
