"""What accounts asks of branches and customers, and what a moved branch does to rights."""

from __future__ import annotations

from backend.business.customers import facade as customers
from backend.business.organizations import facade as organizations
from backend.business.organizations.events import BranchCreated, BranchDeleted, BranchUpdated
from backend.core.accounts import facade as accounts
from backend.kernel.events import Recorded, on


def reread(_recorded: Recorded) -> None:
    """A role over a branch reaches the branches below it, which are others now."""
    accounts.forget_rights()


accounts.register_welcome(customers.welcome_registered)
accounts.register_branches(organizations.known_branches, organizations.branch_parents)
accounts.register_customers(customers.known_customers, customers.homes_of_customers)
on(BranchCreated, name="accounts.branch_created", run=reread)
on(BranchUpdated, name="accounts.branch_updated", run=reread)
on(BranchDeleted, name="accounts.branch_deleted", run=reread)
