"""Customers that packs start a demo business with."""

from __future__ import annotations

from collections.abc import Sequence

from backend.business.customers.contacts import key_of, normal_contacts
from backend.business.customers.models import Customer
from backend.business.customers.services import insert_customer
from backend.business.customers.types import CustomerSpec
from backend.business.organizations import facade as organizations
from backend.kernel import db, tenancy
from backend.kernel.errors import ReferenceNotFound


def seed_customers(specs: Sequence[CustomerSpec]) -> None:
    """Adds the customers of whom no contact is there yet; one without contacts is known by its name.

    Raises Invalid for a contact that is none, and ReferenceNotFound for an unknown branch. Emits
    `customer.created` for each new one.
    """
    with db.transaction():
        tenant = tenancy.require_tenant()
        branches = organizations.branch_ids_by_code()
        default_class = organizations.settings().default_customer_class
        known = {key for keys in Customer.objects.values_list("contact_keys", flat=True) for key in keys}
        names = set(Customer.objects.values_list("name", flat=True))
        for spec in specs:
            contacts = normal_contacts(spec.contacts, country=tenant.country)
            keys = {key_of(one) for one in contacts}
            if keys & known or (not keys and spec.name in names):
                continue
            if spec.branch is not None and spec.branch not in branches:
                raise ReferenceNotFound(reference=f"branch {spec.branch}")
            insert_customer(
                kind=spec.kind.value,
                name=spec.name,
                class_code=spec.class_code or default_class,
                language=spec.language or tenant.language,
                contacts=contacts,
                branch_id=branches[spec.branch] if spec.branch else None,
                tags=sorted(set(spec.tags)),
                legal_name=spec.legal_name,
                tax_id=spec.tax_id,
            )
            known |= keys
            names.add(spec.name)
