"""Numbers that people read: `ORD-2026-000123`, without gaps."""

from __future__ import annotations

from backend.kernel.db.rows import fixed
from backend.kernel.db.transactions import require_transaction
from backend.kernel.ids import new_id


def next_number(name: str, *, period: str = "", width: int = 6, count: int = 1) -> str:
    """The next number of a series, as `NAME-PERIOD-000123`.

    Taken in the caller's transaction from a row that stays locked until its end, so a rolled back
    caller leaves no gap and two callers never get one number. Take it last: it serializes callers.
    With `count` above 1 a block is taken and its first number returned.
    """
    require_transaction()
    with fixed() as cursor:
        cursor.execute(
            "INSERT INTO kernel_sequence AS s (id, name, period, value) VALUES (%s, %s, %s, %s) "
            "ON CONFLICT (name, period) DO UPDATE SET value = s.value + EXCLUDED.value RETURNING value",
            [new_id(), name, period, count],
        )
        value = cursor.fetchone()[0] - count + 1
    return "-".join(part for part in (name, period, f"{value:0{width}d}") if part)
