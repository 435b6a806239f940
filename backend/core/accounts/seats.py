"""The seats of a plan: members of the staff who can sign in, or are invited to."""

from __future__ import annotations

from datetime import datetime

from backend.core.accounts.models import User, UserKind, UserStatus
from backend.kernel import limits

SEATED = frozenset({UserStatus.ACTIVE.value, UserStatus.INVITED.value})


def count_seats(_at: datetime) -> int:
    """How many seats are taken."""
    return User.objects.filter(kind=UserKind.STAFF, status__in=SEATED).count()


def take_seat(kind: str) -> None:
    """Makes sure that the plan holds one seat more, for a new user of that kind. Raises LimitReached."""
    if kind == UserKind.STAFF:
        limits.take(limits.SEATS)


def take_seat_again(user: User, status: str) -> None:
    """The same for a member of the staff who comes back to that status."""
    if user.kind == UserKind.STAFF and user.status not in SEATED and status in SEATED:
        limits.take(limits.SEATS, pointer="/status")
