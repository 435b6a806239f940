"""An order is placed."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from backend.business.customers import facade as customers
from backend.business.loyalty import facade as loyalty
from backend.business.orders import events, selectors
from backend.business.orders import permissions as p
from backend.business.orders.errors import (
    BranchMissing,
    ExpectedTotalDiffers,
    OrderNeedsQuoteOrLines,
    WorkflowMissing,
)
from backend.business.orders.models import Order, OrderLine, OrderTransition
from backend.business.orders.types import OrderSource
from backend.business.orders.workflow import Flow, current_flow, default_flow
from backend.business.organizations import facade as organizations
from backend.business.payments import facade as payments
from backend.business.pricing import facade as pricing
from backend.business.pricing.types import PricedRequest, PriceRequest
from backend.core.files import facade as files
from backend.core.files.types import FileInfo
from backend.kernel import clock, db, limits, reference, tenancy
from backend.kernel.api.serializers import json_value
from backend.kernel.events import emit
from backend.kernel.ids import encode, new_id
from backend.kernel.money import Money
from backend.kernel.permissions import Principal


def place_order(
    *,
    principal: Principal,
    quote: uuid.UUID | None = None,
    quote_secret: str | None = None,
    request: PriceRequest | None = None,
    customer: uuid.UUID | None = None,
    branch: uuid.UUID | None = None,
    file_ids: Sequence[uuid.UUID] = (),
    redemption: uuid.UUID | None = None,
    expected_total: Money | None = None,
    source: str | None = None,
    comment: str = "",
    metadata: Mapping[str, str] | None = None,
) -> Order:
    """Places an order from a quote at the quoted price, or from lines that are priced now.

    A redemption of loyalty points pays for a part of it at once. `expected_total` refuses a price that the
    caller has not seen.

    Raises OrderNeedsQuoteOrLines, ReferenceNotFound, QuoteCustomerMismatch, BranchMissing,
    WorkflowMissing, ExpectedTotalDiffers, LimitReached, PermissionDenied, and what pricing, files and
    loyalty refuse: among it Invalid where a customer's lines count fewer pages than its files have.
    Emits order.placed. Locks the quote, the files, the redemption and the number, and keeps the customer from
    being erased. A retry is told apart by its Idempotency-Key; a quote makes one order however often it is sent.
    """
    if (quote is None) == (request is None):
        raise OrderNeedsQuoteOrLines(pointer="/quote")
    with db.transaction(), reference.reading():
        info = tenancy.require_tenant()
        moment = clock.now()
        identity = new_id()
        if principal.kind == "customer":
            customer = principal.customer_id
        # The order, its price, and what is owed are written by one statement, when all is known.
        with db.together():
            # Pricing looks at the customer of the lines itself.
            named = request.customer_id if request is not None else None
            if customer is not None and customer != named and principal.kind != "customer":
                customers.customer_for_reference(principal, customer, pointer="/customer")
            held = False
            if quote is not None:
                priced = pricing.consume_quote(
                    principal=principal,
                    quote_id=quote,
                    order_id=identity,
                    customer_id=customer,
                    branch_id=branch,
                    secret=quote_secret,
                )
            else:
                assert request is not None
                # Files rank before customers in the order of locks: with files the customer is held after them.
                held = not file_ids and not any(line.files for line in request.lines)
                priced = pricing.price_and_keep(
                    principal=principal, request=request, order_id=identity, hold=held
                )
            if branch is not None and branch != priced.branch_id:
                organizations.branch_facts(branch)  # Pricing has looked at its own already.
            customer = customer or priced.customer_id
            branch = branch or priced.branch_id or _only_branch(principal)
            if branch is None and principal.kind != "customer":
                raise BranchMissing(pointer="/branch")
            principal.require_over(p.CREATE, branch=branch, customer=customer, owner=principal.user_id)
            if expected_total is not None and expected_total != priced.total:
                raise ExpectedTotalDiffers(total=str(priced.total), pointer="/expected_total")
            peeked = [file for item in priced.items for file in item.files]
            attached = _attach(principal, identity, customer, branch, [*file_ids, *peeked])
            _check_pages(principal, priced, attached, pointer="/lines" if quote is None else None)
            if customer is not None and not (held and customer == priced.customer_id):
                # Whoever erases the customer waits for this order, or this for the erasure and is refused.
                customers.hold_customer(customer)
            order = _order(principal, identity, priced, _flow_for(priced), moment)
            order.customer_id, order.branch_id = customer, branch
            order.comment, order.metadata = comment, dict(metadata or {})
            order.source = _source(principal, source)
            order.file_ids = [str(file.id) for file in attached]
            order.redemption_id = redemption
            year = moment.astimezone(ZoneInfo(info.timezone)).year
            worth = (
                loyalty.commit_redemption(
                    redemption_id=redemption,
                    customer_id=customer,
                    order_id=identity,
                    limit=priced.total,
                    pointer="/redemption",
                )
                if redemption is not None
                else None
            )
            # As late as can be: where orders are limited, others wait from here to the commit.
            limits.take(limits.ORDERS)
            order.number = db.next_number("ORD", period=str(year))
            lines = _lines(order, priced)
            placed = OrderTransition(
                order=order,
                name="place",
                source="",
                target=order.state,
                at=moment,
                actor_id=principal.user_id,
                actor_kind=principal.kind,
            )
            db.insert(order, *lines, placed)
            payments.open_receivable(
                subject_type="order",
                subject_id=order.pk,
                number=order.number,
                customer_id=customer,
                branch_id=branch,
                amount=priced.total,
            )
        emit(_placed(order, priced), subject_id=order.pk, object_version=order.version)
        # Points that are worth nothing pay for nothing: there is no tender to record.
        if worth and redemption is not None:
            payments.record_tender(
                method_code="loyalty_points",
                subject_type="order",
                subject_id=order.pk,
                amount=worth,
                source_type="redemption",
                source_id=redemption,
            )
        return selectors.whole(order, lines, paid=worth.minor if worth else 0)


def _attach(
    principal: Principal,
    order_id: uuid.UUID,
    customer: uuid.UUID | None,
    branch: uuid.UUID | None,
    ids: Sequence[uuid.UUID],
) -> list[FileInfo]:
    return files.attach(
        principal=principal,
        file_ids=list(dict.fromkeys(ids)),
        subject_type="order",
        subject_id=order_id,
        customer_id=customer,
        branch_id=branch,
        pointer="/files",
    )


def _check_pages(
    principal: Principal, priced: PricedRequest, attached: Sequence[FileInfo], *, pointer: str | None
) -> None:
    """A customer's price is for as many pages as it sends. A quote's lines are not in the body to point at."""
    named = {file for item in priced.items for file in item.files}
    pricing.check_cover(
        principal=principal,
        lines=[
            pricing.PagedLine(
                pointer=f"{pointer}/{position}/pages" if pointer else "/files",
                kind=item.kind,
                unit=item.unit,
                pages=item.pages,
                has_files=bool(item.files),
            )
            for position, item in enumerate(priced.items)
        ],
        loose=[file for file in attached if file.id not in named],
    )


def _only_branch(principal: Principal) -> uuid.UUID | None:
    scope = principal.scope(p.CREATE)
    if scope is not None and not scope.everything and len(scope.branches) == 1:
        return next(iter(scope.branches))
    return None


def _source(principal: Principal, said: str | None) -> str:
    """Where the order came from: a customer's comes by the portal or by Telegram, never from the staff."""
    if principal.kind == "customer":
        return said if said and said != OrderSource.STAFF else OrderSource.PORTAL
    return said or OrderSource.STAFF


