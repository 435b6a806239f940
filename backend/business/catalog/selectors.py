"""Reads of the catalogue."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar

from django.db.models import Model, Prefetch, QuerySet

from backend.business.catalog import permissions as p
from backend.business.catalog.models import LanguagePair, Product, Service, Term, Variant
from backend.business.catalog.types import (
    ProductFacts,
    RequiredInput,
    ServiceFacts,
    ServiceKind,
    TermKind,
    Unit,
    VariantFacts,
)
from backend.kernel import db, reference
from backend.kernel.i18n import fold
from backend.kernel.permissions import Permission, Principal

Row = TypeVar("Row", bound=Model)

MAX_DEPTH = 8
"""How deep categories nest."""


def _offered(
    rows: QuerySet[Row], principal: Principal, view: Permission, manage: Permission
) -> QuerySet[Row]:
    """The catalogue is the business's as a whole, so a right to see it has no narrower scope.

    Who is not of the staff sees only what is on offer.
    """
    if not (principal.allows(view) or principal.allows(manage)):
        return rows.none()
    return rows.filter(active=True) if principal.kind == "customer" else rows


def services_for(principal: Principal) -> QuerySet[Service]:
    """The services that the caller may see."""
    return _offered(Service.objects.all(), principal, p.VIEW_SERVICES, p.MANAGE_SERVICES)


def products_for(principal: Principal) -> QuerySet[Product]:
    """The products that the caller may see, with their variants."""
    variants = Variant.objects.order_by("pk")
    if principal.kind == "customer":
        variants = variants.filter(active=True)
    rows = _offered(Product.objects.all(), principal, p.VIEW_PRODUCTS, p.MANAGE_PRODUCTS)
    return rows.prefetch_related(Prefetch("variants", queryset=variants))


def variants_for(principal: Principal) -> QuerySet[Variant]:
    """The variants that the caller may see."""
    rows = _offered(Variant.objects.all(), principal, p.VIEW_PRODUCTS, p.MANAGE_PRODUCTS)
    return rows.filter(product__active=True) if principal.kind == "customer" else rows


def languages_for(principal: Principal) -> QuerySet[Term]:
    """The languages of the business's vocabulary."""
    return _terms_for(principal, TermKind.LANGUAGE)


def document_types_for(principal: Principal) -> QuerySet[Term]:
    """The document types of the business's vocabulary."""
    return _terms_for(principal, TermKind.DOCUMENT_TYPE)


def categories_for(principal: Principal) -> QuerySet[Term]:
    """The categories of products."""
    return _terms_for(principal, TermKind.CATEGORY)


def _terms_for(principal: Principal, kind: TermKind) -> QuerySet[Term]:
    return _offered(Term.objects.filter(kind=kind.value), principal, p.VIEW_TERMS, p.MANAGE_TERMS)


def language_pairs_for(principal: Principal) -> QuerySet[LanguagePair]:
    """The language pairs that the caller may see."""
    return _offered(LanguagePair.objects.all(), principal, p.VIEW_TERMS, p.MANAGE_TERMS)


def search_folded(rows: QuerySet[Row], text: str) -> QuerySet[Row]:
    """The rows whose code or name has every word of the text."""
    for word in fold(text).split():
        rows = rows.filter(search__contains=word)
    return rows


def service_facts(ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, ServiceFacts]:
    """Services by id, closed ones included; ids that are not there are left out."""
    return reference.kept_each("catalog", "service", set(ids), _services)


def _services(ids: Collection[uuid.UUID]) -> dict[uuid.UUID, ServiceFacts]:
    return {
        row.pk: ServiceFacts(
            id=row.pk,
            code=row.code,
            kind=ServiceKind(row.kind),
            names=row.names,
            unit=Unit(row.unit),
            required_inputs=tuple(RequiredInput(one) for one in row.required_inputs),
            option_schema=tuple(row.option_schema),
            workflow=row.workflow,
            tax_class=row.tax_class,
            revenue_account=row.revenue_account,
            active=row.active,
            version=row.version,
        )
        for row in db.select(Service, "id = ANY(%s::uuid[])", [list(ids)])
    }


