"""From an event to a receiver: signed, retried by the schedule, logged; on real commits and real HTTP."""

from __future__ import annotations

import json
import threading
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from backend.business.webhooks import delivering, errors, queue, retries, services
from backend.business.webhooks.models import WebhookDelivery, WebhookEndpoint
from backend.business.webhooks.permissions import MANAGE, RESEND, VIEW
from backend.business.webhooks.sender import Outcome
from backend.kernel import clock
from backend.kernel.errors import Invalid, ResourceNotFound
from backend.kernel.events import relay
from backend.kernel.events.store import events_after
from backend.kernel.ids import encode, new_id
from backend.kernel.permissions import EVERYTHING, PermissionDenied, Principal
from tests.business.webhooks.receiver import Receiver, receiving
from tests.kernel.events.sample import rows, say

KIND = "sample.happened"
NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def manager(live_tenant: Any) -> Principal:
    """Somebody who may do everything with webhooks."""
    return Principal(
        kind="staff",
        user_id=new_id(),
        tenant_id=live_tenant.id,
        schema=live_tenant.schema,
        grants={permission.code: EVERYTHING for permission in (VIEW, MANAGE, RESEND)},
    )


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A real receiver."""
    with receiving() as found:
        yield found


def register(manager: Principal, receiver: Receiver, *kinds: str) -> tuple[WebhookEndpoint, str]:
    """An endpoint of the receiver's, and its secret. What was said by making it is relayed."""
    endpoint = services.create_endpoint(principal=manager, url=receiver.url, event_types=kinds or (KIND,))
    relay.run()
    return endpoint, endpoint.revealed_secret  # type: ignore[attr-defined]


def go() -> int:
    """Relays and delivers what is due."""
    relay.run()
    return delivering.deliver_due()


def the_delivery(**which: Any) -> WebhookDelivery:
    found: WebhookDelivery = WebhookDelivery.objects.get(**which)
    return found


def waiting(topic: str = "webhooks") -> int:
    return int(rows("SELECT count(*) FROM public.kernel_eventsignal WHERE topic = %s", topic)[0][0])


def test_an_event_arrives_once_signed_and_byte_for_byte(manager: Principal, receiver: Receiver) -> None:
    _, secret = register(manager, receiver)
    ids = [say(number) for number in range(3)]
    assert go() == 3
    bodies = receiver.verified(secret)
    assert sorted(body["data"]["number"] for body in bodies) == [0, 1, 2]
    assert {call.headers["webhook-id"] for call in receiver.calls} == {encode("evt", found) for found in ids}
    assert {call.body.decode() for call in receiver.calls} == {
        event.body for event in events_after(0) if event.type == KIND
    }
    for call in receiver.calls:
        assert call.headers["content-type"] == "application/json"
        tampered = call.body.replace(b'"number"', b'"Number"')
        with pytest.raises(WebhookVerificationError):
            Webhook(secret).verify(tampered, call.headers)
    assert go() == 0
    delivery = the_delivery(event_id=ids[0])
    assert (delivery.state, delivery.attempt_count) == ("succeeded", 1)
    (line,) = delivery.attempts
    assert (line["status"], line["body"], line["address"]) == (200, "thank you", "127.0.0.1")
    assert line["milliseconds"] >= 0
    assert waiting() == 0


def test_an_endpoint_gets_what_it_chose(manager: Principal) -> None:
    with receiving() as one, receiving() as all_, receiving() as other:
        register(manager, one, KIND)
        register(manager, other, "webhook_endpoint.deleted")
        register(manager, all_, "*")
        say()
        go()
        assert len(one.calls) == 1
        assert other.calls == []
        # Deliveries of different subjects are sent at once, and come in no order.
        came = Counter(json.loads(call.body)["type"] for call in all_.calls)
        assert came == {KIND: 1, "webhook_endpoint.created": 1}


