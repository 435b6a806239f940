"""Events of backups, in the restored business's own stream."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from backend.kernel.events import Event, described, event, ref


@event("tenant.restored", version=1, subject="ten")
class TenantRestored(Event):
    """The business's data was put back to an earlier state (or the restore was undone).

    Who keeps copies of the business's data should read everything anew: changes since `as_of` may be gone,
    and no event says which.
    """

    restore: UUID = ref("rst")
    backup: UUID = ref("bkp")
    as_of: datetime = described(
        "The moment whose data is live now; for an undo, the moment before the restore."
    )
    undo: bool = described("Whether a restore was undone.")


@event("tenant.merged", version=1, subject="ten")
class TenantMerged(Event):
    """Rows that the business had lost came back from a backup; what it did since then stays.

    No event tells of the single rows, whose events were sent in their time: who keeps copies of the business's data
    should read the `tables` anew.
    """

    restore: UUID = ref("rst")
    backup: UUID = ref("bkp")
    as_of: datetime = described("The moment of the backup.")
    inserted: int = described("How many rows came back.")
    overwritten: int = described("How many changed rows returned to the backup's state.")
    tables: list[str] = described("Which tables have got rows.")
