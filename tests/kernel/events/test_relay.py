"""Emitting, placing, handling: with real commits on PostgreSQL."""

from __future__ import annotations

import json
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.db import connection, connections
from django.db import transaction as django_transaction

from backend.kernel import clock, context, db
from backend.kernel.db import NoTransaction
from backend.kernel.events import EventTooLarge, Recorded, emit, handling, on_every, relay, together, unbind
from backend.kernel.events.store import event_by_id, events_after
from backend.kernel.ids import encode, new_id
from backend.platform.tenants.owner import owner_connection
from tests.kernel.events.sample import Happened, bound, rows, say, signals

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


@contextmanager
def effects() -> Iterator[None]:
    """A table that handlers write to, in the tenant's schema, so that its commit is the handler's."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        schema = cursor.fetchone()[0]
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            f'CREATE TABLE "{schema}".effect (at bigint GENERATED ALWAYS AS IDENTITY, event uuid, n int)'
        )
        cursor.execute(f'GRANT ALL ON "{schema}".effect TO PUBLIC')
    connections["owner"].close()
    yield


def act(event: Recorded) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO effect (event, n) VALUES (%s, %s)", [event.id, event.payload["number"]])


def acted() -> list[uuid.UUID]:
    return [row[0] for row in rows("SELECT event FROM effect ORDER BY at")]


def test_emitting_needs_a_transaction(tenant: Any) -> None:
    subject = new_id()
    with pytest.raises(NoTransaction):
        emit(Happened(order=subject, number=1), subject_id=subject, object_version=1)


def test_an_event_is_there_exactly_when_its_change_is(live_tenant: Any) -> None:
    def fails() -> None:
        with db.transaction():
            subject = new_id()
            emit(Happened(order=subject, number=1), subject_id=subject, object_version=1)
            raise LookupError("changed my mind")

    with pytest.raises(LookupError):
        fails()
    assert rows("SELECT count(*) FROM kernel_event") == [(0,)]
    assert signals() == 0
    kept = say(2)
    assert rows("SELECT id FROM kernel_event") == [(kept,)]
    assert signals() == 1


def test_the_body_is_frozen_standard_webhooks(live_tenant: Any) -> None:
    subject = new_id()
    with clock.use(clock.Frozen(NOW)), db.transaction():
        event_id = emit(Happened(order=subject, number=7), subject_id=subject, object_version=4)
    recorded = event_by_id(event_id)
    assert recorded is not None
    assert json.loads(recorded.body) == {
        "type": "sample.happened",
        "id": encode("evt", event_id),
        "timestamp": "2026-03-01T09:00:00.000000Z",
        "api_version": "v1",
        "object_version": 4,
        "sequence": 1,
        "data": {"order": encode("ord", subject), "number": 7},
    }
    assert recorded.event == Happened(order=subject, number=7)
    assert recorded.occurred_at == NOW
    assert recorded.position is None
    relay.run()
    after = event_by_id(event_id)
    assert after is not None
    assert after.body == recorded.body
    assert after.position == 1


def test_events_of_one_block_are_written_together_in_their_order(live_tenant: Any, queries: Any) -> None:
    subjects = [new_id() for _ in range(5)]

    def all_of_them() -> list[uuid.UUID]:
        with together():
            return [
                emit(Happened(order=subject, number=number), subject_id=subject, object_version=number)
                for number, subject in enumerate(subjects, start=1)
            ]

    with db.transaction(), queries() as seen:
        said = all_of_them()
    assert len([text for text in seen if "INSERT INTO kernel_event" in text]) == 1
    assert signals() == 1
    assert rows("SELECT id FROM kernel_event ORDER BY seq") == [(key,) for key in said]
    for number, key in enumerate(said, start=1):
        found = event_by_id(key)
        assert found is not None
        body = json.loads(found.body)
        assert (body["sequence"], body["object_version"], found.object_version) == (number, number, number)
        assert found.event == Happened(order=subjects[number - 1], number=number)


def test_events_of_a_block_that_fails_are_not_written(live_tenant: Any) -> None:
    def fails() -> None:
        with together():
            emit(Happened(order=subject, number=1), subject_id=subject, object_version=1)
            raise LookupError("changed my mind")

    subject = new_id()
    with db.transaction():
        with pytest.raises(LookupError):
            fails()
        with together():
            kept = emit(Happened(order=subject, number=2), subject_id=subject, object_version=1)
    assert rows("SELECT id FROM kernel_event") == [(kept,)]


def test_an_event_of_a_savepoint_that_is_undone_goes_with_it(live_tenant: Any) -> None:
    subject = new_id()

    def say_one(number: int) -> uuid.UUID:
        return emit(Happened(order=subject, number=number), subject_id=subject, object_version=number)

    with db.transaction(), together():
        first = say_one(1)
        with django_transaction.atomic():
            say_one(2)
            django_transaction.set_rollback(True)
        with db.transaction():
            third = say_one(3)
    assert sorted(rows("SELECT id FROM kernel_event")) == sorted([(first,), (third,)])


def test_the_actor_is_who_acts(live_tenant: Any) -> None:
    who = encode("usr", new_id())
    with context.request_context(context.RequestContext(actor=who, actor_kind="staff")):
        event_id = say()
    found = event_by_id(event_id)
    assert found is not None
    assert found.actor == {"kind": "staff", "id": who}


def test_a_body_of_20_kilobytes_is_refused(live_tenant: Any) -> None:
    from tests.kernel.events.test_payload import full

    with db.transaction():
        emit(full(names={"en": "x" * 19_000}), subject_id=new_id(), object_version=1)
    with pytest.raises(EventTooLarge), db.transaction():
        emit(full(names={"en": "x" * 20_480}), subject_id=new_id(), object_version=1)
    assert rows("SELECT max(octet_length(body)) < 20480, count(*) FROM kernel_event") == [(True, 1)]


def test_parallel_emitters_leave_no_gap_and_keep_the_order_of_a_subject(
    live_tenant: Any, run_parallel: Callable[..., list[Any]]
) -> None:
    subjects = [new_id() for _ in range(4)]
    stop = threading.Event()

    def work(index: int) -> None:
        if index == 8:
            # A relay that runs all the while sees some transactions before others of lower numbers.
            while not stop.is_set():
                relay.dispatch(batch=7)
            return
        try:
            for number in range(25):
                subject = subjects[(index + number) % 4]
                with db.transaction():
                    db.advisory_lock("subject", subject)
                    version = (
                        rows("SELECT count(*) FROM kernel_event WHERE subject_id = %s", subject)[0][0] + 1
                    )
                    emit(Happened(order=subject, number=number), subject_id=subject, object_version=version)
        finally:
            finished.append(index)
            if len(finished) == 8:
                stop.set()

    finished: list[int] = []
    run_parallel(work, 9)
    relay.run()
    placed = rows("SELECT position, subject_id, object_version FROM kernel_event ORDER BY position")
    assert [row[0] for row in placed] == list(range(1, 201))
    for subject in subjects:
        versions = [row[2] for row in placed if row[1] == subject]
        assert versions == list(range(1, len(versions) + 1))
    assert signals() == 0


def test_a_late_commit_never_appears_below_what_a_reader_has_seen(live_tenant: Any) -> None:
    holding, release = threading.Event(), threading.Event()
    from contextvars import copy_context

    def late() -> None:
        try:
            with db.transaction():
                subject = new_id()
                emit(Happened(order=subject, number=1), subject_id=subject, object_version=1)
                holding.set()
                release.wait(20)
        finally:
            connections.close_all()

    thread = threading.Thread(target=copy_context().run, args=(late,))
    thread.start()
    assert holding.wait(20)
    say(2)
    relay.run()
    seen = events_after(0)
    assert [event.payload["number"] for event in seen] == [2]
    release.set()
    thread.join(20)
    relay.run()
    assert [(event.position, event.payload["number"]) for event in events_after(seen[-1].position or 0)] == [
        (2, 1)
    ]


def test_a_handler_acts_once_under_parallel_relays(
    live_tenant: Any, run_parallel: Callable[..., list[Any]]
) -> None:
    order: dict[uuid.UUID, list[int]] = {}
    subjects = [new_id() for _ in range(5)]
    guard = threading.Lock()

    def run(event: Recorded) -> None:
        act(event)
        with guard:
            order.setdefault(event.subject_id, []).append(event.payload["number"])

    with effects(), bound("test.once", run):
        said = [say(number, subjects[number % 5]) for number in range(60)]
        tallies = run_parallel(lambda _: relay.run(), 4)
        while signals():
            relay.run()
        assert Counter(acted()) == Counter(said)
        for subject in subjects:
            assert order[subject] == sorted(order[subject])
    assert sum(tally.done for tally in tallies) <= 60
    assert rows("SELECT state, count(*) FROM kernel_eventhandling GROUP BY state") == [("done", 60)]


def test_a_connection_that_breaks_at_the_commit_repeats_the_handler_whole(
    live_tenant: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrapper = type(connections["default"])
    commit = wrapper._commit

    def breaks(self: Any) -> Any:
        self.connection.close()
        return commit(self)

    def run(event: Recorded) -> None:
        act(event)
        if not rows("SELECT attempts FROM kernel_eventhandling")[0][0]:
            patch.setattr(wrapper, "_commit", breaks)
            event_hook.append(1)

    event_hook: list[int] = []
    with (
        effects(),
        bound("test.crash", run),
        clock.use(clock.Frozen(NOW)) as _,
        monkeypatch.context() as patch,
    ):
        event_id = say(1)
        relay.dispatch()
        with pytest.MonkeyPatch.context() as restore:
            restore.setattr(handling, "_record_failure", _undoing(patch, handling._record_failure))
            assert handling.run_due(time.monotonic() + 5) == (0, 1)
        assert event_hook == [1]
        assert acted() == []
        assert signals() == 1
        with clock.use(clock.Frozen(NOW + timedelta(minutes=1))):
            relay.run()
            assert acted() == [event_id]
            relay.run()
            assert acted() == [event_id]


def _undoing(patch: pytest.MonkeyPatch, record: Callable[..., None]) -> Callable[..., None]:
    """The connection is good again once the handler's commit has failed."""

    def call(*args: Any) -> None:
        patch.undo()
        record(*args)

    return call