def test_the_schedule_with_its_jitter(manager: Principal, receiver: Receiver) -> None:
    receiver.usual = 500
    frozen = clock.Frozen(NOW)
    with clock.use(frozen):
        _, secret = register(manager, receiver)
        event_id = say()
        moments = []
        go()
        while (delivery := the_delivery(event_id=event_id)).state == "pending":
            moments.append(frozen.at)
            assert delivery.next_attempt_at is not None
            # A second too early nothing is sent, and the business is marked for the right time.
            frozen.at = delivery.next_attempt_at - timedelta(milliseconds=1)
            before = len(receiver.calls)
            assert delivering.deliver_due() == 0
            assert len(receiver.calls) == before
            ((due,),) = rows("SELECT min(due_at) FROM public.kernel_eventsignal WHERE topic = 'webhooks'")
            assert due - delivery.next_attempt_at <= timedelta(seconds=5)
            frozen.at = delivery.next_attempt_at
            assert delivering.deliver_due() == 1
        moments.append(frozen.at)
        assert len(receiver.calls) == len(retries.SCHEDULE) == 10
        pauses = [later - earlier for earlier, later in pairwise(moments)]
        for pause, wanted in zip(pauses, retries.SCHEDULE[1:], strict=True):
            assert wanted * 0.8 <= pause <= wanted * 1.2
        assert len({pause / wanted for pause, wanted in zip(pauses, retries.SCHEDULE[1:], strict=True)}) > 5
        assert (delivery.state, delivery.reason, delivery.attempt_count) == ("failed", "attempts_used_up", 10)
        assert [line["status"] for line in delivery.attempts] == [500] * 10
        assert waiting() == 0
    assert len({call.headers["webhook-id"] for call in receiver.calls}) == 1
    assert len({call.body for call in receiver.calls}) == 1
    stamps = [int(call.headers["webhook-timestamp"]) for call in receiver.calls]
    assert stamps == [int(moment.timestamp()) for moment in moments]
    assert len({call.headers["webhook-signature"] for call in receiver.calls}) == 10
    assert secret.startswith("whsec_")


@pytest.mark.parametrize(("status", "factor"), [(500, 1), (404, 1), (429, 2), (502, 2), (504, 2), (None, 1)])
def test_a_receiver_with_too_much_to_do_is_asked_more_slowly(status: int | None, factor: int) -> None:
    for _ in range(50):
        pause = retries.next_pause(2, Outcome(status, 1))
        assert pause is not None
        assert timedelta(minutes=4) * factor <= pause <= timedelta(minutes=6) * factor


def test_retry_after_is_honoured_within_a_day() -> None:
    def pause(seconds: float) -> timedelta:
        found = retries.next_pause(1, Outcome(503, 1, retry_after=seconds))
        assert found is not None
        return found

    assert pause(3600) == timedelta(hours=1)
    assert pause(10**8) == timedelta(hours=24)
    assert pause(0) <= timedelta(seconds=6)
    assert retries.next_pause(10, Outcome(503, 1, retry_after=5)) is None


def test_a_receiver_that_recovers_gets_it_with_the_same_id(manager: Principal, receiver: Receiver) -> None:
    receiver.answers = [503, (302, {"Location": "http://127.0.0.1:1/"}, b"")]
    frozen = clock.Frozen(datetime.now(UTC))
    with clock.use(frozen):
        endpoint, secret = register(manager, receiver)
        event_id = say()
        go()
        endpoint.refresh_from_db()
        assert endpoint.failing_since == frozen.at
        for span in (timedelta(seconds=7), timedelta(minutes=7)):
            frozen.advance(span)
            go()
        endpoint.refresh_from_db()
        assert endpoint.failing_since is None
        assert endpoint.last_success_at == frozen.at
    delivery = the_delivery(event_id=event_id)
    assert delivery.state == "succeeded"
    assert [line["status"] for line in delivery.attempts] == [503, 302, 200]
    # The library takes a timestamp within five minutes of now: the first two attempts are.
    Webhook(secret).verify(receiver.calls[1].body, receiver.calls[1].headers)