def product_facts(ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, ProductFacts]:
    """Products by id, closed ones included; ids that are not there are left out."""
    wanted = list(ids)
    rows = list(Product.objects.filter(pk__in=wanted)) if wanted else []
    forest = category_parents() if any(row.category_id for row in rows) else {}
    return {
        row.pk: ProductFacts(
            id=row.pk,
            sku=row.sku,
            names=row.names,
            unit=Unit(row.unit),
            categories=path_in(forest, row.category_id) if row.category_id else (),
            option_schema=tuple(row.option_schema),
            workflow=row.workflow,
            tax_class=row.tax_class,
            revenue_account=row.revenue_account,
            active=row.active,
            version=row.version,
        )
        for row in rows
    }


def variant_facts(ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, VariantFacts]:
    """Variants by id, closed ones included; ids that are not there are left out."""
    wanted = list(ids)
    return {
        row.pk: VariantFacts(
            id=row.pk,
            product_id=row.product_id,
            sku=row.sku,
            names=row.names,
            options=row.options,
            active=row.active,
            version=row.version,
        )
        for row in (Variant.objects.filter(pk__in=wanted) if wanted else ())
    }


def category_parents() -> dict[uuid.UUID, uuid.UUID | None]:
    """The whole forest of categories: each one's parent."""
    return dict(Term.objects.filter(kind=TermKind.CATEGORY.value).values_list("id", "parent_id"))


def path_in(forest: Mapping[uuid.UUID, uuid.UUID | None], category: uuid.UUID) -> tuple[uuid.UUID, ...]:
    """A category and its ancestors, nearest first."""
    path: list[uuid.UUID] = []
    step: uuid.UUID | None = category
    while step is not None and step not in path:
        path.append(step)
        step = forest.get(step)
    return tuple(path)


def known_terms(pairs: Iterable[tuple[TermKind, str]]) -> set[tuple[TermKind, str]]:
    """Those of (vocabulary, code) that are active terms, in one query."""
    return set(reference.kept_each("catalog", "term", set(pairs), _active_terms))


def _active_terms(pairs: Collection[tuple[TermKind, str]]) -> dict[tuple[TermKind, str], bool]:
    # Only what is there: of other words there is no end.
    rows = db.fetch(
        "SELECT kind, code FROM catalog_term JOIN unnest(%s::text[], %s::text[]) AS wanted (kind, code)"
        " USING (kind, code) WHERE active",
        [[kind.value for kind, _ in pairs], [code for _, code in pairs]],
    )
    return {(TermKind(kind), code): True for kind, code in rows}


def closed_pairs(pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those of the language pairs that the business has switched off."""
    found = reference.kept_each("catalog", "pair", set(pairs), _closed)
    return {pair for pair, closed in found.items() if closed}


def _closed(pairs: Collection[tuple[str, str]]) -> dict[tuple[str, str], bool]:
    rows = db.fetch(
        "SELECT source, target FROM catalog_languagepair JOIN unnest(%s::text[], %s::text[])"
        " AS wanted (source, target) USING (source, target) WHERE NOT active",
        [[source for source, _ in pairs], [target for _, target in pairs]],
    )
    closed = {(source, target) for source, target in rows}
    return {pair: pair in closed for pair in pairs}


def item_ids_by_code() -> dict[str, dict[str, uuid.UUID]]:
    """Ids by code for packs: `service`, `product`, `variant` and `category`."""
    return {
        "service": dict(Service.objects.values_list("code", "id")),
        "product": dict(Product.objects.values_list("sku", "id")),
        "variant": dict(Variant.objects.values_list("sku", "id")),
        "category": dict(Term.objects.filter(kind=TermKind.CATEGORY.value).values_list("code", "id")),
    }


def missing_items(wanted: Mapping[str, Any]) -> set[str]:
    """Which of `service_id`, `product_id`, `variant_id` and `category_id` name nothing that is there."""
    models: dict[str, QuerySet[Any]] = {
        "service_id": Service.objects.all(),
        "product_id": Product.objects.all(),
        "variant_id": Variant.objects.all(),
        "category_id": Term.objects.filter(kind=TermKind.CATEGORY.value),
    }
    return {
        name
        for name, rows in models.items()
        if wanted.get(name) is not None and not rows.filter(pk=wanted[name]).exists()
    }