def test_a_refused_commit_is_a_failed_attempt(live_tenant: Any) -> None:
    schema = live_tenant.schema
    with effects():
        with connections["owner"].cursor() as cursor:
            cursor.execute(f'CREATE TABLE "{schema}".parent (id int PRIMARY KEY)')
            cursor.execute(
                f'ALTER TABLE "{schema}".effect ADD FOREIGN KEY (n) REFERENCES "{schema}".parent '
                "DEFERRABLE INITIALLY DEFERRED"
            )
        connections["owner"].close()
        with bound("test.deferred", act):
            say(1)
            relay.run()
        assert acted() == []
        ((state, attempts, error),) = rows("SELECT state, attempts, last_error FROM kernel_eventhandling")
        assert (state, attempts) == ("pending", 1)
        assert "violates foreign key constraint" in error


def test_failures_are_retried_with_growing_pauses_then_dead_then_replayed(live_tenant: Any) -> None:
    frozen = clock.Frozen(NOW)
    broken = True
    seen: list[tuple[int, datetime]] = []

    def run(event: Recorded) -> None:
        seen.append((event.payload["number"], clock.now()))
        if broken and event.payload["number"] == 1:
            raise RuntimeError("the shelf is empty")

    subject, other = new_id(), new_id()
    with clock.use(frozen), bound("test.flaky", run, attempts=4):
        say(1, subject)
        say(2, subject)
        say(3, other)
        relay.run()
        # The other subject goes on; the failed one's next event waits behind it.
        assert [number for number, _ in seen] == [1, 3]
        for _ in range(200):
            frozen.advance(timedelta(seconds=0.25))
            relay.run()
        assert [number for number, _ in seen] == [1, 3, 1, 1, 1, 2]
        moments = [at for number, at in seen if number == 1]
        pauses = [(b - a).total_seconds() for a, b in pairwise(moments)]
        for expected, pause in zip([1, 2, 4], pauses, strict=True):
            assert expected * 0.8 <= pause <= expected * 1.2 + 0.25
        assert signals() == 0

        from backend.kernel.events.permissions import DEAD_VIEW, REPLAY
        from backend.kernel.events.reading import dead_letters_for, replay_dead_letter
        from backend.kernel.permissions import EVERYTHING, Principal

        operator = Principal(
            kind="staff",
            user_id=new_id(),
            tenant_id=live_tenant.id,
            schema=live_tenant.schema,
            grants={REPLAY.code: EVERYTHING, DEAD_VIEW.code: EVERYTHING},
        )
        (letter,) = dead_letters_for(operator)
        assert (letter.handler, letter.attempts) == ("test.flaky", 4)
        assert "the shelf is empty" in letter.last_error
        broken = False
        replay_dead_letter(principal=operator, dead_letter_id=letter.id)
        assert signals() == 1
        relay.run()
        assert [number for number, _ in seen][-1] == 1
        assert rows("SELECT DISTINCT state FROM kernel_eventhandling") == [("done",)]
        assert signals() == 0


