"""Refuses a statement that would leave the tenant by itself, before it is sent.

With the extended protocol a statement stands alone, so its first words decide. PostgreSQL has no way to
forbid `RESET ROLE` (or `SET ROLE` to another role of the login) to a session that entered a role, so
this is the last door, and it stands in our process: it holds against injected and careless SQL that goes
through Django's or psycopg's cursors of the connection, not against code that opens a socket of its own.
"""

from __future__ import annotations

import re

from django.db.utils import NotSupportedError

# Comments and white space may stand before the first word.
_LEAD = re.compile(rb"(?:\s+|--[^\n\r]*|/\*(?:[^*/]|\*(?!/)|/(?!\*))*\*/|;)*")
_WORD = re.compile(rb"[A-Za-z]+")
_SET = re.compile(
    rb"SET\s+(?:LOCAL\s+(?:guildhall\.[a-z_]+|lock_timeout|statement_timeout|application_name"
    rb"|work_mem|jit|plan_cache_mode)\s*(?:=|\bTO\b)|CONSTRAINTS\s|TRANSACTION\s)",
    re.IGNORECASE,
)
_TAKEN = frozenset(
    b"SELECT INSERT UPDATE DELETE MERGE WITH VALUES TABLE COPY LOCK EXPLAIN DECLARE FETCH MOVE CLOSE"
    b" BEGIN START COMMIT END ROLLBACK ABORT SAVEPOINT RELEASE SHOW SET".split()
)
"""What requests send. Everything else is refused: what leaves the role (RESET, DISCARD, DO, LOAD), what is for
migrations (CREATE, ALTER, DROP, TRUNCATE, GRANT), and what reaches all businesses of the database (NOTIFY, LISTEN)."""


class TenantEscape(NotSupportedError):
    """The statement would leave the tenant, or is of a kind that no request needs."""


def refuse_escape(statement: bytes) -> None:
    """Raises TenantEscape for a statement whose first word is not in the list, and for SET of other settings."""
    first = _WORD.match(statement)
    if first is None:
        start = _LEAD.match(statement)
        offset = start.end() if start else 0
        first = _WORD.match(statement, offset)
        if first is None:
            # Neither a word nor a bracket: nested comments, or nothing. What a parser cannot read is refused.
            if statement[offset : offset + 1] in (b"(", b""):
                return
            raise TenantEscape("a statement must begin with its word")
    word = first.group().upper()
    if word == b"SET":
        if not _SET.match(statement, first.start()):
            raise TenantEscape("a tenant's connection takes only local settings of a few names")
    elif word not in _TAKEN:
        raise TenantEscape(f"{word.decode()} is not for a tenant's connection")
