"""Accounts: who somebody is, what they may do, and for how long a sign-in lasts.

Purpose: users (people, service accounts and, in public, operators), roles, assignments, sessions and
the tokens that stand for them.

Tables (every schema): accounts_user, accounts_role, accounts_assignment, accounts_session.
Depends on: kernel.
Emits: user.created, user.updated, user.suspended, role.created, role.updated, role.deleted.
Reacts to: nothing.

Invariants:
- An e-mail, a phone and a Telegram account belong to at most one user of a schema (unique constraints).
- A role does not inherit from itself (refused by the service; the reading query is bounded as well).
- Nobody grants what they do not hold; an active owner is always left.
- A token is good only in the schema that issued it: its key is derived from the tenant's id, and the
  tenant stands in it twice (`aud`, `ten`).
- A revoked session and a changed right take effect with the commit: what is cached is bound to epochs
  that the commit replaces.
"""
