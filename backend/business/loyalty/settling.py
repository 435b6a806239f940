"""Points of one branch that pay for an order of another: the branches settle, as they do for money (adr/0016)."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from backend.business.ledger import facade as ledger
from backend.business.ledger.types import Entry, Leg, credit, debit
from backend.business.loyalty.models import Account, Lot, Redemption
from backend.business.loyalty.types import RedemptionState
from backend.kernel import clock, db
from backend.kernel.money import Money


def _key(redemption_id: uuid.UUID, unit: uuid.UUID | None) -> str:
    return f"redemption:{redemption_id}:unit:{unit or 'head'}"


def settle_redemption(
    *, redemption_id: uuid.UUID, branch_id: uuid.UUID | None, at: datetime | None = None
) -> None:
    """Takes the liability for points from the branches that took it up to the one whose order they paid for.

    `branch_id` is where the redemption's tender was posted. The liability of each other branch leaves its books
    against account 1360, and 1360 stands against it in those of `branch_id`. For wiring, after the redemption.
    Posts in one call. Locks the account, then the redemption. A second call does nothing, as does one for points
    that were given back meanwhile.
    """
    with db.transaction():
        redemption = _locked(redemption_id)
        if redemption is None or redemption.state != RedemptionState.COMMITTED:
            return
        shares = _shares(redemption)
        shares.pop(branch_id, None)
        _post(redemption, branch_id, shares, at or clock.now(), back=False)


def unsettle(redemption: Redemption) -> None:
    """Takes the settlement of a redemption back, where there is one. The account and the redemption are locked."""
    shares = _shares(redemption)
    settled = ledger.units_of(
        [f"redemption:{redemption.pk}", *(_key(redemption.pk, unit) for unit in shares)]
    )
    if f"redemption:{redemption.pk}" in settled:
        branch = settled[f"redemption:{redemption.pk}"]
        shares = {unit: worth for unit, worth in shares.items() if _key(redemption.pk, unit) in settled}
        _post(redemption, branch, shares, clock.now(), back=True)


def _locked(redemption_id: uuid.UUID) -> Redemption | None:
    found = Redemption.objects.filter(pk=redemption_id).first()
    if found is None:
        return None
    db.lock_queryset(Account.objects.filter(pk=found.account_id))
    return next(iter(db.lock(Redemption, [redemption_id])), None)


def _shares(redemption: Redemption) -> dict[uuid.UUID | None, int]:
    """What the points are worth, in minor units, by the branch whose books took up the liability for them."""
    values = dict(
        Lot.objects.filter(pk__in=[part["lot"] for part in redemption.parts]).values_list("pk", "value")
    )
    units = ledger.units_of([f"points:{lot}" for lot in values])
    shares: dict[uuid.UUID | None, int] = defaultdict(int)
    for part in redemption.parts:
        lot = uuid.UUID(part["lot"])
        if f"points:{lot}" in units:  # Points worth nothing were never a liability.
            shares[units[f"points:{lot}"]] += part["points"] * values[lot]
    return shares


def _post(
    redemption: Redemption,
    branch: uuid.UUID | None,
    shares: Mapping[uuid.UUID | None, int],
    at: datetime,
    *,
    back: bool,
) -> None:
    if not shares:
        return

    def entry(key: str, unit: uuid.UUID | None, debited: str, credited: str, minor: int) -> Entry:
        if back:
            debited, credited = credited, debited
        amount = Money.of(minor, redemption.currency)
        legs: tuple[Leg, ...] = (debit(debited, amount), credit(credited, amount))
        return Entry(
            key=f"{key}:returned" if back else key,
            at=at,
            otherwise=clock.now(),
            description="Points of one branch used at another" + (", given back" if back else ""),
            legs=legs,
            unit=unit,
            subject_type="order",
            subject_id=redemption.order_id,
        )

    liability, between = ledger.LOYALTY_LIABILITY, ledger.BRANCH_SETTLEMENTS
    ledger.post(
        [
            entry(f"redemption:{redemption.pk}", branch, between, liability, sum(shares.values())),
            *(
                entry(_key(redemption.pk, unit), unit, liability, between, minor)
                for unit, minor in shares.items()
            ),
        ]
    )
