"""What loyalty takes and gives, as plain values."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from backend.kernel.money import Money


class RedemptionState(StrEnum):
    """Where a redemption is."""

    RESERVED = "reserved"
    COMMITTED = "committed"
    CANCELLED = "cancelled"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class PointsBalance:
    """A customer's points: usable now, not usable yet, set aside; and what the usable ones are worth."""

    customer_id: uuid.UUID
    available: int
    pending: int
    reserved: int
    worth: Money
    next_expiry: datetime | None


@dataclass(frozen=True, slots=True)
class TriedRules:
    """What an order would earn: the rule, the points, their worth, and from when until when they are good."""

    rule_id: uuid.UUID | None
    rule_code: str | None
    points: int
    worth: Money
    active_from: datetime | None
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class RuleSpec:
    """An earning rule as a pack seeds it; `per` and `value` are minor units."""

    code: str
    names: Mapping[str, str]
    points: int
    per: int
    value: int
    customer_class: str | None = None
    pending_days: int = 0
    valid_days: int | None = None
