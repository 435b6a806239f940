"""Quotes between the engine's values and the JSON that the table keeps. Ids are TypeIDs, amounts minor units."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from backend.business.pricing.models import Quote
from backend.business.pricing.types import (
    Component,
    LineRequest,
    PricedComponent,
    PricedItem,
    PricedRequest,
    PricedTax,
    PriceRequest,
    Priority,
)
from backend.kernel.ids import decode, encode
from backend.kernel.money import Money, currency


def item_json(item: PricedItem) -> dict[str, Any]:
    """A priced line as a quote keeps it."""
    code = item.total.currency.code
    return {
        "service": _out("svc", item.service_id),
        "product": _out("prd", item.product_id),
        "variant": _out("var", item.variant_id),
        "code": item.code,
        "names": dict(item.names),
        "kind": item.kind,
        "unit": item.unit,
        "workflow": item.workflow,
        "revenue_account": item.revenue_account,
        "tax_class": item.tax_class,
        "source": item.source,
        "target": item.target,
        "document_type": item.document_type,
        "pages": item.pages,
        "files": [encode("fil", one) for one in item.files],
        "copies": item.copies,
        "quantity": str(item.quantity),
        "units": str(item.units),
        "options": dict(item.options),
        "components": [
            {
                "component": one.component.value,
                "label": one.label,
                "amount": one.amount.minor,
                "currency": code,
            }
            for one in item.components
        ],
        "taxes": [
            {
                "code": one.code,
                "rate": format(one.rate, "f"),
                "inclusive": one.inclusive,
                "amount": one.amount.minor,
                "currency": code,
            }
            for one in item.taxes
        ],
        "net": item.net.minor,
        "tax": item.tax.minor,
        "total": item.total.minor,
        "currency": code,
    }


def item_of(kept: Mapping[str, Any]) -> PricedItem:
    """The priced line that a quote keeps."""
    unit = currency(kept["currency"])
    return PricedItem(
        service_id=_in("svc", kept["service"]),
        product_id=_in("prd", kept["product"]),
        variant_id=_in("var", kept["variant"]),
        code=kept["code"],
        names=kept["names"],
        kind=kept["kind"],
        unit=kept["unit"],
        workflow=kept["workflow"],
        revenue_account=kept["revenue_account"],
        tax_class=kept["tax_class"],
        source=kept["source"],
        target=kept["target"],
        document_type=kept["document_type"],
        pages=kept["pages"],
        files=tuple(decode("fil", one) for one in kept["files"]),
        copies=kept["copies"],
        quantity=Decimal(kept["quantity"]),
        units=Decimal(kept["units"]),
        options=kept["options"],
        components=tuple(
            PricedComponent(Component(one["component"]), one["label"], Money(one["amount"], unit))
            for one in kept["components"]
        ),
        taxes=tuple(
            PricedTax(one["code"], Decimal(one["rate"]), one["inclusive"], Money(one["amount"], unit))
            for one in kept["taxes"]
        ),
        net=Money(kept["net"], unit),
        tax=Money(kept["tax"], unit),
        total=Money(kept["total"], unit),
    )


def priced_of(row: Quote) -> PricedRequest:
    """What a quote holds, as other domains take it."""
    unit = currency(row.currency)
    return PricedRequest(
        items=tuple(item_of(line) for line in row.lines),
        currency=unit,
        subtotal=Money(row.subtotal, unit),
        tax=Money(row.tax, unit),
        total=Money(row.total, unit),
        trace=row.trace,
        digest=row.digest,
        at=row.priced_at,
        customer_id=row.customer_id,
        branch_id=row.branch_id,
        channel=row.channel,
        priority=Priority(row.priority),
        due_at=row.due_at,
        quote_id=row.pk,
    )


def request_json(request: PriceRequest) -> dict[str, Any]:
    """What was asked for, as a quote keeps it that waits; what has columns of its own is not in it."""
    return {
        "files": sorted({encode("fil", one) for line in request.lines for one in line.files}),
        "lines": [
            {
                "service": _out("svc", line.service_id),
                "product": _out("prd", line.product_id),
                "variant": _out("var", line.variant_id),
                "source": line.source,
                "target": line.target,
                "document_type": line.document_type,
                "pages": line.pages,
                "files": [encode("fil", one) for one in line.files],
                "copies": line.copies,
                "quantity": str(line.quantity),
                "options": dict(line.options),
            }
            for line in request.lines
        ],
    }


def request_of(row: Quote) -> PriceRequest:
    """What a quote that waits was asked for."""
    asked = row.request
    assert asked is not None, "a quote that waits says for what"
    return PriceRequest(
        lines=tuple(
            LineRequest(
                service_id=_in("svc", line["service"]),
                product_id=_in("prd", line["product"]),
                variant_id=_in("var", line["variant"]),
                source=line["source"],
                target=line["target"],
                document_type=line["document_type"],
                pages=line["pages"],
                files=tuple(decode("fil", one) for one in line["files"]),
                copies=line["copies"],
                quantity=Decimal(line["quantity"]),
                options=line["options"],
            )
            for line in asked["lines"]
        ),
        customer_id=row.customer_id,
        branch_id=row.branch_id,
        channel=row.channel,
        priority=Priority(row.priority),
        due_at=row.due_at,
    )


def _out(prefix: str, value: uuid.UUID | None) -> str | None:
    return None if value is None else encode(prefix, value)


def _in(prefix: str, value: str | None) -> uuid.UUID | None:
    return None if value is None else decode(prefix, value)
