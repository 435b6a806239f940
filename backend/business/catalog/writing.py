"""What every write of the catalogue has in common: the visible row, its snapshot, what changed."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db.models import ProtectedError, QuerySet

from backend.business.catalog.barcodes import canonical, check_barcode, forms
from backend.business.catalog.errors import BarcodeTaken, CatalogEntryInUse, SkuTaken
from backend.business.catalog.models import Product, Variant
from backend.kernel import db
from backend.kernel.db.models import Record
from backend.kernel.errors import ResourceNotFound
from backend.kernel.i18n import fold
from backend.kernel.ids import encode

Row = TypeVar("Row", bound=Record)

# Descriptions, option schemas, options, attributes and media may be long; an event holds at most 20 KB, so of
# them it only says that they changed.
EVENT_FIELDS = (
    "code",
    "sku",
    "kind",
    "names",
    "unit",
    "category_id",
    "parent_id",
    "product_id",
    "barcode",
    "workflow",
    "tax_class",
    "revenue_account",
    "sort",
    "active",
)
_PREFIXES = {"category_id": "ter", "parent_id": "ter", "product_id": "prd"}


def locked_row(rows: QuerySet[Row], model: type[Row], identity: uuid.UUID, version: int | None) -> Row:
    """The row, locked, at the version that the caller expects.

    Raises ResourceNotFound where the caller does not see it, and VersionMismatch.
    """
    if not rows.filter(pk=identity).exists():
        raise ResourceNotFound()
    found = db.lock(model, [identity])
    if not found:
        raise ResourceNotFound()
    row = found[0]
    row.check_version(version)
    return row


def seen_row(rows: QuerySet[Row], identity: uuid.UUID, version: int | None) -> Row:
    """The row, not locked yet, for what has to be done before its lock is taken. Raises as `locked_row` does."""
    row = rows.filter(pk=identity).first()
    if row is None:
        raise ResourceNotFound()
    row.check_version(version)
    return row


def changes_of(row: Record, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the changes that differ from the row."""
    return {name: value for name, value in changes.items() if getattr(row, name) != value}


def snapshot(row: Record, names: Iterable[str] | None = None) -> dict[str, Any]:
    """The row's fields as an event carries them: all, or those of `names`."""
    wanted = EVENT_FIELDS if names is None else [name for name in EVENT_FIELDS if name in set(names)]
    result: dict[str, Any] = {}
    for name in wanted:
        if hasattr(row, name):
            value = getattr(row, name)
            if name in _PREFIXES and value is not None:
                value = encode(_PREFIXES[name], value)
            result[public_name(name)] = value
    return result


def public_name(name: str) -> str:
    """A column's name in the API: `names` is `name` there, `category_id` is `category`."""
    return {"names": "name", "descriptions": "description"}.get(name, name.removesuffix("_id"))


def changed_names(changes: Mapping[str, Any]) -> list[str]:
    """The API names of changed columns, in order."""
    return sorted(public_name(name) for name in changes if name != "search")


def delete_row(row: Record) -> None:
    """Deletes a row. Raises CatalogEntryInUse where anything refers to it."""
    try:
        row.delete()
    except ProtectedError as error:
        raise CatalogEntryInUse() from error


def search_text(code: str, names: Mapping[str, str], *more: str | None) -> str:
    """What a search of the row looks in."""
    return fold(" ".join([code, *names.values(), *(text for text in more if text)]))


def claim_sku(sku: str, *, own: uuid.UUID | None = None, pointer: str = "/sku") -> None:
    """Raises SkuTaken where another product or variant has the stock number. Locks the number."""
    db.advisory_lock("catalog.sku", sku)
    for model in (Product, Variant):
        if model.objects.filter(sku=sku).exclude(pk=own).exists():
            raise SkuTaken(sku=sku, pointer=pointer)


def claim_barcode(barcode: str | None, *, own: uuid.UUID | None = None, pointer: str = "/barcode") -> None:
    """Raises BarcodeCheckDigit, and BarcodeTaken where another product or variant has the barcode in whatever form.

    Locks the barcode.
    """
    if barcode is None:
        return
    check_barcode(barcode, pointer=pointer)
    db.advisory_lock("catalog.barcode", canonical(barcode))
    for model in (Product, Variant):
        if model.objects.filter(barcode__in=forms(barcode)).exclude(pk=own).exists():
            raise BarcodeTaken(barcode=barcode, pointer=pointer)
