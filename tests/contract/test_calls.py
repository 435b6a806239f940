"""Every operation of the contract succeeds once and is refused once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.contract.calls import CALLS
from tests.contract.watch import contract

OF_OAUTH = {"oauth_token", "oauth_revoke", "oauth_introspect"}
"""Refused in the form of RFC 6749, 5.2."""


def test_each_operation_has_an_entry(database: str) -> None:
    assert sorted(CALLS) == sorted(contract().operations)


@pytest.mark.parametrize("operation_id", sorted(CALLS))
def test_success(operation_id: str, place: Callable[[str], Any]) -> None:
    world = place(operation_id)
    reply = world.send(operation_id, CALLS[operation_id].good)
    assert 200 <= reply.status < 300, reply
    assert reply.status == (CALLS[operation_id].good.status or reply.status)
    assert reply.headers["Request-Id"]
    if operation_id.endswith("_bulk"):
        assert {line["status"] for line in reply.json["results"]} <= {200, 201}, reply


@pytest.mark.parametrize("operation_id", sorted(CALLS))
def test_refusal(operation_id: str, place: Callable[[str], Any]) -> None:
    world = place(operation_id)
    sent = CALLS[operation_id].refused
    reply = world.send(operation_id, sent)
    assert (reply.status, sent.code or reply.code) == (sent.status, reply.code), reply
    assert reply.headers["Request-Id"]
    if operation_id in OF_OAUTH:
        assert reply.headers["Content-Type"] == "application/json"
        assert set(reply.json) == {"error", "error_description"}
        return
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert reply.json["request_id"] == reply.headers["Request-Id"]
