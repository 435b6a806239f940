"""What payments takes and gives, as plain values."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from backend.kernel.money import Money

SUBJECT_PREFIX = {"order": "ord"}
"""The TypeID prefix of each kind of subject that can be owed for."""


class MethodKind(StrEnum):
    """What a method is; `loyalty_points` is the product's own and never typed by hand."""

    CASH = "cash"
    CARD = "card"
    BANK_TRANSFER = "bank_transfer"
    OTHER = "other"
    LOYALTY_POINTS = "loyalty_points"


class PaymentState(StrEnum):
    """Where a payment is. Only `verified` counts; `voided` is a tender whose subject was cancelled."""

    AWAITING = "awaiting_verification"
    VERIFIED = "verified"
    REJECTED = "rejected"
    VOIDED = "voided"


class ReceivableState(StrEnum):
    """Where a receivable is: `earned` once the work is done and revenue is recognised."""

    OPEN = "open"
    EARNED = "earned"
    CANCELLED = "cancelled"


class Excess(StrEnum):
    """What to do with money above what is owed."""

    REFUSE = "refuse"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Target:
    """A subject to settle, and how much of it; None settles as much as there is money and debt."""

    subject_type: str
    subject_id: uuid.UUID
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class Balance:
    """What a subject is owed, what is paid, what is planned by payments that await verification."""

    subject_id: uuid.UUID
    amount: Money
    paid: Money
    planned: Money
    state: ReceivableState

    @property
    def outstanding(self) -> Money:
        """What is still owed."""
        return self.amount - self.paid


@dataclass(frozen=True, slots=True)
class CustomerBalance:
    """A customer's sums over the whole business."""

    customer_id: uuid.UUID
    outstanding: Money
    credit: Money


@dataclass(frozen=True, slots=True)
class RevenuePart:
    """A part of a subject's price by the revenue account that it belongs to, tax left out."""

    account_code: str
    amount: Money


@dataclass(frozen=True, slots=True)
class PaymentMoment:
    """Something that happened to a payment of a subject."""

    at: datetime
    number: str
    actor: str | None
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class MethodSpec:
    """A method of payment as a pack seeds it."""

    code: str
    kind: MethodKind
    names: dict[str, str]
    account_code: str
    verification: bool = True
    four_eyes: bool = False
    proof_required: bool = False
    self_service: bool = False
