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
_TAKEN = frozenset(b"SELECT INSERT UPDATE DELETE MERGE WITH VALUES TABLE COPY LOCK EXPLAIN SHOW SET".split())
"""What requests send. Everything else is refused: what leaves the role (RESET, DISCARD, DO, LOAD, and ROLLBACK, which
undoes the SET ROLE of its transaction), what is for migrations (CREATE, ALTER, DROP, TRUNCATE, GRANT), what reaches
all businesses of the database (NOTIFY, LISTEN), and what reads on in a cursor that another business left open on the
connection (FETCH). Transactions, savepoints and named cursors are the connection's, which sends their words itself."""
NAMED = frozenset({b"DECLARE"})
"""What a named cursor sends besides."""
SAVEPOINTS = frozenset({b"SAVEPOINT", b"RELEASE", b"ROLLBACK"})
"""What the connection sends for a savepoint; it knows then that the role may be undone."""


class TenantEscape(NotSupportedError):
    """The statement would leave the tenant, or is of a kind that no request needs."""


def refuse_escape(statement: bytes, also: frozenset[bytes] = frozenset()) -> None:
    """Raises TenantEscape for a statement whose first word is in no list, and for SET of other settings.

    `also` has words that are taken besides.
    """
    if b"\0" in statement:
        # The library would send what stands before it, and leave out the rest unseen.
        raise TenantEscape("a statement with a zero byte would be cut")
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
    elif word not in _TAKEN and word not in also:
        raise TenantEscape(f"{word.decode()} is not for a tenant's connection")
