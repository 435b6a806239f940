"""What the catalogue hands to other domains: plain facts, and the specifications that packs seed from."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class ServiceKind(StrEnum):
    """What sort of work a service is."""

    TRANSLATION = "translation"
    APOSTILLE = "apostille"
    NOTARIZATION = "notarization"
    CERTIFICATION = "certification"
    INTERPRETATION = "interpretation"
    WRITING = "writing"
    EDITING = "editing"
    EMBROIDERY = "embroidery"
    REPAIR = "repair"
    DELIVERY = "delivery"
    OTHER = "other"


class Unit(StrEnum):
    """What a price is counted in.

    `page` counts a line's pages, `copy` its copies; the others count its quantity.
    """

    PAGE = "page"
    DOCUMENT = "document"
    COPY = "copy"
    ITEM = "item"
    HOUR = "hour"

    @property
    def divisible(self) -> bool:
        """Whether there are parts of one: half an hour is sold, half a document is not."""
        return self is Unit.HOUR


class RequiredInput(StrEnum):
    """An input that a service cannot be priced without."""

    LANGUAGE_PAIR = "language_pair"
    PAGES = "pages"
    DOCUMENT_TYPE = "document_type"
    DUE_AT = "due_at"
    FILES = "files"


class TermKind(StrEnum):
    """The vocabularies of the catalogue."""

    LANGUAGE = "language"
    DOCUMENT_TYPE = "document_type"
    CATEGORY = "category"


class OptionKind(StrEnum):
    """How an option of a product is answered: one of its values, or any text."""

    CHOICE = "choice"
    TEXT = "text"


class MediaKind(StrEnum):
    """What a page does with a file of a product: shows it in place, or offers it to be downloaded."""

    IMAGE = "image"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    """A service as other domains see it. `names` is localized content."""

    id: uuid.UUID
    code: str
    kind: ServiceKind
    names: Mapping[str, str]
    unit: Unit
    required_inputs: tuple[RequiredInput, ...]
    option_schema: tuple[Mapping[str, Any], ...]
    workflow: str | None
    tax_class: str | None
    revenue_account: str | None
    active: bool
    version: int


@dataclass(frozen=True, slots=True)
class ProductFacts:
    """A product as other domains see it. `categories` is its category and that one's ancestors, nearest first."""

    id: uuid.UUID
    sku: str
    names: Mapping[str, str]
    unit: Unit
    categories: tuple[uuid.UUID, ...]
    option_schema: tuple[Mapping[str, Any], ...]
    workflow: str | None
    tax_class: str | None
    revenue_account: str | None
    active: bool
    version: int


@dataclass(frozen=True, slots=True)
class VariantFacts:
    """A variant: one choice of its product's options, with its own stock number."""

    id: uuid.UUID
    product_id: uuid.UUID
    sku: str
    names: Mapping[str, str]
    options: Mapping[str, str]
    active: bool
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TermSpec:
    """A term to seed. `parent` is the code of another term of the same kind."""

    kind: TermKind
    code: str
    names: Mapping[str, str]
    parent: str | None = None
    sort: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePairSpec:
    """A language pair to seed, by language codes."""

    source: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSpec:
    """A service to seed."""

    code: str
    kind: ServiceKind
    names: Mapping[str, str]
    unit: Unit
    descriptions: Mapping[str, str] = field(default_factory=dict)
    required_inputs: Sequence[RequiredInput] = ()
    option_schema: Sequence[Mapping[str, Any]] = ()
    workflow: str | None = None
    tax_class: str | None = None
    revenue_account: str | None = None
    sort: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantSpec:
    """A variant to seed with its product."""

    sku: str
    options: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict)
    barcode: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductSpec:
    """A product to seed. `category` is the code of a category term."""

    sku: str
    names: Mapping[str, str]
    unit: Unit = Unit.ITEM
    descriptions: Mapping[str, str] = field(default_factory=dict)
    category: str | None = None
    option_schema: Sequence[Mapping[str, Any]] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    barcode: str | None = None
    workflow: str | None = None
    tax_class: str | None = None
    revenue_account: str | None = None
    variants: Sequence[VariantSpec] = ()
