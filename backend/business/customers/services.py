"""Writes of customers."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVectorField
from django.db.models import Func, ProtectedError, TextField, Value
from django.utils.translation import gettext_lazy as _

from backend.business.customers import events, selectors
from backend.business.customers import permissions as p
from backend.business.customers.contacts import key_of, normal_contacts, search_words
from backend.business.customers.errors import (
    CustomerContactTaken,
    CustomerDuplicate,
    CustomerInUse,
)
from backend.business.customers.models import Customer
from backend.business.customers.types import CustomerKind
from backend.business.organizations import facade as organizations
from backend.core.accounts import facade as accounts
from backend.core.files import facade as files
from backend.kernel import db, holds, tenancy
from backend.kernel.errors import FieldProblem, Invalid, ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.i18n import is_visible
from backend.kernel.ids import encode
from backend.kernel.permissions import Permission, PermissionDenied, Principal

OWN_FIELDS = frozenset({"name", "language", "contacts", "metadata"})
"""What a customer may change of itself; the price class and the like are the staff's to set."""


def create_customer(
    *,
    principal: Principal,
    kind: str = CustomerKind.INDIVIDUAL.value,
    name: str = "",
    class_code: str | None = None,
    language: str | None = None,
    contacts: Sequence[Mapping[str, Any]] = (),
    branch_id: uuid.UUID | None = None,
    tags: Sequence[str] = (),
    force: bool = False,
    **rest: Any,
) -> Customer:
    """Adds a customer. Only a walk-in may be without a name.

    Raises Invalid, CustomerDuplicate (unless `force`), CustomerContactTaken, ReferenceNotFound and
    BranchClosed for the branch, and PermissionDenied outside the caller's branches. Emits
    `customer.created`. Locks the contacts. A retry raises CustomerDuplicate where there are contacts.
    """
    with db.transaction():
        _check_branch_right(principal, branch_id, p.CREATE)
        _check_name(kind, name)
        if branch_id is not None:
            organizations.branch_facts(branch_id)
        tenant = tenancy.require_tenant()
        normal = normal_contacts(contacts, country=tenant.country)
        _check_duplicates(principal, normal, force=force)
        return insert_customer(
            kind=kind,
            name=name,
            class_code=class_code or organizations.settings().default_customer_class,
            language=language or tenant.language,
            contacts=normal,
            branch_id=branch_id,
            tags=sorted(set(tags)),
            created_by_id=principal.user_id,
            **rest,
        )


def update_customer(
    *,
    principal: Principal,
    id: uuid.UUID,
    expected_version: int | None = None,
    force: bool = False,
    **changes: Any,
) -> Customer:
    """Changes a customer; switching it off is `active=False`.

    Raises ResourceNotFound, VersionMismatch, Invalid, CustomerMerged, CustomerDuplicate (unless `force`),
    CustomerContactTaken, ReferenceNotFound and BranchClosed for the branch, and PermissionDenied outside
    the caller's scope or for a customer that changes more of itself than OWN_FIELDS. Emits
    `customer.updated` where anything changed. Locks the contacts that are new, then the row.
    """
    with db.transaction():
        row = reached(principal, id, p.UPDATE)
        if principal.kind == "customer" and not set(changes) <= OWN_FIELDS:
            raise PermissionDenied(permission=str(p.UPDATE))
        if "contacts" in changes:
            changes["contacts"] = normal_contacts(
                changes["contacts"], country=tenancy.require_tenant().country, kept=row.contacts
            )
            had = {key_of(one) for one in row.contacts}
            fresh = [one for one in changes["contacts"] if key_of(one) not in had]
            _check_duplicates(principal, fresh, force=force, own=id)
        locked = db.lock(Customer, [id])
        if not locked:
            raise ResourceNotFound()
        row = locked[0]
        row.check_version(expected_version)
        selectors.refuse_merged(principal, row)
        if "tags" in changes:
            changes["tags"] = sorted(set(changes["tags"]))
        changed = {field: value for field, value in changes.items() if getattr(row, field) != value}
        if not changed:
            return row
        _check_name(changed.get("kind", row.kind), changed.get("name", row.name))
        if "branch_id" in changed:
            _check_branch_right(principal, changed["branch_id"], p.UPDATE)
            if changed["branch_id"] is not None:
                organizations.branch_facts(changed["branch_id"])
        names = sorted(field.removesuffix("_id") for field in changed)
        merged = {field: changed.get(field, getattr(row, field)) for field in _SEARCHED}
        row.save_versioned(**changed, **derived_columns(**merged))
        emit(
            events.CustomerUpdated(**event_facts(row), changed=names),
            subject_id=row.pk,
            object_version=row.version,
        )
    return row


