"""What other domains may ask of organizations."""

from __future__ import annotations

from backend.business.organizations.seeding import seed_branches, seed_organization
from backend.business.organizations.selectors import (
    branch_facts,
    branch_ids_by_code,
    branch_subtree,
    branches,
    count_branches,
    known_branches,
    settings,
    standard_page,
)
from backend.business.organizations.selectors import parents as branch_parents

__all__ = [
    "branch_facts",
    "branch_ids_by_code",
    "branch_parents",
    "branch_subtree",
    "branches",
    "count_branches",
    "known_branches",
    "seed_branches",
    "seed_organization",
    "settings",
    "standard_page",
]
