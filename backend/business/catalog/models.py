"""Services, products with variants, vocabularies and language pairs."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from backend.business.catalog.types import ServiceKind, TermKind, Unit
from backend.kernel.db.models import Record
from backend.kernel.ids import IdField


class Term(Record):
    """A word of one of the vocabularies: a language, a document type or a category (which may nest)."""

    id = IdField(prefix="ter")
    kind = models.TextField()
    code = models.TextField()
    names = models.JSONField(default=dict)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    sort = models.IntegerField(default=0)
    active = models.BooleanField(default=True)
    search = models.TextField(default="")

    class Meta:
        db_table = "catalog_term"
        constraints = [
            models.UniqueConstraint(fields=["kind", "code"], name="catalog_term_code_once"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in TermKind]), name="catalog_term_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="catalog_term_not_own_parent"
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | Q(kind=TermKind.CATEGORY.value),
                name="catalog_term_only_categories_nest",
            ),
        ]


class LanguagePair(Record):
    """A direction of translation that the business offers, by language codes."""

    id = IdField(prefix="lpr")
    source = models.TextField()
    target = models.TextField()
    active = models.BooleanField(default=True)

    class Meta:
        db_table = "catalog_languagepair"
        constraints = [
            models.UniqueConstraint(fields=["source", "target"], name="catalog_languagepair_once"),
            models.CheckConstraint(condition=~Q(source=F("target")), name="catalog_languagepair_two"),
        ]


class Service(Record):
    """Work that the business sells, priced by its unit."""

    id = IdField(prefix="svc")
    code = models.TextField()
    kind = models.TextField()
    names = models.JSONField(default=dict)
    descriptions = models.JSONField(default=dict)
    unit = models.TextField()
    required_inputs = ArrayField(models.TextField(), default=list)
    option_schema = models.JSONField(default=list)
    workflow = models.TextField(null=True)
    tax_class = models.TextField(null=True)
    revenue_account = models.TextField(null=True)
    sort = models.IntegerField(default=0)
    active = models.BooleanField(default=True)
    search = models.TextField(default="")

    class Meta:
        db_table = "catalog_service"
        constraints = [
            models.UniqueConstraint(fields=["code"], name="catalog_service_code_once"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in ServiceKind]), name="catalog_service_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(unit__in=[unit.value for unit in Unit]), name="catalog_service_unit_known"
            ),
        ]


class Product(Record):
    """A thing that the business sells. Its options are answered by the buyer or fixed by a variant.

    `media` is written by `media.arrange`: its pictures and files in order, as references to files of `core.files`.
    """

    id = IdField(prefix="prd")
    sku = models.TextField()
    names = models.JSONField(default=dict)
    descriptions = models.JSONField(default=dict)
    unit = models.TextField(default=Unit.ITEM.value)
    category = models.ForeignKey(Term, on_delete=models.PROTECT, null=True, related_name="products")
    option_schema = models.JSONField(default=list)
    attributes = models.JSONField(default=dict)
    barcode = models.TextField(null=True)
    media = models.JSONField(default=list, db_default=[])
    workflow = models.TextField(null=True)
    tax_class = models.TextField(null=True)
    revenue_account = models.TextField(null=True)
    active = models.BooleanField(default=True)
    search = models.TextField(default="")

    class Meta:
        db_table = "catalog_product"
        constraints = [
            models.UniqueConstraint(fields=["sku"], name="catalog_product_sku_once"),
            models.UniqueConstraint(fields=["barcode"], name="catalog_product_barcode_once"),
            models.CheckConstraint(
                condition=Q(unit__in=[unit.value for unit in Unit]), name="catalog_product_unit_known"
            ),
        ]


class Variant(Record):
    """One choice of a product's options with a stock number of its own."""

    id = IdField(prefix="var")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="variants")
    sku = models.TextField()
    names = models.JSONField(default=dict)
    options = models.JSONField(default=dict)
    barcode = models.TextField(null=True)
    media = models.JSONField(default=list, db_default=[])
    active = models.BooleanField(default=True)

    class Meta:
        db_table = "catalog_variant"
        constraints = [
            models.UniqueConstraint(fields=["sku"], name="catalog_variant_sku_once"),
            models.UniqueConstraint(fields=["barcode"], name="catalog_variant_barcode_once"),
        ]
