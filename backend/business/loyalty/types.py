"""What loyalty takes and gives, as plain values."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from backend.kernel.money import Money


class LotSource(StrEnum):
    """What a lot came from: an order, or one that was cancelled since, so that what it earned was taken back.

    A debt is what of that was used already.
    """

    ORDER = "order"
    CANCELLED_ORDER = "order_cancelled"
    DEBT = "debt"


class RedemptionState(StrEnum):
    """Where a redemption is."""

    RESERVED = "reserved"
    COMMITTED = "committed"
    CANCELLED = "cancelled"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class PointsBalance:
    """A customer's points: usable now, not usable yet, set aside; and what the usable ones are worth.

    `debt` are those owed for cancelled orders that all others did not make up: while there are any, none is usable.
    """

    customer_id: uuid.UUID
    available: int
    pending: int
    reserved: int
    debt: int
    worth: Money
    next_expiry: datetime | None


@dataclass(frozen=True, slots=True)
class PurchaseLine:
    """A line that may earn: its price without tax in minor units, and what was sold. A variant's product is named."""

    net: int
    id: uuid.UUID | None = None
    code: str = ""
    service_id: uuid.UUID | None = None
    product_id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class Purchase:
    """A sale as the domain that makes it tells of it; `total` is its price with tax, in minor units.

    `completed_at` is None for one that is not completed.
    """

    order_id: uuid.UUID | None
    customer_id: uuid.UUID | None
    branch_id: uuid.UUID | None
    currency: str
    total: int
    lines: tuple[PurchaseLine, ...]
    completed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class EarnedLine:
    """How a line comes to its points.

    `base` is the part of its price without tax that earns: what points paid for earns none. `rule_id` is None
    where no rule fits. `promotions` are the codes of those that count, `factor` what they multiply by.
    """

    line_id: uuid.UUID | None
    code: str
    base: Money
    rule_id: uuid.UUID | None
    rule_code: str | None
    promotions: tuple[str, ...]
    factor: Decimal
    points: int
    worth: Money


@dataclass(frozen=True, slots=True)
class EarnedLot:
    """Points on the same terms: what one is worth, and from when until when they are good."""

    points: int
    value: Money
    worth: Money
    active_from: datetime
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class TriedRules:
    """What a sale would earn: points and worth, lot by lot and line by line.

    The rule is that of all lines that have one, None where there are several; the times are the earliest.
    """

    rule_id: uuid.UUID | None
    rule_code: str | None
    points: int
    worth: Money
    active_from: datetime | None
    expires_at: datetime | None
    lots: tuple[EarnedLot, ...]
    lines: tuple[EarnedLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetSpec:
    """What a rule or a promotion of a pack is limited to: items by their codes, `minimum` in minor units."""

    code: str
    names: Mapping[str, str]
    service: str | None = None
    product: str | None = None
    category: str | None = None
    customer_class: str | None = None
    customer_kind: str | None = None
    customer_tag: str | None = None
    minimum: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSpec(TargetSpec):
    """An earning rule as a pack seeds it; `per` and `value` are minor units."""

    points: int
    per: int
    value: int
    rank: int = 0
    pending_days: int = 0
    valid_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromotionSpec(TargetSpec):
    """A promotion as a pack seeds it: it is never over."""

    factor: Decimal
    combines: bool = False
