"""The values that the price engine works on. All are immutable; amounts are exact decimals, never floats."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from backend.business.catalog.types import Unit
from backend.kernel.money import Currency, Money


class Component(StrEnum):
    """The part of a line's price that a rule makes."""

    BASE = "base"
    OPTION = "option"
    COPIES = "copies"
    URGENCY = "urgency"


class Priority(StrEnum):
    """How soon an order is wanted."""

    URGENT = "urgent"
    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class BandMode(StrEnum):
    """How a quantity meets bands.

    `progressive`: each unit costs what its own band says (first page, further pages).
    `volume`: every unit costs what the band of the whole quantity says.
    """

    PROGRESSIVE = "progressive"
    VOLUME = "volume"


class Per(StrEnum):
    """Whether a fixed option charge is once a line or once a unit."""

    LINE = "line"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Charge:
    """A fixed `amount` in the rule's currency, or a `percent` of another amount: exactly one of the two."""

    amount: Decimal | None = None
    percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """What units from `from_unit` on cost, up to the next band. Units count from 1."""

    from_unit: int
    charge: Charge


@dataclass(frozen=True, slots=True)
class BaseFormula:
    """The price of a line's units; `minimum` is the least that a line costs."""

    bands: tuple[Band, ...]
    mode: BandMode = BandMode.PROGRESSIVE
    minimum: Decimal | None = None


@dataclass(frozen=True, slots=True)
class OptionFormula:
    """What values of one option add; percents are of the base price."""

    option: str
    values: Mapping[str, Charge]
    per: Per = Per.LINE


@dataclass(frozen=True, slots=True)
class CopiesFormula:
    """What each additional copy costs, the second copy being additional copy 1; percents are of the base price."""

    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class UrgencyFormula:
    """What haste adds to base, options and copies together.

    `lead_time` is pairs of (under so many hours, charge), smallest first. Where a priority and a lead
    time both fit, the larger charge counts.
    """

    priorities: Mapping[Priority, Charge] = field(default_factory=dict)
    lead_time: tuple[tuple[int, Charge], ...] = ()


Formula = BaseFormula | OptionFormula | CopiesFormula | UrgencyFormula


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One version of one price rule. A dimension that is None fits every line.

    In force in the half-open interval from `effective_from` to `effective_until`.
    """

    id: uuid.UUID
    version: int
    component: Component
    formula: Formula
    currency: str
    effective_from: datetime
    effective_until: datetime | None = None
    service: uuid.UUID | None = None
    product: uuid.UUID | None = None
    variant: uuid.UUID | None = None
    category: uuid.UUID | None = None
    customer_class: str | None = None
    branch: uuid.UUID | None = None
    channel: str | None = None
    source: str | None = None
    target: str | None = None
    document_type: str | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tax:
    """One version of a tax rate. `rate` is a fraction: 0.12 is twelve per cent.

    `inclusive` rates are part of the price, others are added to it. `applies_to` limits the tax to
    some components of the price; empty means all of them. Rounded once a line, to the minor unit.
    """

    id: uuid.UUID
    version: int
    tax_class: str
    code: str
    rate: Decimal
    inclusive: bool
    effective_from: datetime
    effective_until: datetime | None = None
    applies_to: frozenset[Component] = frozenset()
    rounding: str = "half_up"


@dataclass(frozen=True, slots=True)
class Rounding:
    """How prices are rounded: a mode of `backend.kernel.money.ROUNDING_MODES` and a step in minor units."""

    mode: str = "half_up"
    step: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineLine:
    """One line to price. Exactly one of `service` and `product` is set; `variant` only with its product.

    `copies` is the number of copies delivered, the first included. `categories` is the product's
    category and its ancestors, nearest first.
    """

    ref: str
    item_code: str
    unit: Unit
    service: uuid.UUID | None = None
    product: uuid.UUID | None = None
    variant: uuid.UUID | None = None
    categories: tuple[uuid.UUID, ...] = ()
    source: str | None = None
    target: str | None = None
    document_type: str | None = None
    pages: int | None = None
    copies: int = 1
    quantity: Decimal = Decimal(1)
    options: Mapping[str, str] = field(default_factory=dict)
    tax_class: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineRequest:
    """Lines and what they share. `branches` is the branch and its ancestors, nearest first."""

    lines: tuple[EngineLine, ...]
    currency: Currency
    at: datetime
    rounding: Rounding = Rounding()
    customer_class: str | None = None
    branches: tuple[uuid.UUID, ...] = ()
    channel: str | None = None
    priority: Priority = Priority.NORMAL
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PricedComponent:
    """A part of a line's price, rounded."""

    component: Component
    label: str
    amount: Money