def test_a_handler_that_this_release_lacks_waits_and_is_not_lost(live_tenant: Any) -> None:
    with bound("test.old", act):
        say(1)
        relay.dispatch()
    relay.run()
    ((state, error),) = rows("SELECT state, last_error FROM kernel_eventhandling")
    assert state == "pending"
    assert "HandlerUnknown: test.old" in error
    assert signals() == 1


def test_what_a_handler_emits_is_relayed_in_the_same_run(live_tenant: Any) -> None:
    def run(event: Recorded) -> None:
        if event.payload["number"] < 5:
            emit(
                Happened(order=event.subject_id, number=event.payload["number"] + 1),
                subject_id=event.subject_id,
                object_version=event.object_version + 1,
            )

    with bound("test.chain", run):
        say(1)
        relay.run()
    numbers = [event.payload["number"] for event in events_after(0)]
    assert numbers == [1, 2, 3, 4, 5]
    assert signals() == 0


def test_a_handler_of_every_event_gets_only_the_types_it_wants(live_tenant: Any) -> None:
    asked: list[set[str]] = []
    seen: list[str] = []

    def wanted(types: Any) -> set[str]:
        asked.append(set(types))
        return {"sample.happened"} if len(asked) > 1 else set()

    on_every(name="test.every", run=lambda event: seen.append(event.type), wanted=wanted)
    try:
        say(1)
        relay.run()
        assert seen == []
        assert rows("SELECT count(*) FROM kernel_eventhandling") == [(0,)]
        say(2)
        relay.run()
        assert seen == ["sample.happened"]
    finally:
        unbind("test.every")
    assert asked == [{"sample.happened"}] * 2


