"""What may be done in the catalogue."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.permissions import permission

VIEW_SERVICES = permission("catalog.service.view", group="catalog", label=_("See services"))
MANAGE_SERVICES = permission(
    "catalog.service.manage", group="catalog", label=_("Change services"), whole=True
)
VIEW_PRODUCTS = permission("catalog.product.view", group="catalog", label=_("See products"))
MANAGE_PRODUCTS = permission(
    "catalog.product.manage", group="catalog", label=_("Change products"), whole=True
)
VIEW_TERMS = permission(
    "catalog.term.view", group="catalog", label=_("See languages, document types and categories")
)
MANAGE_TERMS = permission(
    "catalog.term.manage",
    group="catalog",
    label=_("Change languages, document types and categories"),
    whole=True,
)
