"""Reads of customers."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.contrib.postgres.search import SearchQueryField
from django.db.models import BooleanField, F, Func, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast

from backend.business.customers import permissions as p
from backend.business.customers.contacts import words_of
from backend.business.customers.errors import CustomerInactive, CustomerMerged
from backend.business.customers.models import Customer
from backend.business.customers.types import CustomerFacts, CustomerKind
from backend.kernel import db
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.ids import encode
from backend.kernel.permissions import Permission, Principal


def customers_for(principal: Principal, code: Permission = p.VIEW) -> QuerySet[Customer]:
    """The customers that a permission of the caller reaches.

    A right over branches reaches their customers and those of no branch (walk-ins, customers from the
    bot): somebody has to serve them. A customer reaches itself.
    """
    rows = Customer.objects.defer("search", "contact_keys", "merge")
    scope = principal.scope(code)
    if scope is None:
        return rows.none()
    if scope.everything:
        return rows
    reach = Q(pk__in=list(scope.customers))
    if scope.branches:
        reach |= Q(branch_id__in=list(scope.branches)) | Q(branch_id__isnull=True)
    if scope.own and principal.user_id is not None:
        reach |= Q(created_by_id=principal.user_id)
    return rows.filter(reach)


def customers_found(principal: Principal, text: str) -> QuerySet[Any, Any]:
    """A query of the ids of the customers that the caller may see and that `search_customers` finds."""
    return search_customers(customers_for(principal), text).values_list("pk", flat=True)


def search_customers(rows: QuerySet[Customer], text: str) -> QuerySet[Customer]:
    """The customers that have, for each word of the text, a word that begins with it. By the GIN index."""
    words = words_of(text)
    if not words:
        return rows
    quoted = ["'" + word.replace("\\", "\\\\").replace("'", "''") + "':*" for word in words]
    # Cast, not to_tsquery(): its parser would cut addresses and numbers into other words than were stored.
    query = Cast(Value(" & ".join(quoted), TextField()), SearchQueryField())
    return rows.filter(
        Func(F("search"), query, template="(%(expressions)s)", arg_joiner=" @@ ", output_field=BooleanField())
    )


def customer_facts(ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, CustomerFacts]:
    """Customers by id, whatever their state; ids that are not there are left out."""
    return _facts(Customer.objects.filter(pk__in=list(ids)))


def _facts(rows: QuerySet[Customer]) -> dict[uuid.UUID, CustomerFacts]:
    found = rows.values_list(
        "id", "kind", "class_code", "name", "language", "branch_id", "active", "version", "tags",
        "merged_into_id",
    )  # fmt: skip
    return {row[0]: _facts_of(row) for row in found}


def _facts_of(row: Sequence[Any]) -> CustomerFacts:
    key, kind, class_code, name, language, branch, active, version, tags, merged_into = row[:10]
    return CustomerFacts(
        key, CustomerKind(kind), class_code, name, language, branch, active, version, tuple(tags), merged_into
    )


_REFERENCE = """
SELECT id, kind, class_code, name, language, branch_id, active, version, tags, merged_into_id, created_by_id
FROM customers_customer WHERE id = %s
"""
_HELD = f"{_REFERENCE} FOR KEY SHARE"


def _reached(principal: Principal, code: Permission, facts: CustomerFacts, maker: uuid.UUID | None) -> bool:
    """What `customers_for` says, of one customer that is read already."""
    scope = principal.scope(code)
    if scope is None:
        return False
    return (
        scope.everything
        or facts.id in scope.customers
        or (bool(scope.branches) and (facts.branch_id is None or facts.branch_id in scope.branches))
        or (scope.own and principal.user_id is not None and maker == principal.user_id)
    )


def customer_for_reference(
    principal: Principal | None,
    customer_id: uuid.UUID,
    *,
    pointer: str = "/customer",
    active_only: bool = True,
    merged_too: bool = False,
    permission: Permission | None = None,
    hold: bool = False,
) -> CustomerFacts:
    """The customer that a body names, within what the caller may see (None: the product itself).

    `permission` is what is done to the customer, which must reach it too. `hold` keeps the customer as `hold_customer`
    does, in the same statement: for who locks no files after.

    Raises ReferenceNotFound where there is none for the caller, CustomerMerged where it is another one now (not
    where `merged_too`: for reads), and CustomerInactive where it is switched off and `active_only`.
    """
    # Reach and facts in one query that is written once: every order, quote and payment asks this.
    if hold:
        db.require_transaction()
    found = db.fetch(_HELD if hold else _REFERENCE, [customer_id])
    facts = _facts_of(found[0]) if found else None
    if facts is not None and principal is not None and customer_id != principal.customer_id:
        maker = found[0][10]
        asked = (p.VIEW,) if permission is None else (p.VIEW, permission)
        if not all(_reached(principal, code, facts, maker) for code in asked):
            facts = None
    if facts is None:
        raise ReferenceNotFound(reference=encode("cus", customer_id), pointer=pointer)
    if facts.merged_into is not None and not merged_too:
        raise CustomerMerged(survivor=_shown(principal, facts.merged_into), pointer=pointer)
    if active_only and not facts.active:
        raise CustomerInactive(pointer=pointer)
    return facts


def _shown(principal: Principal | None, customer_id: uuid.UUID) -> str:
    """The customer's id, where the caller may see the customer."""
    seen = principal is None or customers_for(principal).filter(pk=customer_id).exists()
    return encode("cus", customer_id) if seen else "…"


