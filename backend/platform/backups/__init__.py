"""Backups: a business's schema and files, encrypted, in several places, and put back by a swap.

Purpose: back up one, several or all tenants (on demand, and weekly); prove backups; restore one tenant while
no other notices, whole (replace, undone for a day) or only what it lost (merge).
Tables (public only): backups_backup, backups_restore.
Depends on: kernel, tenants (facade). The engine (``engine/``) depends on neither Django nor the kernel, so
that ``python -m backend.platform.backups.cli`` works where only stores and keys are left.
Emits: tenant.restored and tenant.merged, inside the restored tenant's stream.
Reacts to: nothing; Celery beat sends backups.sweep, .schedule, .heal and .prune.

Invariants:
- A backup exists exactly where its sealed manifest does; the manifest is written last.
- Nothing plain leaves the process: all but the manifest is authenticated encryption, and the keys lie
  outside every store.
- A dead store degrades a backup; it does not fail it.
- One job a tenant at a time, under an advisory lock that dies with its process.
- A replacement's swap, its row's state, the event positions and the signals commit together.
- The newest verified backup of a tenant is never pruned.

- A replacement takes back what was revoked after its backup: keys, sessions, grants, roles, people.
- A merge commits its rows, its row's state, its event and its audit entry together. It changes no live row but by
  an operator's choice, sends no event twice, gives nobody access, and brings back nothing of erased people. What
  merging means for each table is said in backend/wiring/backups.py; a table without a choice fails a test.

Decisions and reasons: backend/adr/0004-backups.md, backend/adr/0025-merging-a-backup.md.
"""
