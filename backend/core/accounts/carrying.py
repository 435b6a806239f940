"""Revocations in a restore: what was taken back after the backup stays taken back.

A backup holds keys, sessions, grants and rights as they stood. Were they put live as they are, a key that was
revoked because it had leaked would open the door again. So, inside the swap's transaction, what the outgoing schema
knows of their end is put into the incoming one. Nothing is given by this, things are only taken: what was granted
after the backup is gone with it, and so is a password that was set since.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from psycopg import sql

_SECRETS = ("previous_secret_digest", "previous_secret_until", "secret_digest", "redirect_uris", "scopes")
_GRANT = (
    "code_digest", "code_expires_at", "code_used_at", "access_digest", "access_scopes", "access_expires_at",
    "refresh_digest", "previous_refresh_digest", "refresh_expires_at", "scopes", "revoked_at",
)  # fmt: skip
_KEY = (
    "hint", "digest", "previous_digest", "previous_until", "scopes", "networks", "expires_at", "revoked_at",
)  # fmt: skip
_FORGOTTEN = (
    "status", "deleted_at", "name", "email", "phone", "telegram_id", "preferences", "password",
    "password_history", "second_factors", "email_verified_at",
)  # fmt: skip

LATEST: tuple[tuple[str, Sequence[str], str], ...] = (
    # A rotation is a revocation of the secret before it, and so is a narrowing of the scopes.
    ("accounts_api_key", _KEY, "true"),
    ("accounts_oauth_application", _SECRETS, "true"),
    ("accounts_oauth_grant", _GRANT, "true"),
    ("accounts_invitation", ("generation", "expires_at", "accepted_at", "revoked_at"), "true"),
    (
        "accounts_session",
        ("revoked_at", "revoked_reason", "ip", "user_agent", "place"),
        "gone.revoked_at IS NOT NULL",
    ),
    ("accounts_user", ("status",), "own.status = 'active' AND gone.status = 'suspended'"),
    ("accounts_user", _FORGOTTEN, "gone.status = 'deleted'"),
)
"""Columns that stand as they stood at last, by table, and for which rows."""

ENDED: tuple[tuple[str, str], ...] = (
    ("accounts_session", "revoked_at = now(), revoked_reason = 'restored'"),
    ("accounts_oauth_grant", "revoked_at = now()"),
    ("accounts_invitation", "revoked_at = now()"),
)
"""What ends where the outgoing schema has no row of it: retention removes such rows once they are over."""

REMOVED: tuple[str, ...] = (
    "accounts_oauth_grant",
    "accounts_oauth_application",
    "accounts_identity",
    "accounts_assignment",
)
"""What goes again where the log says that somebody removed it; a row that is lost otherwise comes back."""

_UPDATE = """
UPDATE {live} AS own SET {changes} FROM {outgoing} AS gone
WHERE gone.id = own.id AND {which} AND ({own}) IS DISTINCT FROM ({gone})
"""
_END = """
UPDATE {live} AS own SET {changes}
WHERE own.revoked_at IS NULL AND NOT EXISTS (SELECT FROM {outgoing} AS gone WHERE gone.id = own.id)
"""
# An entry of the kind `database` is no person's deed and no task's: somebody repaired, or broke, something by hand.
_REMOVED = """
SELECT own.id FROM {live} AS own JOIN {log} AS entry ON entry.row_id = own.id
WHERE entry."table" = %(table)s AND entry.action = 'delete' AND entry.actor_kind <> 'database'
    AND NOT EXISTS (SELECT FROM {outgoing} AS gone WHERE gone.id = own.id)
"""


def carry_revocations(connection: Any, live: str, outgoing: str) -> None:
    """Takes back in the restored schema what the outgoing one knows to be taken back.

    Call it as the owner, inside the swap's transaction, after `audit.carry_log`: the log tells what was removed. Both
    schemas have the release's migrations.
    """
    for table, columns, which in LATEST:
        names: dict[str, sql.Composable] = {
            "live": sql.Identifier(live, table),
            "outgoing": sql.Identifier(outgoing, table),
            "which": sql.SQL(which),
            "own": _list(columns, "own"),
            "gone": _list(columns, "gone"),
            "changes": sql.SQL(", ").join(
                sql.SQL("{} = gone.{}").format(sql.Identifier(name), sql.Identifier(name)) for name in columns
            ),
        }
        connection.execute(sql.SQL(_UPDATE).format(**names))
    for table, ended in ENDED:
        connection.execute(
            sql.SQL(_END).format(
                live=sql.Identifier(live, table),
                outgoing=sql.Identifier(outgoing, table),
                changes=sql.SQL(ended),
            )
        )
    for table in REMOVED:
        _remove(connection, live, outgoing, table)


def _list(columns: Sequence[str], row: str) -> sql.Composed:
    # ROW(), as a list of one column is no row.
    return sql.SQL("ROW({})").format(sql.SQL(", ").join(sql.Identifier(row, name) for name in columns))


def _remove(connection: Any, live: str, outgoing: str, table: str) -> None:
    found = connection.execute(
        sql.SQL(_REMOVED).format(
            live=sql.Identifier(live, table),
            outgoing=sql.Identifier(outgoing, table),
            log=sql.Identifier(live, "audit_entry"),
        ),
        {"table": table},
    ).fetchall()
    if not found:
        return
    ids = [row[0] for row in found]
    if table == "accounts_oauth_application":
        grants = sql.Identifier(live, "accounts_oauth_grant")
        connection.execute(sql.SQL("DELETE FROM {} WHERE application_id = ANY(%s)").format(grants), [ids])
    connection.execute(
        sql.SQL("DELETE FROM {} WHERE id = ANY(%s)").format(sql.Identifier(live, table)), [ids]
    )
