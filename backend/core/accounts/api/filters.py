"""Filters of accounts."""

from __future__ import annotations

from backend.core.accounts.api.serializers import KINDS, STATUSES
from backend.kernel.api.filters import BoolFilter, ChoiceFilter, Filters, IdFilter, TextFilter


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


class RoleFilters(Filters):
    """Roles by origin and code."""

    predefined = BoolFilter()
    code = TextFilter(max_length=50)
