"""People of one customer become another's, because the two are one; and back."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from backend.core.accounts import rights
from backend.core.accounts.models import Assignment, Invitation, ScopeSet, User
from backend.core.accounts.services import guards
from backend.kernel import db

Moved = dict[str, list[uuid.UUID]]


def move_to_customer(source: uuid.UUID, target: uuid.UUID) -> Moved:
    """Gives the users, invitations and roles of one customer to another; answers which rows these were.

    Who signs in as one of the first's people acts for the second from then on. A role that somebody has over both
    stays where it is, and scope sets with the first reach the second too. `_open` are invitations that nobody has
    accepted. Needs the caller's transaction, before anything that ranks after `accounts.Assignment` is locked. Locks
    the invitations, the schema's rights, the scope sets, users and assignments.
    """
    invitations = db.lock_queryset(Invitation.objects.filter(customer_id=source))
    guards.lock_rights()
    sets = db.lock_queryset(
        ScopeSet.objects.filter(customer_ids__contains=[source]).exclude(customer_ids__contains=[target])
    )
    users = db.lock_ids(User.objects.filter(customer_id=source))
    assignments = db.lock_ids(_without_twin(Assignment.objects.filter(customer_id=source), target))
    for invitation in invitations:
        _rename(invitation, source, target)
    for row in sets:
        row.save_versioned(customer_ids=[*row.customer_ids, target])
    db.change_all(User, users, customer_id=target)
    db.change_all(Assignment, assignments, customer_id=target)
    rights.forget_everyone()
    return {
        "users": users,
        "assignments": assignments,
        "invitations": [row.pk for row in invitations],
        "scope_sets": [row.pk for row in sets],
        "_open": [row.pk for row in invitations if row.accepted_at is None],
    }


def return_from_customer(source: uuid.UUID, target: uuid.UUID, moved: Moved) -> None:
    """Gives what `move_to_customer` moved back, but an invitation that was accepted since. Needs and locks the same."""
    accepted = Q(pk__in=moved["_open"], accepted_at__isnull=False)
    invitations = db.lock_queryset(
        Invitation.objects.filter(pk__in=moved["invitations"], customer_id=target).exclude(accepted)
    )
    guards.lock_rights()
    sets = db.lock_queryset(ScopeSet.objects.filter(pk__in=moved["scope_sets"]))
    users = db.lock_ids(User.objects.filter(pk__in=moved["users"], customer_id=target))
    mine = Assignment.objects.filter(pk__in=moved["assignments"], customer_id=target)
    assignments = db.lock_ids(_without_twin(mine, source))
    for invitation in invitations:
        _rename(invitation, target, source)
    for row in sets:
        row.save_versioned(customer_ids=[one for one in row.customer_ids if one != target])
    db.change_all(User, users, customer_id=source)
    db.change_all(Assignment, assignments, customer_id=source)
    rights.forget_everyone()


def customer_is_named(customer_id: uuid.UUID) -> bool:
    """Whether a user or an invitation names the customer."""
    return (
        User.objects.filter(customer_id=customer_id).exists()
        or Invitation.objects.filter(customer_id=customer_id).exists()
    )


def _without_twin(rows: QuerySet[Assignment], customer_id: uuid.UUID) -> QuerySet[Assignment]:
    """The assignments whose user does not have the same role over the customer already."""
    twins: Any = Assignment.objects.filter(
        user=OuterRef("user"), role=OuterRef("role"), scope=OuterRef("scope"), customer_id=customer_id
    )
    return rows.filter(~Exists(twins))


def _rename(row: Invitation, source: uuid.UUID, target: uuid.UUID) -> None:
    grants = [
        {**grant, "customer": str(target)} if grant.get("customer") == str(source) else grant
        for grant in row.grants
    ]
    row.save_versioned(customer_id=target, grants=grants)
