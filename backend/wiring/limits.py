"""How the things that plans limit are counted."""

from __future__ import annotations

from backend.business.catalog import facade as catalog
from backend.business.orders import facade as orders
from backend.business.organizations import facade as organizations
from backend.core.accounts import facade as accounts
from backend.core.files import facade as files
from backend.kernel import limits

limits.register_counter(limits.SEATS, accounts.count_seats)
limits.register_counter(limits.BRANCHES, organizations.count_branches)
limits.register_counter(limits.ITEMS, catalog.count_items)
limits.register_counter(limits.ORDERS, orders.count_orders_of_month)
limits.register_counter(limits.STORAGE, files.count_bytes)
