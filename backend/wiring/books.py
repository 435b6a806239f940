"""The books follow what the business does."""

from __future__ import annotations

from typing import cast

from backend.business.ledger import facade as ledger
from backend.business.organizations.events import BranchCreated
from backend.kernel.events import Recorded, on
from backend.kernel.i18n import localized


def open_unit(recorded: Recorded) -> None:
    """Every branch is a unit of the books. A unit that is there stays as it is."""
    said = cast(BranchCreated, recorded.event)
    ledger.add_unit(branch_id=said.branch, name=localized(said.name, ("en",)))


on(BranchCreated, name="ledger.open_unit", run=open_unit)
