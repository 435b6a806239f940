"""Resources of the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from backend.business.catalog import errors as e
from backend.business.catalog import permissions as p
from backend.business.catalog import product_services, selectors, services, term_services
from backend.business.catalog.api import filters as narrow
from backend.business.catalog.api import serializers as s
from backend.business.catalog.types import TermKind
from backend.business.ledger import errors as books
from backend.core.files.errors import FileAttached, FileNotReady
from backend.kernel.api import Resource
from backend.kernel.errors import DomainError, ReferenceNotFound
from backend.kernel.limits import LimitReached

_EARNING: list[type[DomainError]] = [
    ReferenceNotFound,
    books.LedgerAccountIsHeading,
    books.LedgerAccountNotUsable,
    books.LedgerAccountEarnsNothing,
]


class ServiceResource(Resource):
    """Services: the work that the business sells, by page, document, copy, item or hour."""

    plural = "services"
    prefix = "svc"
    tag = "catalog"
    rows = staticmethod(selectors.services_for)
    read = s.ServiceRead
    writes = {"create": s.ServiceCreate, "update": s.ServiceUpdate}
    services = {
        "create": services.create_service,
        "update": services.update_service,
        "delete": services.delete_service,
    }
    permissions = {
        "list": p.VIEW_SERVICES,
        "retrieve": p.VIEW_SERVICES,
        "create": p.MANAGE_SERVICES,
        "update": p.MANAGE_SERVICES,
        "delete": p.MANAGE_SERVICES,
    }
    filters = narrow.ServiceFilters
    sort = ("created_at", "code", "sort")
    search_by = staticmethod(selectors.search_folded)
    errors = {
        "create": [e.CatalogCodeTaken, e.OptionSchemaInvalid, LimitReached, *_EARNING],
        "update": [e.CatalogCodeTaken, e.OptionSchemaInvalid, LimitReached, *_EARNING],
        "delete": [e.CatalogEntryInUse],
    }


_MEDIA_WRITE: list[type[DomainError]] = [
    e.MediaFileUnfit,
    e.MediaNotImage,
    e.MediaRepeated,
    e.MediaPrimaryInvalid,
    FileNotReady,
    FileAttached,
]
_PRODUCT_WRITE: list[type[DomainError]] = [
    e.SkuTaken,
    e.BarcodeCheckDigit,
    e.BarcodeTaken,
    e.OptionSchemaInvalid,
    LimitReached,
    *_EARNING,
    *_MEDIA_WRITE,
]
_VARIANT_WRITE: list[type[DomainError]] = [
    e.SkuTaken,
    e.BarcodeCheckDigit,
    e.BarcodeTaken,
    e.VariantOptionsInvalid,
    e.VariantOptionsTaken,
    ReferenceNotFound,
    LimitReached,
    *_MEDIA_WRITE,
]
_PRODUCT_RIGHTS = {
    "list": p.VIEW_PRODUCTS,
    "retrieve": p.VIEW_PRODUCTS,
    "create": p.MANAGE_PRODUCTS,
    "update": p.MANAGE_PRODUCTS,
    "delete": p.MANAGE_PRODUCTS,
}


class ProductResource(Resource):
    """Products: the things that the business sells. Their prices are price rules."""

    plural = "products"
    prefix = "prd"
    tag = "catalog"
    rows = staticmethod(selectors.products_for)
    read = s.ProductRead
    writes = {"create": s.ProductCreate, "update": s.ProductUpdate}
    services = {
        "create": product_services.create_product,
        "update": product_services.update_product,
        "delete": product_services.delete_product,
    }
    permissions = _PRODUCT_RIGHTS
    filters = narrow.ProductFilters
    sort = ("created_at", "sku")
    search_by = staticmethod(selectors.search_folded)
    bulk = ("create", "update", "delete")
    errors = {
        "create": _PRODUCT_WRITE,
        "update": [*_PRODUCT_WRITE, e.VariantOptionsInvalid],
        "delete": [e.CatalogEntryInUse],
    }


class VariantResource(Resource):
    """Variants: choices of a product's options with stock numbers of their own."""

    plural = "variants"
    prefix = "var"
    tag = "catalog"
    rows = staticmethod(selectors.variants_for)
    read = s.VariantRead
    writes = {"create": s.VariantCreate, "update": s.VariantUpdate}
    services = {
        "create": product_services.create_variant,
        "update": product_services.update_variant,
        "delete": product_services.delete_variant,
    }
    permissions = _PRODUCT_RIGHTS
    filters = narrow.VariantFilters
    sort = ("created_at", "sku")
    search = ("sku", "barcode")
    errors = {
        "create": _VARIANT_WRITE,
        "update": _VARIANT_WRITE,
        "delete": [e.CatalogEntryInUse],
    }


