"""What other domains may call of the audit."""

from __future__ import annotations

from backend.core.audit.attachment import attach, attachment_sql
from backend.core.audit.carrying import carry_log
from backend.core.audit.chain import SHARDS, Head, anchor, head, seal, shard_of, verify
from backend.core.audit.retention import access_due, entries_due, prune_access, prune_entries

__all__ = [
    "SHARDS",
    "Head",
    "access_due",
    "anchor",
    "attach",
    "attachment_sql",
    "carry_log",
    "entries_due",
    "head",
    "prune_access",
    "prune_entries",
    "seal",
    "shard_of",
    "verify",
]
