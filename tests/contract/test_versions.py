"""A write with the version of before is refused, and changes nothing: generated from the contract."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.contract.test_authorization import UNCOUNTED, prepared
from tests.contract.watch import contract

STALE = '"999999999"'
TAKEN_BACK = {"branding_update"}
"""Makes the row of the business's profile before it compares; the refusal takes it back."""


def versioned() -> list[str]:
    """The operations whose document says that they heed If-Match."""
    header = {"$ref": "#/components/parameters/IfMatch"}
    return sorted(
        name for name, operation in contract().operations.items() if header in operation.get("parameters", ())
    )


WRITES = re.compile(
    r'\s*(?:WITH\b.*?)?\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)', re.IGNORECASE | re.DOTALL
)


def written(statements: list[dict[str, str]]) -> list[str]:
    """The tables that statements write to; who was refused with which key, and that a session is in use, aside."""
    found = [match.group(1) for one in statements if (match := WRITES.match(one["sql"]))]
    return [table for table in found if not table.endswith(UNCOUNTED)]


@pytest.mark.parametrize("place_of", ["desk", "office"])
def test_a_stale_version_is_refused_by_every_write_at_a_row(place_of: str, request: Any) -> None:
    world = request.getfixturevalue(place_of)
    wrong = []
    for name in versioned():
        if name.startswith("platform_") != (place_of == "office"):
            continue
        with transaction.atomic():
            sent = prepared(world, name)
            sent = replace(sent, headers={**(sent.headers or {}), "If-Match": STALE})
            with CaptureQueriesContext(connection) as statements:
                reply = world.send(name, sent)
            if reply.status != 412 or reply.code != "version_mismatch":
                wrong.append(f"{name}: {reply.status} {reply.code if reply.status >= 400 else ''}")
            if name not in TAKEN_BACK:
                wrong += [f"{name} writes to {table}" for table in written(statements.captured_queries)]
            transaction.set_rollback(True)
    assert wrong == [], "\n".join(wrong)
