"""Rows that are written by SQL of our own come back as the ORM reads them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.db import transaction as django_transaction

from backend.core.audit.models import AccessEntry
from backend.kernel import clock, db
from backend.kernel.ids import new_id
from backend.kernel.models import Event as EventRow
from backend.kernel.models import EventHandling, IdempotencyKey, Sequence

HARD = ["", "it's", 'a "word"', "\\", "%s", "{1,2}", "null", "\n\t", "\u202e\U0001f600"]


def access(number: int) -> AccessEntry:
    """A row with texts, numbers, times, an address and empty columns."""
    return AccessEntry(
        id=new_id(),
        at=datetime(2026, 3, 1, 9, 0, 0, 123456, UTC) + timedelta(microseconds=number),
        method="GET",
        route=HARD[number % len(HARD)],
        status=200,
        duration_ms=2**31 - 1 - number,
        actor_id=new_id() if number % 2 else None,
        actor_kind="staff",
        request_id=str(number),
        ip=("2001:db8::1" if number % 3 else "192.0.2.1") if number % 2 else None,
        rows=number or None,
    )


@pytest.mark.parametrize("count", [1, 2, 9])
def test_rows_come_back_as_they_went(tenant: Any, count: int) -> None:
    made = [access(number) for number in range(count)]
    db.insert(*made)
    for row in made:
        assert not row._state.adding
        found = AccessEntry.objects.get(pk=row.pk)
        for field in AccessEntry._meta.concrete_fields:
            assert getattr(found, field.attname) == getattr(row, field.attname), field.attname


DOCUMENTS: list[Any] = [
    {},
    [],
    {"a": [1, None, {"b": "\u00e9"}]},
    "text",
    5,
    True,
    {"big": 2**70},
    {"x": HARD},
]


def test_what_has_no_form_in_a_list_is_refused(tenant: Any) -> None:
    keys = [
        IdempotencyKey(credential="c", key=key, fingerprint=b"f", lease=new_id(), leased_until=clock.now())
        for key in ("one", "two")
    ]
    db.insert(keys[0])
    assert bytes(IdempotencyKey.objects.get(key="one").fingerprint) == b"f"
    with pytest.raises(TypeError, match="not JSON serializable"):
        db.insert(*keys)


def test_tables_that_refer_to_one_another_go_in_one_statement(tenant: Any, queries: Any) -> None:
    event = EventRow(
        id=new_id(), seq=1, type="t", version=1, subject_type="ord", subject_id=new_id(), object_version=1,
        payload={"a": 1}, body="b",
    )  # fmt: skip
    handlings = [
        EventHandling(event=event, handler=f"h{n}", subject_id=event.subject_id, position=n, last_error=text)
        for n, text in enumerate(HARD)
    ]
    alone = Sequence(name="rows", value=7)
    with queries() as seen:
        db.insert(event, *handlings, alone)
    assert len(seen) == 1
    assert EventRow.objects.get(pk=event.pk).payload == {"a": 1}
    assert Sequence.objects.get(name="rows").value == 7
    found = EventHandling.objects.filter(event=event).order_by("position")
    assert [row.last_error for row in found] == HARD
    with pytest.raises(IntegrityError), django_transaction.atomic():
        db.insert(Sequence(name="rows", value=8), Sequence(name="rows", value=9))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_in_a_list_of_rows(tenant: Any, document: Any) -> None:
    rows = [
        EventRow(
            id=new_id(), seq=n, type="t", version=1, subject_type="ord", subject_id=new_id(), object_version=1,
            payload=document, body="b",
        )
        for n in (1, 2)
    ]  # fmt: skip
    db.insert(*rows)
    for row in rows:
        assert EventRow.objects.get(pk=row.pk).payload == document


def names_of(prefix: str) -> list[str]:
    """The series that are there."""
    return [
        name
        for (name,) in db.fetch(
            "SELECT name FROM kernel_sequence WHERE name LIKE %s ORDER BY 1", [f"{prefix}%"]
        )
    ]


def test_rows_of_a_block_are_written_at_its_end_by_one_statement(tenant: Any, queries: Any) -> None:
    with db.transaction():
        with queries() as seen, db.together():
            db.insert(Sequence(name="t1"))
            with db.together():
                db.insert(Sequence(name="t2"), Sequence(name="t3"))
        assert sum("INSERT INTO" in text for text in seen) == 1
        assert names_of("t") == ["t1", "t2", "t3"]
        db.insert(Sequence(name="t4"))
        assert names_of("t4") == ["t4"], "after the block all is as before"


def test_rows_of_a_savepoint_are_not_kept_for_later(tenant: Any) -> None:
    """It may be undone alone, and then its rows with it."""
    with db.transaction(), db.together():
        db.insert(Sequence(name="u1"))
        with django_transaction.atomic():
            db.insert(Sequence(name="u2"))
            assert names_of("u") == ["u2"]
            django_transaction.set_rollback(True)
    assert names_of("u") == ["u1"]


def failing() -> None:
    """A block that inserts, and fails."""
    with django_transaction.atomic(), db.transaction(), db.together():
        db.insert(Sequence(name="v1"))
        raise KeyError


def test_a_block_that_fails_writes_none(tenant: Any) -> None:
    with pytest.raises(KeyError):
        failing()
    assert names_of("v") == []
    db.insert(Sequence(name="v2"))
    assert names_of("v") == ["v2"]
