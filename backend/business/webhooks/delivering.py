"""Making the attempts: claim and commit, call, record and commit."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection

from backend.business.webhooks import events, queue, retries, signing
from backend.business.webhooks.models import WebhookDelivery, WebhookEndpoint
from backend.business.webhooks.sender import Outcome, send
from backend.business.webhooks.types import Claim
from backend.kernel import clock, db, ids
from backend.kernel.events import emit, signals

logger = logging.getLogger(__name__)

KEPT_ATTEMPTS = 20
"""Attempts in the log of a delivery; resends past that push out the oldest."""
GONE = 410

Send = Callable[..., Outcome]


def deliver_due(seconds: float = 20.0, sender: Send = send) -> int:
    """Makes every attempt that is due for the business that runs, for about `seconds`; returns how many.

    May run any number of times at once. The calls are made with no transaction open.
    """
    deadline = time.monotonic() + seconds
    signals.awake(queue.TOPIC)
    made = 0
    with ThreadPoolExecutor(max_workers=queue.BATCH, thread_name_prefix="webhook") as pool:
        while True:
            claims = queue.claim_due()
            if not claims:
                return made
            moment = clock.now()
            running = {pool.submit(_attempt, claim, moment, sender): claim for claim in claims}
            for future in as_completed(running):
                record(running[future], future.result(), moment)
                made += 1
            if time.monotonic() >= deadline:
                signals.wake(queue.TOPIC)
                return made


def _attempt(claim: Claim, moment: datetime, sender: Send) -> Outcome:
    if claim.body is None:
        return Outcome(None, 0, "the event is no longer kept")
    headers = _headers(claim, moment)
    assert headers is not None
    return sender(claim.url, claim.body, headers, allow_loopback=settings.ALLOW_LOOPBACK_WEBHOOKS)


def _headers(claim: Claim, moment: datetime) -> dict[str, str] | None:
    """What an attempt of that moment sends besides the body; None where there is nothing to send."""
    if claim.body is None:
        return None
    message_id = ids.encode("evt", claim.event_id)
    return signing.headers(claim.secrets, message_id, int(moment.timestamp()), claim.body)


def record(claim: Claim, outcome: Outcome, moment: datetime) -> None:
    """Writes what came of an attempt: its line in the log, what is next, and the endpoint's health.

    410 disables the endpoint at once, 120 hours without a success do so too; then
    webhook_endpoint.disabled is emitted and everything on its way fails. Locks the endpoint (where its
    health changes) and the delivery. An endpoint or delivery that is gone is left alone.
    """
    now = clock.now()
    with db.transaction():
        failing_since = _note_health(claim, outcome, now)
        verdict = ""
        if outcome.status == GONE:
            verdict = "gone"
        elif failing_since is not None and now - failing_since >= retries.DISABLE_AFTER:
            verdict = "failing"
        if verdict:
            # Before the delivery: endpoints are locked before deliveries everywhere.
            _disable(claim, verdict)
        rows = db.lock(WebhookDelivery, [claim.delivery_id])
        if not rows:
            return
        delivery = rows[0]
        count = delivery.attempt_count + 1
        changes: dict[str, Any] = {
            "attempt_count": count,
            "attempts": [*delivery.attempts, _line(claim, outcome, moment)][-KEPT_ATTEMPTS:],
        }
        if outcome.ok or delivery.state == WebhookDelivery.PENDING:
            changes |= _next_state(count, outcome, now, lost=claim.body is None)
        elif verdict:
            changes["reason"] = f"endpoint_{verdict}"
        delivery.save_versioned(**changes)


def _next_state(count: int, outcome: Outcome, now: datetime, *, lost: bool) -> dict[str, Any]:
    if outcome.ok:
        return {"state": "succeeded", "reason": "", "next_attempt_at": None, "completed_at": now}
    pause = None if lost or outcome.status == GONE else retries.next_pause(count, outcome)
    if pause is not None:
        return {"next_attempt_at": now + pause}
    reason = "event_gone" if lost else "endpoint_gone" if outcome.status == GONE else "attempts_used_up"
    return {"state": "failed", "reason": reason, "next_attempt_at": None, "completed_at": now}


def _line(claim: Claim, outcome: Outcome, moment: datetime) -> dict[str, Any]:
    line = {
        "at": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "sent": _headers(claim, moment),
        "status": outcome.status,
        "milliseconds": outcome.milliseconds,
        "error": outcome.error,
        "headers": dict(outcome.headers),
        "body": outcome.body,
        "address": outcome.address,
    }
    # PostgreSQL refuses NUL in JSON; a header could hold one.
    loaded: dict[str, Any] = json.loads(json.dumps(line).replace("\\u0000", "\\ufffd"))
    return loaded


def _note_health(claim: Claim, outcome: Outcome, now: datetime) -> datetime | None:
    """Keeps `failing_since` and `last_success_at`; they are no part of the version. Returns the former."""
    with connection.cursor() as cursor:
        if outcome.ok:
            # Once a minute is enough for a figure that people read, and spares a busy row.
            cursor.execute(
                "UPDATE webhooks_webhookendpoint SET failing_since = NULL, last_success_at = %(now)s "
                "WHERE id = %(id)s AND (failing_since IS NOT NULL OR last_success_at IS NULL "
                "OR last_success_at < %(now)s - interval '1 minute')",
                {"now": now, "id": claim.endpoint_id},
            )
            return None
        cursor.execute(
            "UPDATE webhooks_webhookendpoint SET failing_since = %s WHERE id = %s AND failing_since IS NULL",
            [now, claim.endpoint_id],
        )
        cursor.execute(
            "SELECT failing_since FROM webhooks_webhookendpoint WHERE id = %s", [claim.endpoint_id]
        )
        row = cursor.fetchone()
    return None if row is None else row[0]


def _disable(claim: Claim, reason: str) -> None:
    endpoint = WebhookEndpoint.objects.select_for_update().filter(pk=claim.endpoint_id).first()
    if endpoint is None or endpoint.state != WebhookEndpoint.ENABLED or endpoint.url != claim.url:
        # Disabled by another attempt, or the URL was changed meanwhile: the verdict was on the old one.
        return
    endpoint.save_versioned(state=WebhookEndpoint.DISABLED, disabled_reason=reason, disabled_at=clock.now())
    emit(
        events.WebhookEndpointDisabled(endpoint=endpoint.pk, url=endpoint.url, reason=reason),
        subject_id=endpoint.pk,
        object_version=endpoint.version,
    )
    queue.fail_pending(endpoint.pk, "endpoint_disabled")
    logger.warning("webhook endpoint %s was disabled: %s", ids.encode("whe", endpoint.pk), reason)
