"""What customers hands to other domains."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any


class CustomerKind(StrEnum):
    """A person, an agency that orders for others, or somebody unnamed at the counter."""

    INDIVIDUAL = "individual"
    AGENCY = "agency"
    WALK_IN = "walk_in"


class CustomerState(StrEnum):
    """Whether a customer can be served: merged ones are another customer now."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    MERGED = "merged"


UNDO_WITHIN = timedelta(days=30)
"""How long a merge can be taken back."""


class Sameness(StrEnum):
    """Why two customers may be one."""

    PHONE = "phone"
    EMAIL = "email"
    TELEGRAM = "telegram"
    TAX_ID = "tax_id"
    LEGAL_NAME = "legal_name"
    NAME = "name"
    SIMILAR_NAME = "similar_name"
    IDENTITY = "identity"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A customer who may be the same as another; `score` is from 1 to 100, and `reasons` are what it sums up."""

    customer: uuid.UUID
    name: str
    kind: CustomerKind
    branch: uuid.UUID | None
    active: bool
    score: int
    reasons: tuple[Sameness, ...]


class ContactKind(StrEnum):
    """A way to reach a customer."""

    PHONE = "phone"
    EMAIL = "email"
    TELEGRAM = "telegram"


@dataclass(frozen=True, slots=True)
class CustomerFacts:
    """A customer as other domains see one. `class_code` is the price class."""

    id: uuid.UUID
    kind: CustomerKind
    class_code: str
    name: str
    language: str
    branch_id: uuid.UUID | None
    active: bool
    version: int
    tags: tuple[str, ...] = ()
    merged_into: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class TelegramSession:
    """A signed-in customer of the Telegram bot. `created` says that the customer is new."""

    customer_id: uuid.UUID
    user_id: uuid.UUID
    created: bool
    access_token: str
    refresh_token: str
    expires_at: datetime
    refresh_expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerSpec:
    """A customer to seed. `contacts` are `{"kind": …, "value": …}`; `branch` is a branch's code."""

    name: str
    kind: CustomerKind = CustomerKind.INDIVIDUAL
    class_code: str | None = None
    language: str | None = None
    contacts: Sequence[Mapping[str, str]] = ()
    branch: str | None = None
    tags: Sequence[str] = ()
    legal_name: str | None = None
    tax_id: str | None = None


def masked(identity: Mapping[str, Any]) -> dict[str, Any] | None:
    """The document as it is shown to all: with the last characters of its number; None where there is none."""
    if not identity:
        return None
    shown = {name: value for name, value in identity.items() if name not in ("number", "last")}
    return {**shown, "number": "•••• " + identity["last"]}
