"""The running balances after entries came back from a backup.

The database keeps them as legs are added. Where entries had been lost without it (removed by hand, with the guards
off), their amounts were still in the balances, and adding them again counts them twice: so the balances of the days
that such entries touch are compared with the entries, and set right where they differ. Those of lost entries that
cannot come back are among them, as otherwise one side of such an entry would stay and the other go.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from psycopg import sql

_WRONG = """
WITH touched AS (
    SELECT DISTINCT j.entity_unit_id AS unit_id, t.account_id,
        (j."timestamp" AT TIME ZONE coalesce(e.meta ->> 'timezone', 'UTC'))::date AS day,
        coalesce(j.activity, '') AS activity
    FROM {old}.django_ledger_journalentrymodel j
    JOIN {old}.django_ledger_transactionmodel t ON t.journal_entry_id = j.uuid
    JOIN {old}.django_ledger_ledgermodel l ON l.uuid = j.ledger_id
    JOIN {old}.django_ledger_entitymodel e ON e.uuid = l.entity_id
    WHERE j.uuid = ANY(%s) AND j.posted
), summed AS (
    SELECT touched.unit_id, touched.account_id, touched.day, touched.activity,
        coalesce(sum(legs.amount) FILTER (WHERE legs.tx_type = 'debit'), 0) AS debit,
        coalesce(sum(legs.amount) FILTER (WHERE legs.tx_type = 'credit'), 0) AS credit
    FROM touched
    LEFT JOIN (
        SELECT j.entity_unit_id, t.account_id, coalesce(j.activity, '') AS activity, t.tx_type, t.amount,
            (j."timestamp" AT TIME ZONE coalesce(e.meta ->> 'timezone', 'UTC'))::date AS day
        FROM {s}.django_ledger_transactionmodel t
        JOIN {s}.django_ledger_journalentrymodel j ON j.uuid = t.journal_entry_id AND j.posted
        JOIN {s}.django_ledger_ledgermodel l ON l.uuid = j.ledger_id
        JOIN {s}.django_ledger_entitymodel e ON e.uuid = l.entity_id
    ) AS legs ON legs.account_id = touched.account_id AND legs.entity_unit_id = touched.unit_id
        AND legs.activity = touched.activity AND legs.day = touched.day
    GROUP BY 1, 2, 3, 4
)
UPDATE {s}.ledger_balance AS b SET debit = summed.debit, credit = summed.credit FROM summed
WHERE b.unit_id = summed.unit_id AND b.account_id = summed.account_id AND b.day = summed.day
    AND b.activity = summed.activity AND (b.debit, b.credit) IS DISTINCT FROM (summed.debit, summed.credit)
"""


def settle_balances(connection: Any, schema: str, backup: str, entries: Sequence[uuid.UUID]) -> int:
    """Sets the balances that entries of the schema `backup` touch to what all entries of `schema` say; returns how many
    were wrong.

    Call it as the tables' owner, in the transaction that brought the entries back, with writers of legs held off. The
    guard of the balances is off for the one statement and on again before anybody else can write.
    """
    table = sql.Identifier(schema, "ledger_balance")
    connection.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER ledger_balance_kept").format(table))
    names = {"s": sql.Identifier(schema), "old": sql.Identifier(backup)}
    wrong = connection.execute(sql.SQL(_WRONG).format(**names), [list(entries)]).rowcount
    connection.execute(sql.SQL("ALTER TABLE {} ENABLE TRIGGER ledger_balance_kept").format(table))
    return int(wrong)
