"""Rules for the networks that a role counts from."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from backend.core.accounts import networks
from backend.core.accounts.models import Assignment, Role
from backend.kernel import context
from backend.kernel.errors import FieldProblem, Invalid
from backend.kernel.permissions import Principal


def check_networks(given: Sequence[str]) -> None:
    """Raises Invalid (network_invalid) naming each that is no network."""
    problems = networks.problems(given, "/networks")
    if problems:
        raise Invalid(problems)


def check_role_networks(principal: Principal | None, role_id: uuid.UUID, given: Sequence[str]) -> None:
    """The networks must be some, and must not shut out the caller, who may have the role or one that inherits from it.

    Raises Invalid with network_invalid or network_shuts_out.
    """
    check_networks(given)
    address = context.current().ip
    if principal is None or principal.user_id is None or networks.reaches(given, address):
        return
    children: dict[uuid.UUID | None, list[uuid.UUID]] = {}
    for child, parent in Role.objects.values_list("id", "parent_id"):
        children.setdefault(parent, []).append(child)
    below, open_ = {role_id}, [role_id]
    while open_:
        new = [child for child in children.get(open_.pop(), ()) if child not in below]
        below.update(new)
        open_ += new
    if Assignment.objects.filter(user_id=principal.user_id, role_id__in=below).exists():
        raise Invalid(
            [
                FieldProblem(
                    "/networks",
                    "network_shuts_out",
                    _("These networks would shut you out: your address is {address}."),
                    {"address": address},
                )
            ]
        )
