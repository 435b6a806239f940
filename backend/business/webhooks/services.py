"""What people do with webhooks: register, change, rotate, test, resend, recover."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection

from backend.business.webhooks import errors, events, secrets
from backend.business.webhooks import permissions as may
from backend.business.webhooks.models import WebhookDelivery, WebhookEndpoint
from backend.business.webhooks.queue import TOPIC, enqueue, fail_pending
from backend.business.webhooks.selectors import ALL, TESTED, body_of, deliveries_for, endpoints_for
from backend.business.webhooks.types import Recovered
from backend.core.accounts import facade as accounts
from backend.kernel import clock, db
from backend.kernel.errors import FieldProblem, Invalid, ResourceNotFound
from backend.kernel.events import REGISTRY, emit, signals
from backend.kernel.events.store import events_between
from backend.kernel.outgoing import AddressRefused, parse_url
from backend.kernel.permissions import Principal

LIMIT = 50
"""Endpoints a business may have."""


def create_endpoint(
    *, principal: Principal, url: str, event_types: Sequence[str], description: str = ""
) -> WebhookEndpoint:
    """Registers an endpoint; the row's `revealed_secret` is its secret, which is never shown again.

    Raises WebhookUrlRefused, EventTypeUnknown (as Invalid, a problem a type), WebhookEndpointsFull and
    NotWhileImpersonating: what an operator sets up while acting for somebody would tell of the business for ever.
    Emits webhook_endpoint.created. Locks nothing. A retry makes a second endpoint: use an Idempotency-Key.
    """
    principal.require(may.MANAGE)
    accounts.refuse_impersonator(principal)
    with db.transaction():
        _check_url(url)
        _check_types(event_types)
        if WebhookEndpoint.objects.count() >= LIMIT:
            raise errors.WebhookEndpointsFull(limit=LIMIT)
        endpoint = WebhookEndpoint(url=url, description=description, event_types=sorted(set(event_types)))
        secret, endpoint.secrets = secrets.add(endpoint.id, (), clock.now(), timedelta(0))
        endpoint.save(force_insert=True)
        emit(
            events.WebhookEndpointCreated(endpoint=endpoint.id, url=url, event_types=endpoint.event_types),
            subject_id=endpoint.id,
            object_version=endpoint.version,
        )
    endpoint.revealed_secret = secret  # type: ignore[attr-defined]
    return endpoint


def update_endpoint(
    *, principal: Principal, id: uuid.UUID, expected_version: int | None = None, **changes: Any
) -> WebhookEndpoint:
    """Changes an endpoint's `url`, `description`, `event_types` or `state` (enabled, disabled).

    Disabling fails what is on its way; enabling forgets the failures before. Raises ResourceNotFound,
    VersionMismatch, WebhookUrlRefused, Invalid, and NotWhileImpersonating for `url` and `event_types`. Emits
    webhook_endpoint.updated where something changed. Locks the endpoint. A retry changes nothing more.
    """
    principal.require(may.MANAGE)
    if {"url", "event_types"} & set(changes):
        accounts.refuse_impersonator(principal)
    with db.transaction():
        endpoint = _locked(principal, id)
        endpoint.check_version(expected_version)
        if "url" in changes:
            _check_url(changes["url"])
        if "event_types" in changes:
            _check_types(changes["event_types"])
            changes["event_types"] = sorted(set(changes["event_types"]))
        changes = {name: value for name, value in changes.items() if getattr(endpoint, name) != value}
        if not changes:
            return endpoint
        told = sorted(changes)
        if changes.get("state") == WebhookEndpoint.DISABLED:
            changes |= {"disabled_reason": "by_hand", "disabled_at": clock.now()}
            fail_pending(endpoint.id, "endpoint_disabled")
        elif changes.get("state") == WebhookEndpoint.ENABLED:
            changes |= {"disabled_reason": "", "disabled_at": None, "failing_since": None}
        endpoint.save_versioned(**changes)
        _say_updated(endpoint, told)
    return endpoint


def delete_endpoint(*, principal: Principal, id: uuid.UUID, expected_version: int | None = None) -> None:
    """Deletes an endpoint with its log. What a worker is sending just then is not recorded any more.

    Raises ResourceNotFound and VersionMismatch. Emits webhook_endpoint.deleted. Locks the endpoint.
    """
    principal.require(may.MANAGE)
    with db.transaction():
        endpoint = _locked(principal, id)
        endpoint.check_version(expected_version)
        WebhookDelivery.objects.filter(endpoint_id=id).delete()
        WebhookEndpoint.objects.filter(pk=id).delete()
        emit(
            events.WebhookEndpointDeleted(endpoint=id, url=endpoint.url),
            subject_id=id,
            object_version=endpoint.version + 1,
        )


def rotate_secret(
    *,
    principal: Principal,
    id: uuid.UUID,
    grace_hours: int = 24,
    expected_version: int | None = None,
    at: datetime | None = None,
) -> WebhookEndpoint:
    """Gives an endpoint a new secret (`revealed_secret`, shown once); old ones sign too for `grace_hours`.

    `grace_hours` is 0 to 168; 0 ends the old secret at once. Raises ResourceNotFound, VersionMismatch,
    NotWhileImpersonating and ValueError for a grace outside its bounds. Emits webhook_endpoint.updated. Locks the
    endpoint. A retry rotates again, and the secret before last still signs within its grace.
    """
    principal.require(may.MANAGE)
    accounts.refuse_impersonator(principal)
    grace = timedelta(hours=grace_hours)
    if not timedelta(0) <= grace <= secrets.MAX_GRACE:
        raise ValueError("a grace period is 0 to 168 hours")
    with db.transaction():
        endpoint = _locked(principal, id)
        endpoint.check_version(expected_version)
        secret, sealed = secrets.add(endpoint.id, endpoint.secrets, at or clock.now(), grace)
        endpoint.save_versioned(secrets=sealed)
        _say_updated(endpoint, ["secret"])
    endpoint.revealed_secret = secret  # type: ignore[attr-defined]
    return endpoint


def test_endpoint(*, principal: Principal, id: uuid.UUID) -> WebhookDelivery:
    """Queues a real event, webhook_endpoint.tested, for this endpoint alone, and returns its delivery.

    Raises ResourceNotFound and WebhookEndpointOff. A retry sends another test.
    """
    principal.require(may.MANAGE)
    with db.transaction():
        endpoint = _locked(principal, id)
        _check_on(endpoint)
        event_id = emit(
            events.WebhookEndpointTested(endpoint=id, note="This is a test; nothing happened."),
            subject_id=id,
            object_version=endpoint.version,
        )
        enqueue([(id, event_id, TESTED)])
        return WebhookDelivery.objects.get(endpoint_id=id, event_id=event_id)


test_endpoint.__test__ = False  # type: ignore[attr-defined]  # A service, whatever pytest makes of its name.


def resend_delivery(*, principal: Principal, id: uuid.UUID) -> WebhookDelivery:
    """Sends one delivery again, now, with the same `webhook-id` and bytes and a fresh schedule.

    Raises ResourceNotFound, WebhookDeliveryPending, WebhookEndpointOff and WebhookEventGone. Locks the
    endpoint and the delivery.
    """
    principal.require(may.RESEND)
    with db.transaction():
        delivery = deliveries_for(principal).filter(pk=id).first()
        if delivery is None:
            raise ResourceNotFound()
        endpoint = _locked(principal, delivery.endpoint_id)
        (delivery,) = db.lock(WebhookDelivery, [id])
        if delivery.state == WebhookDelivery.PENDING:
            raise errors.WebhookDeliveryPending()
        _check_on(endpoint)
        if body_of(delivery.event_id) is None:
            raise errors.WebhookEventGone()
        delivery.save_versioned(
            state=WebhookDelivery.PENDING,
            reason="",
            attempt_count=0,
            next_attempt_at=clock.now(),
            completed_at=None,
        )
        signals.raise_signal(TOPIC)
        signals.wake_on_commit(TOPIC)
    return delivery


def recover_endpoint(
    *, principal: Principal, id: uuid.UUID, since: datetime, until: datetime | None = None
) -> Recovered:
    """Queues every event of the half-open period [since, until) that the endpoint wants and has not taken.

    That is what failed, and what happened while it was disabled or did not subscribe to the type yet;
    what succeeded is not sent again. `until` is now where it is None; events are kept for 90 days.
    Raises ResourceNotFound, WebhookEndpointOff and RecoverPeriodWrong. Locks the endpoint. A retry
    queues nothing twice.
    """
    principal.require(may.RESEND)
    now = clock.now()
    until = until or now
    if not since < until <= now:
        raise errors.RecoverPeriodWrong(pointer="/since")
    queued = 0
    with db.transaction():
        endpoint = _locked(principal, id)
        _check_on(endpoint)
        kinds = None if ALL in endpoint.event_types else list(endpoint.event_types)
        for batch in events_between(since, until, kinds):
            wanted = [(event_id, kind) for event_id, kind in batch if kind != TESTED]
            queued += _requeue(id, [event_id for event_id, _ in wanted])
            queued += enqueue([(id, event_id, kind) for event_id, kind in wanted])
    return Recovered(queued)


def _requeue(endpoint_id: uuid.UUID, event_ids: Sequence[uuid.UUID]) -> int:
    if not event_ids:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE webhooks_webhookdelivery SET state = 'pending', reason = '', attempt_count = 0, "
            "next_attempt_at = %(now)s, completed_at = NULL, version = version + 1, updated_at = %(now)s "
            "WHERE endpoint_id = %(endpoint)s AND event_id = ANY(%(events)s) AND state = 'failed'",
            {"now": clock.now(), "endpoint": endpoint_id, "events": list(event_ids)},
        )
        return int(cursor.rowcount)


def _locked(principal: Principal, endpoint_id: uuid.UUID) -> WebhookEndpoint:
    if not endpoints_for(principal).filter(pk=endpoint_id).exists():
        raise ResourceNotFound()
    rows = db.lock(WebhookEndpoint, [endpoint_id])
    if not rows:
        raise ResourceNotFound()
    return rows[0]


def _check_on(endpoint: WebhookEndpoint) -> None:
    if endpoint.state != WebhookEndpoint.ENABLED:
        raise errors.WebhookEndpointOff()


def _check_url(url: str) -> None:
    try:
        parse_url(url, allow_loopback=settings.ALLOW_LOOPBACK_WEBHOOKS)
    except AddressRefused as error:
        raise errors.WebhookUrlRefused(reason=str(error), pointer="/url") from error


def _check_types(types: Sequence[str]) -> None:
    known = {name for name, _ in REGISTRY} | {ALL}
    problems = [
        FieldProblem(
            f"/event_types/{index}",
            errors.EventTypeUnknown.code,
            errors.EventTypeUnknown.message,
            {"type": name},
        )
        for index, name in enumerate(types)
        if name not in known
    ]
    if problems:
        raise Invalid(problems)


def _say_updated(endpoint: WebhookEndpoint, changed: Sequence[str]) -> None:
    emit(
        events.WebhookEndpointUpdated(endpoint=endpoint.id, changed=list(changed)),
        subject_id=endpoint.id,
        object_version=endpoint.version,
    )
