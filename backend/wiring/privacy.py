"""What erasures reach beyond the business's own schema, and that they survive a restore.

A backup that is older than an erasure does not bring the person back.
"""

from __future__ import annotations

from typing import Any, cast

from psycopg import sql

from backend.core.accounts.events import UserDeleted
from backend.kernel.events import Recorded, on
from backend.platform.backups import facade as backups
from backend.platform.tenants import facade as tenants

# Of each customer that the restored schema knows, the last erasure that the outgoing one had completed. It
# comes back as approved, and the task of privacy does it again; see `privacy.requests.erase_approved`.
_AGAIN = """
WITH done AS (
    SELECT DISTINCT ON (gone.customer_id) gone.* FROM {outgoing} AS gone
    JOIN {customers} AS known ON known.id = gone.customer_id
    WHERE gone.kind = 'erasure' AND gone.state = 'completed'
    ORDER BY gone.customer_id, gone.id DESC
), closed AS (
    UPDATE {live} AS open SET state = 'rejected' FROM done
    WHERE open.kind = 'erasure' AND open.state IN ('requested', 'approved')
        AND open.customer_id = done.customer_id AND open.id <> done.id
    RETURNING open.id
)
SELECT count(*) FROM closed
"""
_COPY = """
INSERT INTO {live} ({columns})
SELECT DISTINCT ON (gone.customer_id) {values} FROM {outgoing} AS gone
JOIN {customers} AS known ON known.id = gone.customer_id
WHERE gone.kind = 'erasure' AND gone.state = 'completed'
ORDER BY gone.customer_id, gone.id DESC
ON CONFLICT (id) DO UPDATE SET state = 'approved', version = privacy_request.version + 1
"""
_COLUMNS = (
    "id", "version", "created_at", "updated_at", "kind", "state", "customer_id", "reason", "requested_by_id",
    "decided_by_id", "decided_at", "expires_at", "outcome",
)  # fmt: skip


def carry_erasures(connection: Any, live: str, outgoing: str) -> None:
    """Puts the erasures that were completed into the restored schema, to be done again."""
    found = connection.execute(
        "SELECT count(*) FROM pg_tables WHERE tablename = 'privacy_request' AND schemaname IN (%s, %s)",
        [live, outgoing],
    ).fetchone()
    if found is None or found[0] != 2:
        return  # One of them is of a release before privacy.
    names: dict[str, sql.Composable] = {
        "live": sql.Identifier(live, "privacy_request"),
        "outgoing": sql.Identifier(outgoing, "privacy_request"),
        "customers": sql.Identifier(live, "customers_customer"),
        "columns": sql.SQL(", ").join(map(sql.Identifier, _COLUMNS)),
        "values": sql.SQL(", ").join(
            sql.Literal("approved") if name == "state" else sql.Identifier("gone", name) for name in _COLUMNS
        ),
    }
    connection.execute(sql.SQL(_AGAIN).format(**names))
    connection.execute(sql.SQL(_COPY).format(**names))


def user_deleted(recorded: Recorded) -> None:
    """The operator's list of impersonations names a deleted user no longer."""
    tenants.forget_impersonated(cast(UserDeleted, recorded.event).user)


backups.register_carrier(carry_erasures)
on(UserDeleted, name="tenants.user_deleted", run=user_deleted)
