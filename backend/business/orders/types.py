"""What orders takes and gives, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class StateGroup(StrEnum):
    """What a state means to every front end, whatever the workflow calls it."""

    OPEN = "open"
    ON_HOLD = "on_hold"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class Guard(StrEnum):
    """A condition that a transition needs."""

    PAYMENT_RECORDED = "payment_recorded"
    PAYMENT_VERIFIED = "payment_verified"
    PAID_IN_FULL = "paid_in_full"
    HAS_FILES = "has_files"
    REASON = "reason"
    NOTHING_PAID = "nothing_paid"


class Effect(StrEnum):
    """What a transition does besides changing the state."""

    EARN_REVENUE = "earn_revenue"
    CANCEL_RECEIVABLE = "cancel_receivable"


class Visibility(StrEnum):
    """Who may read a note."""

    INTERNAL = "internal"
    CUSTOMER = "customer"


class OrderSource(StrEnum):
    """Where an order came from."""

    STAFF = "staff"
    TELEGRAM = "telegram"
    PORTAL = "portal"


@dataclass(frozen=True, slots=True)
class WorkflowSpec:
    """A workflow as a pack brings it; `definition` is the data that `workflow.parse` reads."""

    code: str
    names: Mapping[str, str]
    definition: Mapping[str, Any]