@dataclass(frozen=True, slots=True)
class PricedTax:
    """A tax of a line, rounded to the minor unit."""

    code: str
    rate: Decimal
    inclusive: bool
    amount: Money


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A priced line: `net + tax == total`. `units` is what the base price counted."""

    ref: str
    units: Decimal
    components: tuple[PricedComponent, ...]
    taxes: tuple[PricedTax, ...]
    net: Money
    tax: Money
    total: Money


@dataclass(frozen=True, slots=True)
class Priced:
    """The engine's answer. `subtotal`, `tax` and `total` are the sums of the lines'.

    `trace` is JSON that names every input, rule version, formula and rounding; `digest` is the
    SHA-256 (hex) of its canonical form. From `holds_until` on the same wish has another price, or none: the time
    asked for has come, or so little time is left that a lead-time charge begins. None: no such moment.
    """

    lines: tuple[PricedLine, ...]
    subtotal: Money
    tax: Money
    total: Money
    trace: dict[str, Any]
    digest: str
    holds_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class MissingPrice:
    """A line that no rule prices: which component lacks a rule, and the first dimension that nothing fits."""

    ref: str
    item: str
    pair: str
    component: Component
    dimension: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRequest:
    """A line as a caller asks for it. Exactly one of service, product and variant is named.

    Where `files` are given and `pages` is not, pages are counted from the files' analyses.
    """

    service_id: uuid.UUID | None = None
    product_id: uuid.UUID | None = None
    variant_id: uuid.UUID | None = None
    source: str | None = None
    target: str | None = None
    document_type: str | None = None
    pages: int | None = None
    files: tuple[uuid.UUID, ...] = ()
    copies: int = 1
    quantity: Decimal = Decimal(1)
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRequest:
    """What to price, for whom, where and how soon."""

    lines: Sequence[LineRequest]
    customer_id: uuid.UUID | None = None
    branch_id: uuid.UUID | None = None
    channel: str | None = None
    priority: Priority = Priority.NORMAL
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PricedItem:
    """A line with its price and the facts that an order keeps of it. `names` is localized content."""

    service_id: uuid.UUID | None
    product_id: uuid.UUID | None
    variant_id: uuid.UUID | None
    code: str
    names: Mapping[str, str]
    kind: str
    unit: str
    workflow: str | None
    revenue_account: str | None
    tax_class: str | None
    source: str | None
    target: str | None
    document_type: str | None
    pages: int | None
    files: tuple[uuid.UUID, ...]
    copies: int
    quantity: Decimal
    units: Decimal
    options: Mapping[str, str]
    components: tuple[PricedComponent, ...]
    taxes: tuple[PricedTax, ...]
    net: Money
    tax: Money
    total: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PricedRequest:
    """Priced lines with what they share, before or after they are kept as a quote.

    `holds_until` is the engine's, and only there before the quote is kept: then it is part of its `valid_until`.
    """

    items: tuple[PricedItem, ...]
    currency: Currency
    subtotal: Money
    tax: Money
    total: Money
    trace: Mapping[str, Any]
    digest: str
    at: datetime
    customer_id: uuid.UUID | None
    branch_id: uuid.UUID | None
    channel: str | None
    priority: Priority
    due_at: datetime | None
    quote_id: uuid.UUID | None = None
    holds_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRuleSpec:
    """A price rule to seed. Items, categories and branches are named by code or SKU.

    `formula` is the JSON form that the API takes (see `formulas.py`).
    """

    component: Component
    formula: Mapping[str, Any]
    name: str = ""
    service: str | None = None
    product: str | None = None
    variant: str | None = None
    category: str | None = None
    customer_class: str | None = None
    branch: str | None = None
    channel: str | None = None
    source: str | None = None
    target: str | None = None
    document_type: str | None = None
    rank: int = 0
    currency: str | None = None
    effective_from: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxRateSpec:
    """A tax rate to seed. `rate` is a fraction as a decimal string."""

    tax_class: str
    code: str
    names: Mapping[str, str]
    rate: str
    inclusive: bool = False
    applies_to: Sequence[Component] = ()
    rounding: str = "half_up"
    effective_from: datetime | None = None