def test_410_disables_at_once_and_tells_the_others(manager: Principal) -> None:
    with receiving() as gone, receiving() as other:
        endpoint, _ = register(manager, gone)
        register(manager, other, "webhook_endpoint.disabled")
        gone.usual = 410
        first, second = say(1), say(2)
        go()
        endpoint.refresh_from_db()
        assert (endpoint.state, endpoint.disabled_reason) == ("disabled", "gone")
        go()
        (told,) = [json.loads(call.body)["data"] for call in other.calls]
        assert told == {"endpoint": encode("whe", endpoint.id), "url": gone.url, "reason": "gone"}
        assert {the_delivery(event_id=found, endpoint=endpoint).state for found in (first, second)} == {
            "failed"
        }
        calls = len(gone.calls)
        say(3)
        go()
        assert len(gone.calls) == calls
        assert WebhookEndpoint.objects.filter(pk=endpoint.pk).exists()


def test_120_hours_without_a_success_disable(manager: Principal, receiver: Receiver) -> None:
    receiver.usual = 500
    frozen = clock.Frozen(NOW)
    with clock.use(frozen):
        endpoint, _ = register(manager, receiver)
        say(1)
        go()
        frozen.advance(timedelta(hours=119))
        say(2)
        go()
        endpoint.refresh_from_db()
        assert endpoint.state == "enabled"
        frozen.advance(timedelta(hours=1))
        say(3)
        go()
        endpoint.refresh_from_db()
        assert (endpoint.state, endpoint.disabled_reason) == ("disabled", "failing")
        assert not WebhookDelivery.objects.filter(state="pending").exists()
        relay.run()
        assert [event.type for event in events_after(0)].count("webhook_endpoint.disabled") == 1


def test_rotation_signs_with_both_secrets_for_the_grace(manager: Principal, receiver: Receiver) -> None:
    frozen = clock.Frozen(datetime.now(UTC))
    with clock.use(frozen):
        endpoint, old = register(manager, receiver)
        new = services.rotate_secret(principal=manager, id=endpoint.id, grace_hours=24).revealed_secret  # type: ignore[attr-defined]
        say(1)
        go()
        assert len(receiver.calls[0].headers["webhook-signature"].split()) == 2
        for secret in (old, new):
            receiver.verified(secret)
        frozen.advance(timedelta(hours=24))
        receiver.calls.clear()
        say(2)
        go()
        (call,) = receiver.calls
        from backend.business.webhooks.signing import sign

        stamp = int(call.headers["webhook-timestamp"])
        assert call.headers["webhook-signature"] == sign(new, call.headers["webhook-id"], stamp, call.body)
        services.rotate_secret(principal=manager, id=endpoint.id, grace_hours=0)
        endpoint.refresh_from_db()
        assert len(endpoint.secrets) == 1


def test_secrets_are_sealed_in_the_row_and_open_nowhere_else(manager: Principal, receiver: Receiver) -> None:
    from backend.business.webhooks import secrets
    from backend.kernel.crypto import CannotDecrypt

    endpoint, secret = register(manager, receiver)
    ((stored,),) = rows("SELECT secrets::text FROM webhooks_webhookendpoint")
    assert secret not in stored
    assert secret.removeprefix("whsec_") not in stored
    sealed = json.loads(stored)
    assert secrets.current(endpoint.id, sealed, clock.now()) == (secret,)
    with pytest.raises(CannotDecrypt):
        secrets.current(new_id(), sealed, clock.now())
    changed = [{**sealed[0], "sealed": sealed[0]["sealed"][:-4] + "AAA="}]
    with pytest.raises(CannotDecrypt):
        secrets.current(endpoint.id, changed, clock.now())
    for event in events_after(0):
        assert secret not in event.body


