"""Organizations: the business's own profile and its tree of branches.

Tables: `organizations_organization` (one row, its key is the tenant's id), `organizations_branch`.
Depends on: kernel, core.files (the types of a standard page).
Emits: `organization.updated`, `branch.created`, `branch.updated`, `branch.deleted`. Wiring joins
`branch.created` to the ledger (a unit a branch), `facade.standard_page` to files, and `facade.branch_subtree` and
`facade.known_branches` to accounts.
Reacts to: nothing.
Invariants: the branches are a forest, at most MAX_DEPTH deep; a branch in use is closed, not deleted;
a scope over a branch reaches its subtree (`facade.branch_subtree`).
"""