def delete_customer(*, principal: Principal, id: uuid.UUID, expected_version: int | None = None) -> None:
    """Deletes a customer that nothing refers to: no order or payment, and no user, invitation or file.

    Raises ResourceNotFound, VersionMismatch, PermissionDenied, CustomerMerged, DataHeld and CustomerInUse. Emits
    `customer.deleted`. Locks the row.
    """
    with db.transaction():
        reached(principal, id, p.DELETE)
        locked = db.lock(Customer, [id])
        if not locked:
            raise ResourceNotFound()
        row = locked[0]
        row.check_version(expected_version)
        selectors.refuse_merged(principal, row)
        version = row.version + 1
        holds.refuse_held(id)
        # They name their customer without a foreign key: core stands below customers.
        if accounts.customer_has_people(id) or files.customer_has_files(id):
            raise CustomerInUse()
        try:
            row.delete()
        except ProtectedError as error:
            raise CustomerInUse() from error
        emit(events.CustomerDeleted(customer=id), subject_id=id, object_version=version)


def insert_customer(**values: Any) -> Customer:
    """Writes a customer whose values were checked, and emits `customer.created`."""
    derived = derived_columns(
        name=values["name"],
        contacts=values["contacts"],
        legal_name=values.get("legal_name"),
        tax_id=values.get("tax_id"),
    )
    row: Customer = Customer.objects.create(**values, **derived)
    emit(events.CustomerCreated(**event_facts(row)), subject_id=row.pk, object_version=row.version)
    return row


_SEARCHED = ("name", "contacts", "legal_name", "tax_id")


def derived_columns(
    *, name: str, contacts: Sequence[Mapping[str, Any]], legal_name: str | None, tax_id: str | None
) -> dict[str, Any]:
    """The columns that searches use."""
    words = search_words(name, contacts, legal_name, tax_id)
    vector = Func(
        Value(words, ArrayField(TextField())),
        function="array_to_tsvector",
        output_field=SearchVectorField(),
    )
    return {"contact_keys": [key_of(one) for one in contacts], "search": vector}


def event_facts(row: Customer) -> dict[str, Any]:
    return {
        "customer": row.pk,
        "kind": row.kind,
        "class_code": row.class_code,
        "name": row.name,
        "language": row.language,
        "branch": row.branch_id,
    }


def _check_name(kind: str, name: str) -> None:
    if kind != CustomerKind.WALK_IN.value and not is_visible(name):
        raise Invalid([FieldProblem("/name", "name_missing", _("Only a walk-in customer has no name."))])


def _check_branch_right(principal: Principal, branch_id: uuid.UUID | None, code: Permission) -> None:
    """A right over branches puts customers into these branches, or into none."""
    scope = principal.require(code)
    if scope.everything or scope.own:
        return
    if not scope.branches or (branch_id is not None and branch_id not in scope.branches):
        raise PermissionDenied(permission=str(code))


def reached(principal: Principal, customer_id: uuid.UUID, code: Any) -> Customer:
    """The customer, seen and within the permission's scope. Raises ResourceNotFound and PermissionDenied."""
    row = selectors.customers_for(principal, code).filter(pk=customer_id).first()
    if row is not None:
        return row
    if selectors.customers_for(principal).filter(pk=customer_id).exists():
        raise PermissionDenied(permission=str(code))
    raise ResourceNotFound()


def _check_duplicates(
    principal: Principal,
    contacts: Sequence[Mapping[str, Any]],
    *,
    force: bool,
    own: uuid.UUID | None = None,
) -> None:
    """Refuses contacts that other customers have. Locks the contacts, so that two cannot pass at once."""
    keys = sorted(key_of(one) for one in contacts)
    for key in keys:
        db.advisory_lock("customers.contact", key)
    if not keys:
        return
    others = Customer.objects.filter(contact_keys__overlap=keys).exclude(pk=own)
    for other in others.order_by("pk").values("id", "contacts")[:20]:
        taken = any(one["verified"] and key_of(one) in keys for one in other["contacts"])
        if taken or not force:
            seen = selectors.customers_for(principal).filter(pk=other["id"]).exists()
            kind = CustomerContactTaken if taken else CustomerDuplicate
            raise kind(existing=encode("cus", other["id"]) if seen else "…", pointer="/contacts")
