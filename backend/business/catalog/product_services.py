"""Writes of products and their variants."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from backend.business.catalog import events, selectors
from backend.business.catalog import media as shown
from backend.business.catalog import permissions as p
from backend.business.catalog.counting import take_activated, take_item
from backend.business.catalog.earning import check_account
from backend.business.catalog.errors import VariantOptionsInvalid, VariantOptionsTaken
from backend.business.catalog.models import Product, Variant
from backend.business.catalog.options import check_schema, option_problems
from backend.business.catalog.writing import (
    changed_names,
    changes_of,
    claim_barcode,
    claim_sku,
    delete_row,
    locked_row,
    search_text,
    seen_row,
    snapshot,
)
from backend.kernel import db
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.events import emit
from backend.kernel.ids import encode, new_id
from backend.kernel.permissions import Principal


def create_product(
    *,
    principal: Principal,
    sku: str,
    names: Mapping[str, str],
    category_id: uuid.UUID | None = None,
    option_schema: Sequence[Mapping[str, Any]] = (),
    barcode: str | None = None,
    media: Sequence[Mapping[str, Any]] = (),
    **rest: Any,
) -> Product:
    """Adds a product.

    Raises SkuTaken, BarcodeCheckDigit, BarcodeTaken, OptionSchemaInvalid, LimitReached, ReferenceNotFound
    for the category, and what `media.arrange` and `earning.check_account` raise. Emits `product.created`.
    Locks the files of `media`. A retry raises SkuTaken.
    """
    principal.require(p.MANAGE_PRODUCTS)
    with db.transaction():
        identity = new_id()
        kept: list[dict[str, Any]] = []
        if media:
            kept = shown.arrange(principal=principal, product_id=identity, owner_id=identity, media=media)
        take_item(rest.get("active", True))
        claim_sku(sku)
        claim_barcode(barcode)
        _check_category(category_id)
        check_account(None, rest)
        row = Product.objects.create(
            id=identity,
            media=kept,
            sku=sku,
            names=dict(names),
            category_id=category_id,
            option_schema=check_schema(option_schema),
            barcode=barcode,
            search=search_text(sku, names, barcode),
            **rest,
        )
        emit(
            events.ProductCreated(product=row.pk, sku=row.sku, after=snapshot(row)),
            subject_id=row.pk,
            object_version=row.version,
        )
    return row


def update_product(
    *, principal: Principal, id: uuid.UUID, expected_version: int | None = None, **changes: Any
) -> Product:
    """Changes a product; orders keep what they were placed with.

    Raises ResourceNotFound, VersionMismatch, SkuTaken, BarcodeCheckDigit, BarcodeTaken,
    OptionSchemaInvalid, VariantOptionsInvalid where a variant does not fit the new options,
    ReferenceNotFound for the category, and what `media.arrange` and `earning.check_account` raise. Emits
    `product.updated` where anything changed. Locks the files of `media`, and the row.
    """
    principal.require(p.MANAGE_PRODUCTS)
    with db.transaction():
        if "media" in changes:
            seen_row(selectors.products_for(principal), id, expected_version)
            changes["media"] = shown.arrange(
                principal=principal, product_id=id, owner_id=id, media=changes["media"]
            )
        row = locked_row(selectors.products_for(principal), Product, id, expected_version)
        if "option_schema" in changes:
            changes["option_schema"] = check_schema(changes["option_schema"])
        changed = changes_of(row, changes)
        if not changed:
            return row
        take_activated(row, changed)
        if "sku" in changed:
            claim_sku(changed["sku"], own=id)
        if "barcode" in changed:
            claim_barcode(changed["barcode"], own=id)
        if "category_id" in changed:
            _check_category(changed["category_id"])
        check_account(row, changed)
        if "option_schema" in changed:
            for options in Variant.objects.filter(product_id=id).values_list("options", flat=True):
                _check_variant(changed["option_schema"], options, "/option_schema")
        before = snapshot(row, changed)
        names = changed_names(changed)
        changed["search"] = search_text(
            changed.get("sku", row.sku), changed.get("names", row.names), changed.get("barcode", row.barcode)
        )
        row.save_versioned(**changed)
        emit(
            events.ProductUpdated(
                product=row.pk, sku=row.sku, changed=names, before=before, after=snapshot(row, changed)
            ),
            subject_id=row.pk,
            object_version=row.version,
        )
    return row


def delete_product(*, principal: Principal, id: uuid.UUID, expected_version: int | None = None) -> None:
    """Deletes a product and its variants, where nothing refers to them; their files are nobody's then.

    Raises ResourceNotFound, VersionMismatch and CatalogEntryInUse. Emits `product.deleted`. Locks the
    files and the row.
    """
    principal.require(p.MANAGE_PRODUCTS)
    with db.transaction():
        seen_row(selectors.products_for(principal), id, expected_version)
        shown.clear(product_id=id, owner_id=id)
        row = locked_row(selectors.products_for(principal), Product, id, expected_version)
        event = events.ProductDeleted(product=id, sku=row.sku, before=snapshot(row))
        version = row.version + 1
        delete_row(row)
        emit(event, subject_id=id, object_version=version)


def create_variant(
    *,
    principal: Principal,
    product_id: uuid.UUID,
    sku: str,
    options: Mapping[str, str],
    barcode: str | None = None,
    media: Sequence[Mapping[str, Any]] = (),
    **rest: Any,
) -> Variant:
    """Adds a variant of a product.

    Raises SkuTaken, BarcodeCheckDigit, BarcodeTaken, VariantOptionsInvalid, VariantOptionsTaken,
    LimitReached, ReferenceNotFound for the product, and what `media.arrange` raises. Emits
    `variant.created`. Locks the files of `media`, and the product, so that its options stay. A retry
    raises SkuTaken.
    """
    principal.require(p.MANAGE_PRODUCTS)
    with db.transaction():
        identity = new_id()
        kept: list[dict[str, Any]] = []
        if media and Product.objects.filter(pk=product_id).exists():
            kept = shown.arrange(principal=principal, product_id=product_id, owner_id=identity, media=media)
        found = db.lock(Product, [product_id])
        if not found:
            raise ReferenceNotFound(reference=encode("prd", product_id), pointer="/product")
        take_item(rest.get("active", True))
        claim_sku(sku)
        claim_barcode(barcode)
        _check_variant(found[0].option_schema, options, "/options")
        if rest.get("active", True):
            _claim_options(product_id, options)
        row = Variant.objects.create(
            id=identity,
            product_id=product_id,
            sku=sku,
            options=dict(options),
            barcode=barcode,
            media=kept,
            **rest,
        )
        emit(
            events.VariantCreated(variant=row.pk, product=product_id, sku=row.sku, after=snapshot(row)),
            subject_id=row.pk,
            object_version=row.version,
        )
    return row


def update_variant(
    *, principal: Principal, id: uuid.UUID, expected_version: int | None = None, **changes: Any
) -> Variant:
    """Changes a variant; it stays with its product.

    Raises ResourceNotFound, VersionMismatch, SkuTaken, BarcodeCheckDigit, BarcodeTaken,
    VariantOptionsInvalid, VariantOptionsTaken, and what `media.arrange` raises. Emits `variant.updated`
    where anything changed. Locks the files of `media`, the product and the row.
    """
    principal.require(p.MANAGE_PRODUCTS)
    with db.transaction():
        visible = selectors.variants_for(principal)
        if "media" in changes:
            seen = seen_row(visible, id, expected_version)
            changes["media"] = shown.arrange(
                principal=principal, product_id=seen.product_id, owner_id=id, media=changes["media"]
            )
        owner = visible.filter(pk=id).values_list("product_id", flat=True).first()
        product = db.lock(Product, [owner])[0] if owner is not None else None
        row = locked_row(visible, Variant, id, expected_version)
        changed = changes_of(row, changes)
        if not changed:
            return row
        take_activated(row, changed)
        if "sku" in changed:
            claim_sku(changed["sku"], own=id)
        if "barcode" in changed:
            claim_barcode(changed["barcode"], own=id)
        if "options" in changed and product is not None:
            _check_variant(product.option_schema, changed["options"], "/options")
        if ("options" in changed or "active" in changed) and changed.get("active", row.active):
            _claim_options(row.product_id, changed.get("options", row.options), own=id)
        before = snapshot(row, changed)
        row.save_versioned(**changed)
        emit(
            events.VariantUpdated(
                variant=row.pk,
                product=row.product_id,
                sku=row.sku,
                changed=changed_names(changed),
                before=before,
                after=snapshot(row, changed),
            ),
            subject_id=row.pk,
            object_version=row.version,
        )
    return row


def delete_variant(*, principal: Principal, id: uuid.UUID, expected_version: int | None = None) -> None:
    """Deletes a variant that nothing refers to; files that its product shows nowhere else are nobody's then.

    Raises ResourceNotFound, VersionMismatch and CatalogEntryInUse. Emits `variant.deleted`. Locks the
    files and the row.
    """
    principal.require(p.MANAGE_PRODUCTS)
    with db.transaction():
        seen = seen_row(selectors.variants_for(principal), id, expected_version)
        shown.clear(product_id=seen.product_id, owner_id=id)
        row = locked_row(selectors.variants_for(principal), Variant, id, expected_version)
        event = events.VariantDeleted(variant=id, product=row.product_id, sku=row.sku, before=snapshot(row))
        version = row.version + 1
        delete_row(row)
        emit(event, subject_id=id, object_version=version)


def _check_category(category_id: uuid.UUID | None) -> None:
    if selectors.missing_items({"category_id": category_id}):
        assert category_id is not None
        raise ReferenceNotFound(reference=encode("ter", category_id), pointer="/category")


def _check_variant(schema: Sequence[Mapping[str, Any]], options: Mapping[str, str], pointer: str) -> None:
    # A variant may leave options open; what it answers must fit.
    open_schema = [{**option, "required": False} for option in schema]
    problems = option_problems(open_schema, options, "")
    if problems:
        raise VariantOptionsInvalid(reason=problems[0].detail, pointer=pointer)


def _claim_options(
    product_id: uuid.UUID, options: Mapping[str, str], *, own: uuid.UUID | None = None
) -> None:
    """Raises VariantOptionsTaken. Variants that answer nothing are told apart by their names.

    The product is locked, so no other variant of it comes meanwhile.
    """
    others = Variant.objects.filter(product_id=product_id, active=True, options=dict(options)).exclude(pk=own)
    taken = others.values_list("sku", flat=True).first() if options else None
    if taken is not None:
        raise VariantOptionsTaken(sku=taken, pointer="/options")
