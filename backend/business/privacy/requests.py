"""Requests for a copy or for erasure, and legal holds."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from backend.business.customers import facade as customers
from backend.business.privacy import errors as e
from backend.business.privacy import permissions as p
from backend.business.privacy.events import PrivacyRequestCreated, PrivacyRequestDecided
from backend.business.privacy.models import Kind, PrivacyRequest, State
from backend.business.privacy.sources import ALSO_KEPT, SOURCES, Reach, blockers
from backend.kernel import clock, db
from backend.kernel.errors import FieldProblem, Invalid, ReferenceNotFound, ResourceNotFound
from backend.kernel.events import emit, signals
from backend.kernel.permissions import Permission, Principal, scoped

TOPIC = signals.topic("privacy.erase", task="backend.business.privacy.tasks.erase_approved")
COPY_LASTS = timedelta(days=7)


def requests_for(principal: Principal, permission: Permission | None = None) -> QuerySet[PrivacyRequest]:
    """The requests about customers that a permission of the caller reaches; a customer's own person sees its own.

    Without a permission it is the right to see requests, or where that is not held the right to make them.
    """
    return scoped(
        PrivacyRequest.objects.annotate(branch_id=F("customer__branch_id")),
        principal,
        permission or (p.VIEW if principal.allows(p.VIEW) else p.CREATE),
        branch="customer__branch_id",
        customer="customer_id",
        owner="requested_by_id",
    )


def moves_of(row: PrivacyRequest) -> tuple[str, ...]:
    """The decisions that the request's kind and state are open to."""
    if row.kind == Kind.ERASURE:
        return ("approve", "reject") if row.state == State.REQUESTED else ()
    return ("end",) if row.state == State.APPROVED else ()


def can_be_previewed(row: PrivacyRequest) -> bool:
    """Whether there is still something to erase, which a preview would tell of."""
    return row.kind == Kind.ERASURE and row.state == State.REQUESTED


def can_be_fetched(row: PrivacyRequest) -> bool:
    """Whether the copy of an export can be fetched now."""
    in_time = row.expires_at is None or row.expires_at > clock.now()
    return row.kind == Kind.EXPORT and row.state == State.APPROVED and in_time


def create_request(
    *,
    principal: Principal,
    kind: str,
    customer_id: uuid.UUID | None = None,
    reason: str = "",
    expires_at: datetime | None = None,
) -> PrivacyRequest:
    """Asks for a copy of a customer's data or its erasure, or places a legal hold.

    A copy can be fetched at once, for a week. An erasure waits for a decision. Raises PermissionDenied,
    ReferenceNotFound, CustomerMerged, ErasureOpen, and Invalid for a hold that would be over already. Emits
    privacy_request.created. A retry of an erasure finds it open.
    """
    needed = p.DECIDE if kind == Kind.HOLD else p.CREATE
    principal.require(needed)
    if customer_id is None:
        customer_id = principal.customer_id
    if customer_id is None:
        raise ReferenceNotFound(reference="customer", pointer="/customer")
    customers.customer_for_reference(
        principal, customer_id, pointer="/customer", active_only=False, permission=needed
    )
    now = clock.now()
    if kind == Kind.HOLD and expires_at is not None and expires_at <= now:
        raise Invalid([FieldProblem("/expires_at", "expired_already", _("This time is over already."))])
    with db.transaction():
        db.advisory_lock("privacy.customer", customer_id)
        # Merged since it was looked at: what is asked for would be about nobody.
        customers.keep_customers([customer_id])
        if (
            kind == Kind.ERASURE
            and PrivacyRequest.objects.filter(
                customer_id=customer_id, kind=kind, state__in=[State.REQUESTED, State.APPROVED]
            ).exists()
        ):
            raise e.ErasureOpen(pointer="/customer")
        row = PrivacyRequest.objects.create(
            kind=kind,
            state=State.REQUESTED if kind == Kind.ERASURE else State.APPROVED,
            customer_id=customer_id,
            reason=reason,
            requested_by_id=principal.user_id,
            expires_at=now + COPY_LASTS if kind == Kind.EXPORT else expires_at,
        )
        emit(
            PrivacyRequestCreated(request=row.pk, kind=kind, customer=customer_id),
            subject_id=row.pk,
            object_version=row.version,
        )
    return row


def _holds() -> QuerySet[PrivacyRequest]:
    rows = PrivacyRequest.objects.filter(kind=Kind.HOLD, state=State.APPROVED)
    return rows.filter(Q(expires_at=None) | Q(expires_at__gt=clock.now()))


def held(customer_id: uuid.UUID) -> bool:
    """Whether a legal hold is on a customer now."""
    return _holds().filter(customer_id=customer_id).exists()


def held_ids() -> QuerySet[Any, Any]:
    """A query of the ids of the customers that a legal hold is on now."""
    return _holds().values("customer_id")


