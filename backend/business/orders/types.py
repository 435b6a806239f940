"""What orders takes and gives, as plain values."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
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
    NO_PAYMENT = "no_payment"
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


class HandOverDecision(StrEnum):
    """What is done about an offer: the branch that is asked accepts or declines, the other one withdraws."""

    ACCEPT = "accept"
    DECLINE = "decline"
    WITHDRAW = "withdraw"


class HandOverDirection(StrEnum):
    """Offers to the caller's branches, or from them."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"


class HandOverStatus(StrEnum):
    """How far a hand-over has come. `closed`: the order was finished before the branch answered."""

    OFFERED = "offered"
    HANDED_OVER = "handed_over"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class HandOver:
    """A step of a hand-over: from which branch to which, and what was said with it."""

    status: HandOverStatus
    source: uuid.UUID | None
    target: uuid.UUID
    reason: str
    by: uuid.UUID | None
    at: datetime


@dataclass(frozen=True, slots=True)
class WorkflowSpec:
    """A workflow as a pack brings it; `definition` is the data that `workflow.parse` reads."""

    code: str
    names: Mapping[str, str]
    definition: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class WorkflowExtension:
    """What a pack brings a business's workflow that it never had, as version `number` (1 for a workflow as a whole).

    `sources` are new states that moves which are there start from too, as (transition, state). `left_out` are
    transitions whose ends the business has no more. `trapped` are states that nothing would lead out of, as the
    business took away the moves that did: where there are any, the workflow stays as it is.
    """

    code: str
    number: int
    states: tuple[str, ...] = ()
    transitions: tuple[str, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    left_out: tuple[str, ...] = ()
    trapped: tuple[str, ...] = ()

    @property
    def grows(self) -> bool:
        """Whether the workflow gets a version."""
        return bool(self.states or self.transitions) and not self.trapped
