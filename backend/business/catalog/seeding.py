"""What packs start a catalogue with, in a few statements each. Seeding twice changes nothing, and emits nothing."""

from __future__ import annotations

from collections.abc import Sequence

from backend.business.catalog.models import LanguagePair, Product, Service, Term, Variant
from backend.business.catalog.options import check_schema
from backend.business.catalog.types import (
    LanguagePairSpec,
    ProductSpec,
    ServiceSpec,
    TermKind,
    TermSpec,
)
from backend.business.catalog.writing import search_text
from backend.kernel import db
from backend.kernel.errors import ReferenceNotFound


def seed_terms(specs: Sequence[TermSpec]) -> None:
    """Adds the terms that are not there yet; a parent comes before its categories.

    Raises ReferenceNotFound for an unknown parent.
    """
    with db.transaction():
        known = {(kind, code): pk for kind, code, pk in Term.objects.values_list("kind", "code", "id")}
        rows = []
        for spec in specs:
            if (spec.kind.value, spec.code) in known:
                continue
            parent = None
            if spec.parent is not None:
                parent = known.get((spec.kind.value, spec.parent))
                if parent is None:
                    raise ReferenceNotFound(reference=f"{spec.kind.value} {spec.parent}")
            row = Term(
                kind=spec.kind.value,
                code=spec.code,
                names=dict(spec.names),
                parent_id=parent,
                sort=spec.sort,
                search=search_text(spec.code, spec.names),
            )
            known[(spec.kind.value, spec.code)] = row.pk
            rows.append(row)
        Term.objects.bulk_create(rows)


def seed_language_pairs(specs: Sequence[LanguagePairSpec]) -> None:
    """Offers the pairs that are not there yet."""
    with db.transaction():
        LanguagePair.objects.bulk_create(
            [LanguagePair(source=spec.source, target=spec.target) for spec in specs], ignore_conflicts=True
        )


def seed_services(specs: Sequence[ServiceSpec]) -> None:
    """Adds the services whose codes are not there yet."""
    with db.transaction():
        known = set(Service.objects.values_list("code", flat=True))
        Service.objects.bulk_create(
            [
                Service(
                    code=spec.code,
                    kind=spec.kind.value,
                    names=dict(spec.names),
                    descriptions=dict(spec.descriptions),
                    unit=spec.unit.value,
                    required_inputs=[one.value for one in spec.required_inputs],
                    option_schema=check_schema(spec.option_schema),
                    workflow=spec.workflow,
                    tax_class=spec.tax_class,
                    revenue_account=spec.revenue_account,
                    sort=spec.sort,
                    search=search_text(spec.code, spec.names),
                )
                for spec in specs
                if spec.code not in known
            ]
        )


def seed_products(specs: Sequence[ProductSpec]) -> None:
    """Adds the products, with their variants, whose SKUs are not there yet.

    Raises ReferenceNotFound for an unknown category.
    """
    with db.transaction():
        known = set(Product.objects.values_list("sku", flat=True))
        categories = dict(Term.objects.filter(kind=TermKind.CATEGORY.value).values_list("code", "id"))
        products: list[Product] = []
        variants: list[Variant] = []
        for spec in specs:
            if spec.sku in known:
                continue
            if spec.category is not None and spec.category not in categories:
                raise ReferenceNotFound(reference=f"category {spec.category}")
            product = Product(
                sku=spec.sku,
                names=dict(spec.names),
                descriptions=dict(spec.descriptions),
                unit=spec.unit.value,
                category_id=categories[spec.category] if spec.category else None,
                option_schema=check_schema(spec.option_schema),
                attributes=dict(spec.attributes),
                barcode=spec.barcode,
                workflow=spec.workflow,
                tax_class=spec.tax_class,
                revenue_account=spec.revenue_account,
                search=search_text(spec.sku, spec.names, spec.barcode),
            )
            products.append(product)
            variants += [
                Variant(
                    product=product,
                    sku=one.sku,
                    names=dict(one.names),
                    options=dict(one.options),
                    barcode=one.barcode,
                )
                for one in spec.variants
            ]
        Product.objects.bulk_create(products)
        Variant.objects.bulk_create(variants)