def _flow_for(priced: PricedRequest) -> Flow:
    wanted = next((item.workflow for item in priced.items if item.workflow), None)
    flow = (current_flow(wanted) if wanted else None) or default_flow()
    if flow is None:
        raise WorkflowMissing()
    return flow


def _order(
    principal: Principal, identity: uuid.UUID, priced: PricedRequest, flow: Flow, moment: datetime
) -> Order:
    state = flow.machine.initial
    assert flow.id is not None, "a workflow that orders are placed in is stored"
    return Order(
        id=identity,
        workflow_id=flow.id,
        state=state,
        state_group=flow.groups[state],
        priority=priced.priority,
        channel=priced.channel,
        currency=priced.currency.code,
        subtotal=priced.subtotal.minor,
        tax=priced.tax.minor,
        total=priced.total.minor,
        quote_id=priced.quote_id,
        due_at=priced.due_at,
        state_times={state: json_value(moment)},
        placed_at=moment,
        created_by_id=principal.user_id,
    )


def _lines(order: Order, priced: PricedRequest) -> list[OrderLine]:
    return [
        OrderLine(
            order=order,
            position=position,
            service_id=item.service_id,
            product_id=item.product_id,
            variant_id=item.variant_id,
            code=item.code,
            names=dict(item.names),
            kind=item.kind,
            unit=item.unit,
            details=_details(item),
            quantity=_as_stored(item.quantity),
            units=_as_stored(item.units),
            currency=order.currency,
            net=item.net.minor,
            tax=item.tax.minor,
            total=item.total.minor,
            components=[
                {"component": part.component, "label": part.label, "amount": part.amount.json()}
                for part in item.components
            ],
            taxes=[
                {
                    "code": tax.code,
                    "rate": str(tax.rate),
                    "inclusive": tax.inclusive,
                    "amount": tax.amount.json(),
                }
                for tax in item.taxes
            ],
            revenue_account=item.revenue_account or "",
        )
        for position, item in enumerate(priced.items)
    ]


def _as_stored(number: Decimal) -> Decimal:
    """With as many places as the column has, as it will be read."""
    return number.quantize(Decimal("0.000001"))


def _details(item: Any) -> dict[str, Any]:
    facts = {
        "source": item.source,
        "target": item.target,
        "document_type": item.document_type,
        "pages": item.pages,
        "copies": item.copies,
        "options": dict(item.options),
        "files": [encode("fil", file) for file in item.files],
    }
    return {name: value for name, value in facts.items() if value not in (None, {}, [])}


def _placed(order: Order, priced: PricedRequest) -> events.OrderPlaced:
    return events.OrderPlaced(
        order=order.pk,
        number=order.number,
        customer=order.customer_id,
        branch=order.branch_id,
        state=order.state,
        priority=order.priority,
        source=order.source,
        subtotal=priced.subtotal,
        tax=priced.tax,
        total=priced.total,
        lines=[
            {"code": item.code, "quantity": format(item.units, "f"), "total": item.total.text}
            for item in priced.items
        ],
    )