_TERM_RIGHTS = {
    "list": p.VIEW_TERMS,
    "retrieve": p.VIEW_TERMS,
    "create": p.MANAGE_TERMS,
    "update": p.MANAGE_TERMS,
    "delete": p.MANAGE_TERMS,
}


def _term_services(kind: TermKind) -> dict[str, Callable[..., Any]]:
    return {
        "create": partial(term_services.create_term, kind=kind),
        "update": partial(term_services.update_term, kind=kind),
        "delete": partial(term_services.delete_term, kind=kind),
    }


class LanguageResource(Resource):
    """Languages that the business works in."""

    plural = "languages"
    prefix = "ter"
    tag = "catalog"
    rows = staticmethod(selectors.languages_for)
    read = s.TermRead
    writes = {"create": s.LanguageCreate, "update": s.TermUpdate}
    services = _term_services(TermKind.LANGUAGE)
    permissions = _TERM_RIGHTS
    filters = narrow.TermFilters
    sort = ("created_at", "code", "sort")
    search_by = staticmethod(selectors.search_folded)
    errors = {"create": [e.CatalogCodeTaken], "delete": [e.CatalogEntryInUse]}


class DocumentTypeResource(Resource):
    """Types of documents that the business works on."""

    plural = "document_types"
    path = "document-types"
    prefix = "ter"
    tag = "catalog"
    rows = staticmethod(selectors.document_types_for)
    read = s.TermRead
    writes = {"create": s.DocumentTypeCreate, "update": s.TermUpdate}
    services = _term_services(TermKind.DOCUMENT_TYPE)
    permissions = _TERM_RIGHTS
    filters = narrow.TermFilters
    sort = ("created_at", "code", "sort")
    search_by = staticmethod(selectors.search_folded)
    errors = {"create": [e.CatalogCodeTaken], "delete": [e.CatalogEntryInUse]}


class CategoryResource(Resource):
    """Categories of products: a tree. A price rule of a category holds for everything under it."""

    plural = "categories"
    prefix = "ter"
    tag = "catalog"
    rows = staticmethod(selectors.categories_for)
    read = s.CategoryRead
    writes = {"create": s.CategoryCreate, "update": s.CategoryUpdate}
    services = _term_services(TermKind.CATEGORY)
    permissions = _TERM_RIGHTS
    filters = narrow.CategoryFilters
    sort = ("created_at", "code", "sort")
    search_by = staticmethod(selectors.search_folded)
    errors = {
        "create": [e.CatalogCodeTaken, e.CategoryTooDeep, ReferenceNotFound],
        "update": [e.CategoryCycle, e.CategoryTooDeep, ReferenceNotFound],
        "delete": [e.CatalogEntryInUse],
    }


class LanguagePairResource(Resource):
    """Language pairs: the directions of translation that the business offers."""

    plural = "language_pairs"
    path = "language-pairs"
    prefix = "lpr"
    tag = "catalog"
    rows = staticmethod(selectors.language_pairs_for)
    read = s.LanguagePairRead
    writes = {"create": s.LanguagePairCreate, "update": s.LanguagePairUpdate}
    services = {
        "create": term_services.create_language_pair,
        "update": term_services.update_language_pair,
        "delete": term_services.delete_language_pair,
    }
    permissions = _TERM_RIGHTS
    filters = narrow.LanguagePairFilters
    sort = ("created_at", "source", "target")
    errors = {"create": [e.LanguagePairSame, e.LanguageUnknown, e.LanguagePairExists]}
