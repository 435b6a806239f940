"""Customers that packs start a demo business with."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from backend.business.customers.contacts import key_of, normal_contacts
from backend.business.customers.models import Customer
from backend.business.customers.services import insert_customer
from backend.business.customers.types import CustomerSpec
from backend.business.organizations import facade as organizations
from backend.kernel import db, tenancy
from backend.kernel.errors import ReferenceNotFound


def seed_customers(specs: Sequence[CustomerSpec]) -> dict[str, uuid.UUID]:
    """Adds the customers of whom no contact is there yet; one without contacts is known by its name.

    Returns the ids of all of them by name, of those that were there too. Raises Invalid for a contact that is
    none, and ReferenceNotFound for an unknown branch. Emits `customer.created` for each new one.
    """
    with db.transaction():
        tenant = tenancy.require_tenant()
        branches = organizations.branch_ids_by_code()
        default_class = organizations.settings().default_customer_class
        known: dict[str, uuid.UUID] = {}
        names: dict[str, uuid.UUID] = {}
        for identity, name, keys in Customer.objects.order_by("-pk").values_list(
            "id", "name", "contact_keys"
        ):
            known.update(dict.fromkeys(keys, identity))
            names[name] = identity
        seeded: dict[str, uuid.UUID] = {}
        for spec in specs:
            contacts = normal_contacts(spec.contacts, country=tenant.country)
            keys = [key_of(one) for one in contacts]
            there = next((known[key] for key in keys if key in known), None)
            if there is None and not keys:
                there = names.get(spec.name)
            if there is not None:
                seeded[spec.name] = there
                continue
            if spec.branch is not None and spec.branch not in branches:
                raise ReferenceNotFound(reference=f"branch {spec.branch}")
            row = insert_customer(
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
            known.update(dict.fromkeys(keys, row.pk))
            names[spec.name] = seeded[spec.name] = row.pk
        return seeded