def test_parallel_workers_send_each_delivery_once(
    manager: Principal, receiver: Receiver, run_parallel: Callable[..., list[Any]]
) -> None:
    register(manager, receiver)
    receiver.delay = 0.02
    ids = {encode("evt", say(number)) for number in range(40)}
    relay.run()
    made = run_parallel(lambda _: delivering.deliver_due(), 3)
    assert sum(made) == 40
    assert Counter(call.headers["webhook-id"] for call in receiver.calls) == Counter(ids)
    assert set(rows("SELECT state, attempt_count FROM webhooks_webhookdelivery")) == {("succeeded", 1)}


def test_a_slow_receiver_leaves_room_for_others(manager: Principal) -> None:
    with receiving() as slow, receiving() as quick:
        for receiver in (slow, quick):
            register(manager, receiver)
        for number in range(10):
            say(number)
        relay.run()
        claims = queue.claim_due()
        assert Counter(claim.url for claim in claims) == {slow.url: 4, quick.url: 4}


def test_what_a_killed_worker_held_is_sent_when_its_lease_ends(
    manager: Principal, receiver: Receiver
) -> None:
    frozen = clock.Frozen(datetime.now(UTC))
    with clock.use(frozen):
        _, secret = register(manager, receiver)
        say()
        relay.run()
        assert len(queue.claim_due()) == 1  # And the worker dies here.
        assert waiting() == 1
        assert delivering.deliver_due() == 0
        frozen.advance(queue.LEASE)
        assert delivering.deliver_due() == 1
    receiver.verified(secret)


def test_no_transaction_is_open_while_the_receiver_is_called(manager: Principal, receiver: Receiver) -> None:
    seen: list[int] = []
    register(manager, receiver)

    def look(_call: Any) -> None:
        from django.db import connection

        from backend.kernel.tenancy import PUBLIC, tenant_context

        with tenant_context(PUBLIC), connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                "AND state LIKE 'idle in transaction%'"
            )
            seen.append(cursor.fetchone()[0])
        connection.close()

    receiver.act = look
    say()
    go()
    assert seen == [0]


def test_a_test_goes_to_that_endpoint_alone(manager: Principal) -> None:
    with receiving() as tested, receiving() as every:
        endpoint, secret = register(manager, tested, KIND)
        register(manager, every, "*")
        go()
        before = len(every.calls)
        delivery = services.test_endpoint(principal=manager, id=endpoint.id)
        go()
        (body,) = tested.verified(secret)
        assert body["type"] == "webhook_endpoint.tested"
        assert body["data"]["endpoint"] == encode("whe", endpoint.id)
        delivery.refresh_from_db()
        assert delivery.state == "succeeded"
        assert len(every.calls) == before


def test_a_resend_repeats_id_and_bytes(manager: Principal, receiver: Receiver) -> None:
    endpoint, _ = register(manager, receiver)
    event_id = say()
    go()
    delivery = the_delivery(event_id=event_id)
    services.resend_delivery(principal=manager, id=delivery.id)
    with pytest.raises(errors.WebhookDeliveryPending):
        services.resend_delivery(principal=manager, id=delivery.id)
    go()
    first, second = receiver.calls
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.body == second.body
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempt_count, len(delivery.attempts)) == ("succeeded", 1, 2)
    services.update_endpoint(principal=manager, id=endpoint.id, state="disabled")
    with pytest.raises(errors.WebhookEndpointOff):
        services.resend_delivery(principal=manager, id=delivery.id)