def refuse_merged(principal: Principal | None, row: Customer) -> None:
    """Raises CustomerMerged for a customer that is another one now, naming that to who may see it."""
    if row.merged_into_id is not None:
        raise CustomerMerged(survivor=_shown(principal, row.merged_into_id))


def customer_in_reach(
    principal: Principal, customer_id: uuid.UUID, *permissions: Permission
) -> CustomerFacts | None:
    """The customer, where all of the permissions reach it; None where one does not.

    A customer's own person has no more than its permissions' scopes here.
    """
    found = db.fetch(_REFERENCE, [customer_id])
    if not found:
        return None
    facts, maker = _facts_of(found[0]), found[0][10]
    return facts if all(_reached(principal, code, facts, maker) for code in permissions) else None


def hold_customer(customer_id: uuid.UUID, *, pointer: str = "/customer") -> None:
    """Keeps a customer from being erased or switched off until the caller's transaction ends.

    For what makes something to be done for the customer. Needs an open transaction. Raises ReferenceNotFound,
    CustomerMerged and CustomerInactive. Locks the row FOR KEY SHARE, so holders do not wait for each other; its place
    in the order of locks is after files.
    """
    db.require_transaction()
    found = db.fetch(
        "SELECT active, merged_into_id FROM customers_customer WHERE id = %s FOR KEY SHARE", [customer_id]
    )
    if not found:
        raise ReferenceNotFound(reference=encode("cus", customer_id), pointer=pointer)
    active, survivor = found[0]
    if survivor is not None:
        raise CustomerMerged(survivor=encode("cus", survivor), pointer=pointer)
    if not active:
        raise CustomerInactive(pointer=pointer)


def keep_customers(ids: Iterable[uuid.UUID], *, pointer: str = "/customer") -> None:
    """Keeps customers from being merged or erased until the caller's transaction ends, switched off ones too.

    For what is written down of a customer. Needs an open transaction. Raises CustomerMerged. Locks as `hold_customer`,
    in the order of the keys.
    """
    db.require_transaction()
    for survivor in db.fetch(
        "SELECT merged_into_id FROM customers_customer WHERE id = ANY(%s::uuid[]) ORDER BY id FOR KEY SHARE",
        [list(ids)],
    ):
        if survivor[0] is not None:
            raise CustomerMerged(survivor=encode("cus", survivor[0]), pointer=pointer)


_SURVIVOR = """
SELECT s.id, s.merged_into_id FROM customers_customer c
JOIN customers_customer s ON s.id = coalesce(c.merged_into_id, c.id)
WHERE c.id = %s FOR KEY SHARE OF s
"""


def keep_survivor(customer_id: uuid.UUID) -> uuid.UUID:
    """The customer itself, or the one that it was merged into; kept as `keep_customers` does.

    For what an event tells of a customer: between telling and handling it may have been merged. Needs an open
    transaction. A customer that is not there is answered as it is. Locks the answer FOR KEY SHARE.
    """
    db.require_transaction()
    named = customer_id
    while found := db.fetch(_SURVIVOR, [named]):
        survivor, further = found[0]
        if further is not None:
            named = survivor  # Merged while its lock was awaited.
        elif survivor == named or (named,) not in db.fetch(
            "SELECT id FROM customers_customer WHERE id = %s AND merged_into_id IS DISTINCT FROM %s",
            [named, survivor],
        ):
            return survivor
    return customer_id


def absorbed_by(customer_id: uuid.UUID) -> list[uuid.UUID]:
    """The customers that were merged into one."""
    return list(
        Customer.objects.filter(merged_into_id=customer_id).order_by("pk").values_list("pk", flat=True)
    )


def known_customers(ids: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """Of some ids, those of customers that exist."""
    return set(Customer.objects.filter(pk__in=list(ids)).values_list("id", flat=True))


def homes_of_customers(ids: Collection[uuid.UUID]) -> dict[uuid.UUID, uuid.UUID | None]:
    """Of some ids, those of active customers, with their branches."""
    return dict(Customer.objects.filter(pk__in=list(ids), active=True).values_list("id", "branch_id"))


_REPRESENTED = """
SELECT id, kind, class_code, name, language, branch_id, active, version, tags, merged_into_id, created_by_id
FROM customers_customer WHERE id = ANY(%s::uuid[])
"""


def represent_customers(principal: Principal, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, dict[str, Any]]:
    """What `?expand=customer` shows: the customers among `ids` that the caller may see, in one query."""
    shown: dict[uuid.UUID, dict[str, Any]] = {}
    if principal.scope(p.VIEW) is None:
        return shown
    for row in db.fetch(_REPRESENTED, [list(ids)]):
        if _reached(principal, p.VIEW, _facts_of(row), row[10]):
            key, kind, class_code, name, language = row[:5]
            shown[key] = {
                "id": encode("cus", key),
                "kind": kind,
                "class_code": class_code,
                "name": name,
                "language": language,
            }
    return shown
