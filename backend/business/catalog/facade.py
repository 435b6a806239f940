"""What other domains may ask of the catalogue."""

from __future__ import annotations

from backend.business.catalog.counting import count_items
from backend.business.catalog.earning import earns_on
from backend.business.catalog.options import option_problems
from backend.business.catalog.seeding import (
    seed_language_pairs,
    seed_products,
    seed_services,
    seed_terms,
)
from backend.business.catalog.selectors import (
    closed_pairs,
    item_ids_by_code,
    known_terms,
    missing_items,
    product_facts,
    service_facts,
    variant_facts,
)

__all__ = [
    "closed_pairs",
    "count_items",
    "earns_on",
    "item_ids_by_code",
    "known_terms",
    "missing_items",
    "option_problems",
    "product_facts",
    "seed_language_pairs",
    "seed_products",
    "seed_services",
    "seed_terms",
    "service_facts",
    "variant_facts",
]