def test_one_business_never_sees_anothers_signals(live_tenant: Any, make_tenant: Any) -> None:
    from django.db.utils import Error

    from backend.kernel.tenancy import PUBLIC, tenant_context

    other = make_tenant()
    say(1)
    with tenant_context(other):
        assert signals() == 0
        assert rows("DELETE FROM public.kernel_eventsignal RETURNING 1") == []
        with pytest.raises(Error, match="row-level security"):
            rows(
                "INSERT INTO public.kernel_eventsignal (schema_name, topic, due_at) "
                "VALUES (%s, 'events', now()) RETURNING id",
                live_tenant.schema,
            )
        with pytest.raises(Error, match="permission denied"):
            rows("UPDATE public.kernel_eventsignal SET due_at = now() RETURNING id")
    connection.close()
    assert signals() == 1
    with tenant_context(PUBLIC):
        from backend.kernel.events import signals as signals_module

        assert (live_tenant.schema, "events") in signals_module.due()
    with owner_connection() as owner:
        owner.execute("ANALYZE public.kernel_eventsignal")
    with tenant_context(other):
        assert rows("SELECT * FROM pg_stats WHERE tablename = 'kernel_eventsignal'") == []


def test_old_events_are_pruned_and_positions_go_on(live_tenant: Any) -> None:
    from backend.kernel.events import retention

    frozen = clock.Frozen(NOW)
    with clock.use(frozen), bound("test.prune", lambda event: None):
        for number in range(3):
            say(number)
        relay.run()
        assert retention.prune() == 0
        frozen.advance(timedelta(days=91))
        assert retention.prune() == 2
        assert [event.position for event in events_after(0)] == [3]
        say(9)
        relay.run()
        assert [event.position for event in events_after(0)] == [3, 4]
        assert rows("SELECT count(*) FROM kernel_eventhandling") == [(2,)]


def test_the_operators_events_are_relayed_to_the_operators_handlers_alone(public: Any) -> None:
    from backend.kernel.events import on

    seen: list[str] = []
    on(Happened, name="test.business", run=lambda event: seen.append("business"))
    on(Happened, name="test.operator", run=lambda event: seen.append("operator"), public=True)
    try:
        say(1)
        relay.dispatch()
        handling.run_due(time.monotonic() + 5)
    finally:
        unbind("test.business")
        unbind("test.operator")
    assert seen == ["operator"]
    assert rows("SELECT count(*) FROM public.kernel_eventsignal WHERE schema_name = 'public'") != [(0,)]
