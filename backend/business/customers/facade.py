"""What other domains may ask of customers."""

from __future__ import annotations

from backend.business.customers.movers import Moved, Mover, Restore, register_mover
from backend.business.customers.movers import Record as MovedRecord
from backend.business.customers.permissions import IDENTITY
from backend.business.customers.personal import (
    customers_older_than,
    erase_personal_data,
    has_identity,
    personal_data,
)
from backend.business.customers.registering import welcome_registered
from backend.business.customers.seeding import seed_customers
from backend.business.customers.selectors import (
    absorbed_by,
    customer_facts,
    customer_for_reference,
    customer_in_reach,
    customers_found,
    hold_customer,
    homes_of_customers,
    keep_customers,
    keep_survivor,
    known_customers,
    represent_customers,
)
from backend.business.customers.services import create_customer

__all__ = [
    "IDENTITY",
    "Moved",
    "MovedRecord",
    "Mover",
    "Restore",
    "absorbed_by",
    "create_customer",
    "customer_facts",
    "customer_for_reference",
    "customer_in_reach",
    "customers_found",
    "customers_older_than",
    "erase_personal_data",
    "has_identity",
    "hold_customer",
    "homes_of_customers",
    "keep_customers",
    "keep_survivor",
    "known_customers",
    "personal_data",
    "register_mover",
    "represent_customers",
    "seed_customers",
    "welcome_registered",
]