def test_recovery_sends_what_was_missed_and_only_that(manager: Principal, receiver: Receiver) -> None:
    frozen = clock.Frozen(NOW)
    with clock.use(frozen):
        endpoint, _ = register(manager, receiver)
        taken = say(1)
        go()
        frozen.advance(timedelta(minutes=1))
        receiver.usual = 410
        refused = say(2)
        go()
        frozen.advance(timedelta(minutes=1))
        missed = [say(number) for number in range(3, 6)]
        relay.run()
        with pytest.raises(errors.WebhookEndpointOff):
            services.recover_endpoint(principal=manager, id=endpoint.id, since=NOW)
        receiver.usual = 200
        services.update_endpoint(principal=manager, id=endpoint.id, state="enabled")
        receiver.calls.clear()
        frozen.advance(timedelta(minutes=1))
        after = say(6)
        go()
        found = services.recover_endpoint(principal=manager, id=endpoint.id, since=NOW)
        assert found.queued == 4
        assert services.recover_endpoint(principal=manager, id=endpoint.id, since=NOW).queued == 0
        go()
        assert sorted(call.headers["webhook-id"] for call in receiver.calls) == sorted(
            encode("evt", event_id) for event_id in (refused, *missed, after)
        )
        assert encode("evt", taken) not in {call.headers["webhook-id"] for call in receiver.calls}
        for since, until in ((NOW, NOW), (NOW, frozen.at + timedelta(seconds=1))):
            with pytest.raises(errors.RecoverPeriodWrong):
                services.recover_endpoint(principal=manager, id=endpoint.id, since=since, until=until)


def test_disabling_by_hand_ends_what_is_on_its_way(manager: Principal, receiver: Receiver) -> None:
    endpoint, _ = register(manager, receiver)
    receiver.usual = 500
    event_id = say()
    go()
    services.update_endpoint(principal=manager, id=endpoint.id, state="disabled")
    delivery = the_delivery(event_id=event_id)
    assert (delivery.state, delivery.reason) == ("failed", "endpoint_disabled")
    services.update_endpoint(principal=manager, id=endpoint.id, state="enabled")
    endpoint.refresh_from_db()
    assert (endpoint.state, endpoint.failing_since, endpoint.disabled_reason) == ("enabled", None, "")


def test_an_endpoint_deleted_while_it_is_called_leaves_nothing(
    manager: Principal, receiver: Receiver
) -> None:
    endpoint, _ = register(manager, receiver)
    say()
    relay.run()
    claims = queue.claim_due()
    services.delete_endpoint(principal=manager, id=endpoint.id)
    delivering.record(claims[0], Outcome(200, 5), clock.now())
    assert rows("SELECT count(*) FROM webhooks_webhookdelivery") == [(0,)]
    with pytest.raises(ResourceNotFound):
        services.delete_endpoint(principal=manager, id=endpoint.id)


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    timer = threading.Timer(seconds, lambda: pytest.fail("too slow"))
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def test_disabling_and_recording_at_once_do_not_deadlock(
    manager: Principal, receiver: Receiver, run_parallel: Callable[..., list[Any]]
) -> None:
    endpoint, _ = register(manager, receiver)
    receiver.usual = 500
    for number in range(30):
        say(number)
    relay.run()

    def work(index: int) -> None:
        if index < 2:
            delivering.deliver_due()
        else:
            for state in ("disabled", "enabled") * 4:
                services.update_endpoint(principal=manager, id=endpoint.id, state=state)

    with deadline(60):
        run_parallel(work, 3)


def test_refusals_change_nothing(manager: Principal, receiver: Receiver, live_tenant: Any) -> None:
    nobody = Principal(kind="staff", user_id=new_id(), tenant_id=live_tenant.id, schema=live_tenant.schema)
    for refused, wanted in (
        (
            lambda: services.create_endpoint(principal=nobody, url=receiver.url, event_types=["*"]),
            PermissionDenied,
        ),
        (
            lambda: services.create_endpoint(principal=manager, url="https://10.0.0.1/", event_types=["*"]),
            errors.WebhookUrlRefused,
        ),
        (
            lambda: services.create_endpoint(principal=manager, url=receiver.url, event_types=["no.such"]),
            Invalid,
        ),
        (lambda: services.test_endpoint(principal=manager, id=uuid.uuid4()), ResourceNotFound),
    ):
        with pytest.raises(wanted):
            refused()
    assert rows("SELECT count(*) FROM webhooks_webhookendpoint") == [(0,)]
    assert rows("SELECT count(*) FROM kernel_event") == [(0,)]
