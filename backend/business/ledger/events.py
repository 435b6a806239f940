"""What the ledger tells the rest of the house and the world."""

from __future__ import annotations

import uuid

from backend.kernel.events import Event, described, event, ref
from backend.kernel.money import Money


@event("ledger.control_differs", version=1, subject="acc")
class ControlDiffers(Event):
    """A control account does not say what its documents sum to. Found by the nightly check of the books."""

    account: uuid.UUID = ref("acc")
    code: str
    books: Money = described("What the account says, on its own side.")
    documents: Money = described("What the receivables, the customers' credit or the points sum to.")
