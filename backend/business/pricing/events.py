"""What pricing tells the rest of the house and the world. Formulas stay out: an event names what changed."""

from __future__ import annotations

import uuid
from datetime import datetime

from backend.kernel.events import Event, described, event, ref
from backend.kernel.money import Money


@event("price_rule.created", version=1, subject="prc")
class PriceRuleCreated(Event):
    """A price rule was added."""

    price_rule: uuid.UUID = ref("prc")
    component: str
    effective_from: datetime


@event("price_rule.updated", version=1, subject="prc")
class PriceRuleUpdated(Event):
    """A price rule has a new version; `changed` names the fields."""

    price_rule: uuid.UUID = ref("prc")
    component: str
    effective_from: datetime
    changed: list[str]


@event("price_rule.deleted", version=1, subject="prc")
class PriceRuleDeleted(Event):
    """A price rule ended; what it priced stays explicable."""

    price_rule: uuid.UUID = ref("prc")
    component: str
    effective_until: datetime


@event("tax_rate.created", version=1, subject="tax")
class TaxRateCreated(Event):
    """A tax rate was added."""

    tax_rate: uuid.UUID = ref("tax")
    tax_class: str
    code: str
    effective_from: datetime


@event("tax_rate.updated", version=1, subject="tax")
class TaxRateUpdated(Event):
    """A tax rate has a new version; `changed` names the fields."""

    tax_rate: uuid.UUID = ref("tax")
    tax_class: str
    code: str
    effective_from: datetime
    changed: list[str]


@event("tax_rate.deleted", version=1, subject="tax")
class TaxRateDeleted(Event):
    """A tax rate ended; what it taxed stays explicable."""

    tax_rate: uuid.UUID = ref("tax")
    tax_class: str
    code: str
    effective_until: datetime


@event("quote.ready", version=1, subject="quo")
class QuoteReady(Event):
    """The files of a quote that was asked for are read, and its price is computed."""

    quote: uuid.UUID = ref("quo")
    customer: uuid.UUID | None = ref("cus")
    branch: uuid.UUID | None = ref("brn")
    channel: str | None
    pages: int | None = described("Of all lines; null where none counts pages.")
    total: Money
    valid_until: datetime


@event("quote.refused", version=1, subject="quo")
class QuoteRefused(Event):
    """A quote that was asked for has no price: `code` is that of the refusal, of a file's content or of the price."""

    quote: uuid.UUID = ref("quo")
    customer: uuid.UUID | None = ref("cus")
    branch: uuid.UUID | None = ref("brn")
    channel: str | None
    code: str
    pointer: str | None = described("JSON pointer into what was asked for.")


@event("quote.cancelled", version=1, subject="quo")
class QuoteCancelled(Event):
    """Who asked for a quote did not wait for it: there will be none."""

    quote: uuid.UUID = ref("quo")
    customer: uuid.UUID | None = ref("cus")
    branch: uuid.UUID | None = ref("brn")
    channel: str | None
