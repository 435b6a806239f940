"""Filters of accounts."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from backend.core.accounts.api.serializers import KINDS, STATUSES
from backend.core.accounts.models import Invitation
from backend.kernel import clock
from backend.kernel.api.filters import BoolFilter, ChoiceFilter, Filters, IdFilter, TextFilter


def in_states(rows: QuerySet[Invitation], _name: str, states: list[str]) -> QuerySet[Any]:
    """The invitations that are in one of some states now."""
    now = clock.now()
    waiting = Q(accepted_at=None, revoked_at=None)
    meaning = {
        "accepted": Q(accepted_at__isnull=False),
        "revoked": Q(revoked_at__isnull=False),
        "expired": waiting & Q(expires_at__lte=now),
        "open": waiting & Q(expires_at__gt=now),
    }
    wanted = Q(pk__in=[])
    for state in states:
        wanted |= meaning[state]
    return rows.filter(wanted)


class UserFilters(Filters):
    """Users by kind, status, role, branch and address."""

    kind = ChoiceFilter(KINDS, enum="UserKind")
    status = ChoiceFilter(STATUSES, enum="UserStatus")
    role = IdFilter(
        "rol", method=lambda rows, _name, ids: rows.filter(assignments__role_id__in=ids).distinct()
    )
    branch = IdFilter(
        "brn", method=lambda rows, _name, ids: rows.filter(assignments__branch_id__in=ids).distinct()
    )
    customer = IdFilter("cus", field_name="customer_id")
    email = TextFilter(field_name="email", lookup_expr="iexact")


class InvitationFilters(Filters):
    """Invitations by state, address and customer."""

    state = ChoiceFilter(["open", "accepted", "revoked", "expired"], enum="InvitationState", method=in_states)
    email = TextFilter(field_name="email", lookup_expr="iexact")
    customer = IdFilter("cus", field_name="customer_id")


class RoleFilters(Filters):
    """Roles by origin and code."""

    predefined = BoolFilter()
    code = TextFilter(max_length=50)
