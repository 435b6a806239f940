"""Audit: who changed what, written by the database itself.

Purpose: one row for each row that is inserted, changed or deleted, with what stood there before and
after. Triggers write it, so that no path (service, bulk write, raw SQL, another program) goes past it.

Tables (every schema): audit_entry. Functions (public): audit_record, audit_write, audit_mask, audit_guard.
Depends on: kernel.
Emits: nothing. Reacts to: post_migrate, to attach its triggers to new tables.

Invariants:
- Every table with a UUID key is recorded, or named with a reason in `coverage.py` or on its model.
- Entries are only ever added, and only by the trigger function: it runs as its owner, and a tenant's role
  can but read (see adr/0006).
- Secrets do not enter: masked columns are recorded as changed, without their values.
"""
