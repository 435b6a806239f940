"""What the catalogue tells the rest of the house and the world.

`before` and `after` of an update hold the fields that changed, as the API shows them with `?locale=all`;
long ones (descriptions, option schemas, options, attributes, media) are only named in `changed`.
"""

from __future__ import annotations

import uuid
from typing import Any

from backend.kernel.events import Event, event, ref


@event("service.created", version=1, subject="svc")
class ServiceCreated(Event):
    """A service was added."""

    service: uuid.UUID = ref("svc")
    code: str
    after: dict[str, Any]


@event("service.updated", version=1, subject="svc")
class ServiceUpdated(Event):
    """A service changed."""

    service: uuid.UUID = ref("svc")
    code: str
    changed: list[str]
    before: dict[str, Any]
    after: dict[str, Any]


@event("service.deleted", version=1, subject="svc")
class ServiceDeleted(Event):
    """A service was deleted."""

    service: uuid.UUID = ref("svc")
    code: str
    before: dict[str, Any]


@event("product.created", version=1, subject="prd")
class ProductCreated(Event):
    """A product was added."""

    product: uuid.UUID = ref("prd")
    sku: str
    after: dict[str, Any]


@event("product.updated", version=1, subject="prd")
class ProductUpdated(Event):
    """A product changed."""

    product: uuid.UUID = ref("prd")
    sku: str
    changed: list[str]
    before: dict[str, Any]
    after: dict[str, Any]


@event("product.deleted", version=1, subject="prd")
class ProductDeleted(Event):
    """A product and its variants were deleted."""

    product: uuid.UUID = ref("prd")
    sku: str
    before: dict[str, Any]


@event("variant.created", version=1, subject="var")
class VariantCreated(Event):
    """A variant of a product was added."""

    variant: uuid.UUID = ref("var")
    product: uuid.UUID = ref("prd")
    sku: str
    after: dict[str, Any]


@event("variant.updated", version=1, subject="var")
class VariantUpdated(Event):
    """A variant changed."""

    variant: uuid.UUID = ref("var")
    product: uuid.UUID = ref("prd")
    sku: str
    changed: list[str]
    before: dict[str, Any]
    after: dict[str, Any]


@event("variant.deleted", version=1, subject="var")
class VariantDeleted(Event):
    """A variant was deleted."""

    variant: uuid.UUID = ref("var")
    product: uuid.UUID = ref("prd")
    sku: str
    before: dict[str, Any]


@event("term.created", version=1, subject="ter")
class TermCreated(Event):
    """A language, a document type or a category was added."""

    term: uuid.UUID = ref("ter")
    kind: str
    code: str
    after: dict[str, Any]


@event("term.updated", version=1, subject="ter")
class TermUpdated(Event):
    """A language, a document type or a category changed."""

    term: uuid.UUID = ref("ter")
    kind: str
    code: str
    changed: list[str]
    before: dict[str, Any]
    after: dict[str, Any]


@event("term.deleted", version=1, subject="ter")
class TermDeleted(Event):
    """A language, a document type or a category was deleted."""

    term: uuid.UUID = ref("ter")
    kind: str
    code: str
    before: dict[str, Any]


@event("language_pair.created", version=1, subject="lpr")
class LanguagePairCreated(Event):
    """A language pair is offered now."""

    language_pair: uuid.UUID = ref("lpr")
    source: str
    target: str
    active: bool


@event("language_pair.updated", version=1, subject="lpr")
class LanguagePairUpdated(Event):
    """A language pair was switched on or off."""

    language_pair: uuid.UUID = ref("lpr")
    source: str
    target: str
    active: bool


@event("language_pair.deleted", version=1, subject="lpr")
class LanguagePairDeleted(Event):
    """A language pair was deleted."""

    language_pair: uuid.UUID = ref("lpr")
    source: str
    target: str
    active: bool
