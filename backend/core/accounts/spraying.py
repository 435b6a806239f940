"""One password tried on many accounts from many places: no account, address or network sees enough of it.

So the business counts the accounts that somebody failed with in the last hour and did not come in with since. A
network counts for a few of them only: from few networks nobody can raise it, they have limits of their own. From
`ACCOUNTS` on, strangers come in one at a time, with a gap between them that doubles to a minute; who signed in from
the same network before is no stranger and does not wait. Nobody is shut out: a stranger's turn comes, if not at once.

While this lasts, an answer tells somebody in a user's own network that the user has signed in from there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from backend.kernel import clock

ACCOUNTS = 100
"""So many accounts an hour look like a spray."""
STEP = 25
"""After so many accounts more the gap doubles."""
FIRST_GAP = 1
LONGEST_GAP = 60
"""Seconds between two strangers' attempts."""
WINDOW = 3600
PER_NETWORK = 10
"""Accounts an hour that one network counts for."""

Count = Callable[[str, int], int]
"""Adds one under a key that lives so many seconds, and answers the sum."""


@dataclass(frozen=True, slots=True)
class Hour:
    """The two counters that a moment's last hour lies in, and how much of the earlier one does."""

    now: str
    before: str
    weight: float

    def sum(self, now: int, before: int) -> float:
        """The accounts of the last hour, as if those of an earlier hour had come evenly."""
        return now + before * self.weight


def hour() -> Hour:
    """The hour that runs."""
    number, seconds = divmod(clock.now().timestamp(), WINDOW)
    return Hour(f"login-spray:{int(number)}", f"login-spray:{int(number) - 1}", 1 - seconds / WINDOW)


def gap_after(accounts: float) -> int:
    """Seconds between two strangers' attempts when so many accounts were failed with; 0 for no gap."""
    if accounts < ACCOUNTS:
        return 0
    return int(min(FIRST_GAP * 2 ** min(int(accounts - ACCOUNTS) // STEP, 10), LONGEST_GAP))


def wait_of_stranger(accounts: float, count: Count) -> int:
    """Seconds that a stranger must wait, 0 where it is the stranger's turn, which is used up with this."""
    gap = gap_after(accounts)
    if not gap:
        return 0
    number, seconds = divmod(clock.now().timestamp(), gap)
    if count(f"login-turn:{gap}:{int(number)}", gap * 2) == 1:
        return 0
    return int(gap - seconds) + 1


def count_account(network: str, count: Count) -> str:
    """Counts an account that somebody failed with for the first time in an hour; answers what it counts under.

    Nothing where the network has had its share.
    """
    if network and count(f"login-spray-net:{network}", WINDOW) > PER_NETWORK:
        return ""
    key = hour().now
    count(key, 2 * WINDOW)
    return key
