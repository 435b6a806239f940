"""Legal holds: whoever deletes data of a customer asks here whether it must be kept.

The domain of privacy knows the holds and stands above those that delete; it registers when the process starts.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from backend.kernel import tenancy
from backend.kernel.errors import Conflict

_known: list[Callable[[uuid.UUID], bool]] = []


class DataHeld(Conflict):
    """A legal hold on the customer forbids deleting this."""

    code = "data_held"
    message = _("A legal hold forbids this.")


def register(held: Callable[[uuid.UUID], bool]) -> None:
    """Names the function that says whether a hold is on a customer of the business that runs."""
    _known[:] = [held]


def is_held(customer_id: uuid.UUID | None) -> bool:
    """Whether a hold is on this customer. One query for a customer, none for nobody's data."""
    if customer_id is None or tenancy.is_public():
        return False
    return any(held(customer_id) for held in _known)


def refuse_held(customer_id: uuid.UUID | None) -> None:
    """Raises DataHeld where a hold is on this customer; see `is_held`."""
    if is_held(customer_id):
        raise DataHeld()
