"""Quotes of files that are still being read: asked for now, priced when the last page is counted."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime

from backend.business.organizations import facade as organizations
from backend.business.pricing import permissions as p
from backend.business.pricing import quotes
from backend.business.pricing.errors import QuoteRequestSettled
from backend.business.pricing.events import QuoteCancelled, QuoteReady, QuoteRefused
from backend.business.pricing.models import CANCELLED, Quote
from backend.business.pricing.records import request_json, request_of
from backend.business.pricing.requesting import price_request
from backend.business.pricing.selectors import quote_requests_for
from backend.business.pricing.types import LineRequest, PricedRequest, PriceRequest, Priority
from backend.core.accounts import facade as accounts
from backend.core.files import facade as files
from backend.core.files.types import FileState
from backend.kernel import clock, db, tenancy
from backend.kernel.errors import DomainError, FieldProblem, Invalid, ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.ids import encode
from backend.kernel.money import Money, currency
from backend.kernel.permissions import Principal


def request_quote(
    *,
    principal: Principal,
    lines: Sequence[LineRequest],
    customer_id: uuid.UUID | None = None,
    branch_id: uuid.UUID | None = None,
    channel: str | None = None,
    priority: Priority = Priority.NORMAL,
    due_at: datetime | None = None,
    at: datetime | None = None,
) -> Quote:
    """Asks for a quote whose files may still be read, and answers at once.

    Where all files are read it is priced now. Else it is kept with what was asked for, and priced with the rules in
    force when the last file is read; what is wrong with it otherwise is refused now.

    Raises PermissionDenied and what `price_request` raises. Emits `quote.ready` where it is priced now. Locks the
    files FOR SHARE, so that none is read between the look at it and the commit. A retry asks for another quote.
    """
    moment = at or clock.now()
    settings = organizations.settings()
    quotes.check_right(principal, customer_id, branch_id)
    request = PriceRequest(
        lines=tuple(lines),
        customer_id=customer_id,
        branch_id=branch_id,
        channel=channel,
        priority=priority,
        due_at=due_at,
    )
    with db.transaction():
        unread = files.hold_unread({one for line in request.lines for one in line.files})
        try:
            priced = price_request(principal=principal, request=request, settings=settings, at=moment)
        except Invalid as refused:
            others = [one for one in refused.problems if not _waits(one, request, unread)]
            if others:
                raise Invalid(others) from None
            return _keep_waiting(principal, request, moment)
        valid_until = quotes.validity(priced, settings, moment)
        row = quotes.keep(principal, priced, moment, valid_until=valid_until)
        _tell_ready(row, priced)
    return row


def price_waiting(*, file_id: uuid.UUID, rejection: str | None, at: datetime | None = None) -> int:
    """Prices the quotes that waited for a file, where it was the last one; answers how many were settled.

    A file that was rejected (`rejection` is the code) refuses them at once. Each is priced with the rights of who
    asked for it as they are now.

    Needs an open transaction. Emits `quote.ready` or `quote.refused` for each that is settled. Locks the quotes. Doing
    it again changes nothing.
    """
    db.require_transaction()
    moment = at or clock.now()
    name = encode("fil", file_id)
    waiting = Quote.objects.filter(
        request__isnull=False, refusal__isnull=True, request__files__contains=[name]
    ).values_list("id", flat=True)
    settled = 0
    for row in db.lock(Quote, list(waiting)):
        if row.request is None or row.refusal is not None:
            continue  # Settled by another while this one waited for the lock.
        if rejection is not None:
            _refuse(row, rejection, _pointer(row, name))
            settled += 1
            continue
        request = request_of(row)
        found = files.files_by_id({one for line in request.lines for one in line.files})
        if any(one.state is FileState.ANALYSING for one in found.values()):
            continue
        try:
            _price(row, request, moment)
        except DomainError as refused:
            if refused.status >= 500:
                raise  # Not the request's fault: the event is handled again.
            first = refused.problems[0] if refused.problems else None
            code = first.code if first is not None else refused.code
            _refuse(row, code, first.pointer if first is not None else None)
        settled += 1
    return settled


def cancel_quote_request(
    *, principal: Principal, quote_id: uuid.UUID, expected_version: int | None = None
) -> Quote:
    """Ends the wait for a quote: when the last page is counted, none is made of it.

    Raises ResourceNotFound, PermissionDenied, VersionMismatch, QuoteRequestSettled. Emits `quote.cancelled`. Locks the
    quote, as whoever prices it does: it is ready or cancelled, never both. A retry raises QuoteRequestSettled.
    """
    with db.transaction():
        seen = quote_requests_for(principal).filter(pk=quote_id).first()
        if seen is None:
            raise ResourceNotFound()
        principal.require_over(
            p.CREATE_QUOTES, branch=seen.branch_id, customer=seen.customer_id, owner=seen.created_by_id
        )
        row: Quote = db.lock(Quote, [quote_id])[0]
        row.check_version(expected_version)
        if row.request is None or row.refusal is not None:
            raise QuoteRequestSettled()
        row.save_versioned(refusal={"code": CANCELLED, "pointer": None})
        emit(
            QuoteCancelled(quote=row.pk, customer=row.customer_id, branch=row.branch_id, channel=row.channel),
            subject_id=row.pk,
            object_version=row.version,
        )
        return row


def _price(row: Quote, request: PriceRequest, moment: datetime) -> None:
    """Raises what `price_request` raises, and what is raised for a user who may do nothing any more."""
    assert row.created_by_id is not None, "only who is signed in asks for what waits"
    principal = accounts.principal_of_user(row.created_by_id)
    quotes.check_right(principal, request.customer_id, request.branch_id)
    settings = organizations.settings()
    priced = price_request(principal=principal, request=request, settings=settings, at=moment)
    row.save_versioned(
        **quotes.columns(priced, moment), valid_until=quotes.validity(priced, settings, moment), request=None
    )
    _tell_ready(row, priced)


def _keep_waiting(principal: Principal, request: PriceRequest, moment: datetime) -> Quote:
    own = principal.customer_id if principal.kind == "customer" else None
    row = Quote(
        customer_id=request.customer_id or own,
        branch_id=request.branch_id,
        channel=request.channel,
        priority=request.priority.value,
        due_at=request.due_at,
        currency=tenancy.require_tenant().currency,
        subtotal=0,
        tax=0,
        total=0,
        lines=[],
        trace={},
        digest="",
        priced_at=moment,
        valid_until=moment,
        created_by_id=principal.user_id,
        request=request_json(request),
    )
    db.insert(row)
    return row


def _waits(problem: FieldProblem, request: PriceRequest, unread: set[uuid.UUID]) -> bool:
    """Whether a problem may be gone when the files are read."""
    if problem.code not in ("file_not_ready", "pages_mismatch"):
        return False
    # /lines/{index}/files/{position} and /lines/{index}/pages
    parts = problem.pointer.split("/")[2:]
    line = request.lines[int(parts[0])]
    if problem.code == "file_not_ready":
        return line.files[int(parts[2])] in unread
    return any(one in unread for one in line.files)


def _pointer(row: Quote, name: str) -> str | None:
    for index, line in enumerate((row.request or {})["lines"]):
        if name in line["files"]:
            return f"/lines/{index}/files/{line['files'].index(name)}"
    return None


def _refuse(row: Quote, code: str, pointer: str | None) -> None:
    row.save_versioned(refusal={"code": code, "pointer": pointer})
    emit(
        QuoteRefused(
            quote=row.pk,
            customer=row.customer_id,
            branch=row.branch_id,
            channel=row.channel,
            code=code,
            pointer=pointer,
        ),
        subject_id=row.pk,
        object_version=row.version,
    )


def _tell_ready(row: Quote, priced: PricedRequest) -> None:
    counted = [item.pages for item in priced.items if item.pages is not None]
    emit(
        QuoteReady(
            quote=row.pk,
            customer=row.customer_id,
            branch=row.branch_id,
            channel=row.channel,
            pages=sum(counted) if counted else None,
            total=Money(row.total, currency(row.currency)),
            valid_until=row.valid_until,
        ),
        subject_id=row.pk,
        object_version=row.version,
    )
