"""Deliveries to be made: planned when an event is relayed, claimed by workers, failed with their endpoint."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import connection

from backend.business.webhooks import secrets
from backend.business.webhooks.models import WebhookEndpoint
from backend.business.webhooks.selectors import endpoints_wanting
from backend.business.webhooks.types import Claim
from backend.kernel import clock, db, ids
from backend.kernel.events import Recorded, signals
from backend.kernel.events.store import bodies_of

TOPIC = signals.topic("webhooks", task="backend.business.webhooks.tasks.deliver")

BATCH = 8
"""Deliveries that a worker makes at once, each in a thread."""
A_TIME = 4
"""Of one endpoint at most so many of a batch, so that a slow one leaves room for the others."""
LEASE = timedelta(seconds=30)
"""How long a worker holds what it claimed: twice an attempt's time-out. After that it was killed."""

_ENQUEUE = """
INSERT INTO webhooks_webhookdelivery (id, version, created_at, updated_at, endpoint_id, event_id, event_type,
    state, reason, attempt_count, next_attempt_at, attempts)
SELECT row.id, 1, %(now)s, %(now)s, row.endpoint_id, row.event_id, row.event_type, 'pending', '', 0, %(now)s,
    '[]'::jsonb
FROM unnest(%(ids)s::uuid[], %(endpoints)s::uuid[], %(events)s::uuid[], %(types)s::text[])
    AS row (id, endpoint_id, event_id, event_type)
ON CONFLICT (endpoint_id, event_id) DO NOTHING
"""

_CLAIM = """
UPDATE webhooks_webhookdelivery AS d SET next_attempt_at = %(until)s
FROM (
    SELECT pending.id FROM webhooks_webhookdelivery AS pending
    JOIN (
        SELECT id, row_number() OVER (PARTITION BY endpoint_id ORDER BY next_attempt_at, id) AS place
        FROM webhooks_webhookdelivery WHERE state = 'pending' AND next_attempt_at <= %(now)s
    ) AS due ON due.id = pending.id AND due.place <= %(a_time)s
    WHERE pending.state = 'pending' AND pending.next_attempt_at <= %(now)s
    ORDER BY pending.next_attempt_at, pending.id LIMIT %(batch)s
    FOR UPDATE OF pending SKIP LOCKED
) AS mine
WHERE d.id = mine.id
RETURNING d.id, d.endpoint_id, d.event_id
"""

_NEXT = "SELECT min(next_attempt_at) FROM webhooks_webhookdelivery WHERE state = 'pending'"


def plan_deliveries(event: Recorded) -> None:
    """Writes a delivery of the event for every endpoint that wants it. The handler `webhooks.plan`."""
    enqueue([(endpoint_id, event.id, event.type) for endpoint_id in endpoints_wanting(event.type)])


def enqueue(rows: Sequence[tuple[uuid.UUID, uuid.UUID, str]]) -> int:
    """Queues deliveries of (endpoint, event, type), but for those that are there; returns how many are new.

    Needs an open transaction, and wakes a worker when it commits.
    """
    db.require_transaction()
    if not rows:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(
            _ENQUEUE,
            {
                "now": clock.now(),
                "ids": [ids.new_id() for _ in rows],
                "endpoints": [row[0] for row in rows],
                "events": [row[1] for row in rows],
                "types": [row[2] for row in rows],
            },
        )
        count = int(cursor.rowcount)
    signals.raise_signal(TOPIC)
    signals.wake_on_commit(TOPIC)
    return count


def claim_due(batch: int = BATCH) -> list[Claim]:
    """Takes what is due for LEASE, in one short transaction, and reads what the attempts need.

    A worker that dies leaves its claims to run out; then they are due again, so an attempt may be made
    twice and none is lost. Locks: the advisory lock `webhooks.deliver`, and the claimed rows.
    """
    now = clock.now()
    with db.transaction():
        db.advisory_lock("webhooks.deliver")
        signals.clear(TOPIC)
        with connection.cursor() as cursor:
            cursor.execute(_CLAIM, {"now": now, "until": now + LEASE, "batch": batch, "a_time": A_TIME})
            taken = cursor.fetchall()
            cursor.execute(_NEXT)
            next_due: datetime | None = cursor.fetchone()[0]
        if next_due is not None:
            signals.raise_signal(TOPIC, max(next_due, signals.lease()))
        if not taken:
            return []
        endpoints = {
            row.pk: (row.url, secrets.current(row.pk, row.secrets, now))
            for row in WebhookEndpoint.objects.filter(pk__in={row[1] for row in taken})
        }
        bodies = bodies_of([row[2] for row in taken])
    return [
        Claim(
            delivery_id=delivery_id,
            endpoint_id=endpoint_id,
            event_id=event_id,
            url=endpoints[endpoint_id][0],
            body=bodies[event_id].encode() if event_id in bodies else None,
            secrets=endpoints[endpoint_id][1],
        )
        for delivery_id, endpoint_id, event_id in taken
    ]


def fail_pending(endpoint_id: uuid.UUID, reason: str) -> int:
    """Ends everything that is on its way to an endpoint; `recover_endpoint` brings it back."""
    now = clock.now()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE webhooks_webhookdelivery SET state = 'failed', reason = %(reason)s, "
            "next_attempt_at = NULL, completed_at = %(now)s, version = version + 1, updated_at = %(now)s "
            "WHERE endpoint_id = %(endpoint)s AND state = 'pending'",
            {"reason": reason, "now": now, "endpoint": endpoint_id},
        )
        return int(cursor.rowcount)


def prune_deliveries(before: datetime) -> int:
    """Deletes deliveries that ended before a time; called with the events' retention."""
    # The key begins with the milliseconds of its making, so it is the index of age too.
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM webhooks_webhookdelivery WHERE id IN ("
            "SELECT id FROM webhooks_webhookdelivery WHERE id < %s AND completed_at < %s "
            "ORDER BY id LIMIT 5000)",
            [uuid.UUID(int=int(before.timestamp() * 1000) << 80), before],
        )
        return int(cursor.rowcount)