def preview(*, principal: Principal, request_id: uuid.UUID) -> dict[str, Any]:
    """What an erasure of the request's customer would do, and what stands in its way. Changes nothing.

    Raises PermissionDenied and ResourceNotFound.
    """
    principal.require(p.VIEW)
    row = _find(principal, request_id, p.VIEW)
    return {
        "customer": row.customer_id,
        "held": held(row.customer_id),
        "blockers": blockers(row.customer_id),
        "sources": [
            {
                "name": source.name,
                "rows": len(source.export(Reach(row.customer_id))),
                "erased": list(source.erased),
                "kept": list(source.kept),
            }
            for source in SOURCES
        ],
        "also_kept": list(ALSO_KEPT),
    }


def decide(
    *,
    principal: Principal,
    request_id: uuid.UUID,
    transition: str,
    reason: str = "",
    expected_version: int | None = None,
) -> PrivacyRequest:
    """Approves or rejects an erasure, or ends a copy's time or a hold (`end`). An approval erases at once.

    Raises PermissionDenied, ResourceNotFound, VersionMismatch, PrivacyRequestClosed, ErasureHeld,
    ErasureBlocked, LastOwner. Emits privacy_request.decided and what the domains say. Locks the customer's
    rows. A retry is refused.
    """
    principal.require(p.DECIDE)
    with db.transaction():
        row = _find(principal, request_id, p.DECIDE)
        db.advisory_lock("privacy.customer", row.customer_id)
        row = _find(principal, request_id, p.DECIDE)  # Whoever held the lock may have changed it.
        row.check_version(expected_version)
        if transition not in moves_of(row):
            raise e.PrivacyRequestClosed(state=row.state)
        if transition == "approve":
            if held(row.customer_id):
                raise e.ErasureHeld()
            if found := blockers(row.customer_id):
                raise e.ErasureBlocked(reasons=", ".join(found))
        row.save_versioned(
            state=State.APPROVED
            if transition == "approve"
            else State.REJECTED
            if transition == "reject"
            else State.COMPLETED,
            decided_by_id=principal.user_id,
            decided_at=clock.now(),
            reason=reason or row.reason,
        )
        if transition == "approve":
            _erase(row, unless_blocked=True)
        _say(row)
    return row


def erase_approved() -> int:
    """Does erasures again that a restore from a backup has undone; returns how many.

    Erasures that were completed before a restore come back as approved (see `carry_erasures`). Their
    customers are forgotten again whatever has become of their orders: that was decided.
    """
    signals.awake(TOPIC)
    done = 0
    while True:
        with db.transaction():
            db.advisory_lock(TOPIC)
            signals.clear(TOPIC)
            row = (
                PrivacyRequest.objects.filter(kind=Kind.ERASURE, state=State.APPROVED)
                .order_by("id")
                .select_for_update()
                .first()
            )
            if row is None:
                return done
            signals.raise_signal(TOPIC)
            _erase(row, unless_blocked=False)
            _say(row)
        done += 1


def forget_customer(customer_id: uuid.UUID, *, unless_blocked: bool = False) -> dict[str, int]:
    """Erases a customer's personal data in every source; answers how many rows each changed.

    Needs an open transaction. For erasures that were decided, and for retention. With `unless_blocked` it raises
    ErasureBlocked where something is to be done for the customer once it is locked: whoever placed an order
    until then held the customer, and nobody places one after.
    """
    db.require_transaction()
    outcome: dict[str, int] = {}
    for source in SOURCES:
        if source.erase is None:
            continue
        outcome[source.name] = source.erase(customer_id)
        if source.name == "customers" and unless_blocked and (found := blockers(customer_id)):
            raise e.ErasureBlocked(reasons=", ".join(found))
    return outcome


# -- parts ------------------------------------------------------------------------------------------------


def _erase(row: PrivacyRequest, *, unless_blocked: bool) -> None:
    # In a backup from before a merge the customers are two: each erasure is carried over by its own row.
    for absorbed in customers.absorbed_by(row.customer_id):
        PrivacyRequest.objects.create(
            kind=Kind.ERASURE,
            state=State.COMPLETED,
            customer_id=absorbed,
            requested_by_id=row.requested_by_id,
            decided_by_id=row.decided_by_id,
            decided_at=row.decided_at,
            outcome={"at": clock.now().isoformat()},
        )
    outcome = forget_customer(row.customer_id, unless_blocked=unless_blocked)
    row.save_versioned(state=State.COMPLETED, outcome={**outcome, "at": clock.now().isoformat()})


def _say(row: PrivacyRequest) -> None:
    emit(
        PrivacyRequestDecided(request=row.pk, kind=row.kind, customer=row.customer_id, state=row.state),
        subject_id=row.pk,
        object_version=row.version,
    )


def _find(principal: Principal, request_id: uuid.UUID, permission: Permission) -> PrivacyRequest:
    row = requests_for(principal, permission).filter(pk=request_id).first()
    if row is None:
        raise ResourceNotFound()
    return row
