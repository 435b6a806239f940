"""What other domains may ask of pricing.

An order is priced by `consume_quote` (from a quote) or by `price_lines` (at once, with the same engine).
"""

from __future__ import annotations

from backend.business.pricing.api.serializers import QuoteLineIn
from backend.business.pricing.merging import customer_has_quotes, move_to_customer, return_from_customer
from backend.business.pricing.pages import PagedLine, check_cover
from backend.business.pricing.personal import erase_personal_data, personal_data
from backend.business.pricing.quotes import consume_quote, create_quote, price_and_keep
from backend.business.pricing.requesting import price_request as price_lines
from backend.business.pricing.retention import delete_quotes, unused_quotes_before
from backend.business.pricing.seeding import seed_price_rules, seed_tax_rates
from backend.business.pricing.waiting import price_waiting

__all__ = [
    "PagedLine",
    "QuoteLineIn",
    "check_cover",
    "consume_quote",
    "create_quote",
    "customer_has_quotes",
    "delete_quotes",
    "erase_personal_data",
    "move_to_customer",
    "personal_data",
    "price_and_keep",
    "price_lines",
    "price_waiting",
    "return_from_customer",
    "seed_price_rules",
    "seed_tax_rates",
    "unused_quotes_before",
]
