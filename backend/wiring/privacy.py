"""What erasures reach beyond the business's own schema, and that they survive a restore.

A backup that is older than an erasure does not bring the person back, one that is older than a hold does not lift
it, and one that is older than a consent's withdrawal does not give the consent again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from psycopg import sql

from backend.business.privacy import facade as privacy
from backend.core.accounts.events import UserDeleted
from backend.kernel import holds
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
# Holds as they stood at last: those that were placed since, and those that were lifted since.
_HOLDS = """
INSERT INTO {live} ({columns})
SELECT {held} FROM {outgoing} AS gone JOIN {customers} AS known ON known.id = gone.customer_id
WHERE gone.kind = 'hold'
ON CONFLICT (id) DO UPDATE SET state = excluded.state, version = excluded.version,
    expires_at = excluded.expires_at, decided_by_id = excluded.decided_by_id, decided_at = excluded.decided_at
"""
# The ledger of consents is only added to, so what is missing is added.
_CONSENTS = """
INSERT INTO {live} ({columns})
SELECT {values} FROM {outgoing} AS gone
WHERE gone.customer_id IS NULL OR EXISTS (SELECT FROM {customers} AS known WHERE known.id = gone.customer_id)
ON CONFLICT (id) DO NOTHING
"""
_COLUMNS = (
    "id", "version", "created_at", "updated_at", "kind", "state", "customer_id", "reason", "requested_by_id",
    "decided_by_id", "decided_at", "expires_at", "outcome",
)  # fmt: skip


_CONSENT_COLUMNS = (
    "id", "customer_id", "user_id", "visitor", "purpose", "version", "granted", "text_sha256", "language",
    "source", "at", "ip", "user_agent", "recorded_by_id",
)  # fmt: skip


def carry_holds(connection: Any, live: str, outgoing: str) -> None:
    """Puts the holds as they stand, and the consents given or taken back since, into the restored schema."""
    if _both_have(connection, "privacy_request", live, outgoing):
        connection.execute(
            sql.SQL(_HOLDS).format(
                live=sql.Identifier(live, "privacy_request"),
                outgoing=sql.Identifier(outgoing, "privacy_request"),
                customers=sql.Identifier(live, "customers_customer"),
                columns=_names(_COLUMNS),
                held=_names(_COLUMNS, "gone"),
            )
        )
    if _both_have(connection, "privacy_consent", live, outgoing):
        connection.execute(
            sql.SQL(_CONSENTS).format(
                live=sql.Identifier(live, "privacy_consent"),
                outgoing=sql.Identifier(outgoing, "privacy_consent"),
                customers=sql.Identifier(live, "customers_customer"),
                columns=_names(_CONSENT_COLUMNS),
                values=_names(_CONSENT_COLUMNS, "gone"),
            )
        )


def _names(columns: Sequence[str], table: str = "") -> sql.Composed:
    return sql.SQL(", ").join(
        sql.Identifier(table, name) if table else sql.Identifier(name) for name in columns
    )


def _both_have(connection: Any, table: str, live: str, outgoing: str) -> bool:
    """Whether both schemas have a table: one of them may be of a release before privacy."""
    found = connection.execute(
        "SELECT count(*) FROM pg_tables WHERE tablename = %s AND schemaname IN (%s, %s)",
        [table, live, outgoing],
    ).fetchone()
    return found is not None and found[0] == 2


def carry_erasures(connection: Any, live: str, outgoing: str) -> None:
    """Puts the erasures that were completed into the restored schema, to be done again."""
    if not _both_have(connection, "privacy_request", live, outgoing):
        return
    names: dict[str, sql.Composable] = {
        "live": sql.Identifier(live, "privacy_request"),
        "outgoing": sql.Identifier(outgoing, "privacy_request"),
        "customers": sql.Identifier(live, "customers_customer"),
        "columns": _names(_COLUMNS),
        "values": sql.SQL(", ").join(
            sql.Literal("approved") if name == "state" else sql.Identifier("gone", name) for name in _COLUMNS
        ),
    }
    connection.execute(sql.SQL(_AGAIN).format(**names))
    connection.execute(sql.SQL(_COPY).format(**names))


def user_deleted(recorded: Recorded) -> None:
    """The operator's list of impersonations names a deleted user no longer."""
    tenants.forget_impersonated(cast(UserDeleted, recorded.event).user)


backups.register_carrier(carry_holds)
backups.register_carrier(carry_erasures)
holds.register(privacy.held)
on(UserDeleted, name="tenants.user_deleted", run=user_deleted)
