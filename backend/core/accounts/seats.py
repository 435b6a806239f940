"""The seats of a plan: members of the staff who can sign in, and invitations to the staff that are open."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from backend.core.accounts.models import Invitation, User, UserKind, UserStatus
from backend.kernel import limits


def count_members(_at: datetime) -> int:
    """How many members of the staff can sign in."""
    return _members().count()


def count_seats(at: datetime) -> int:
    """How many seats are taken: an open invitation holds the one that it will take."""
    invited = Invitation.objects.filter(
        kind=UserKind.STAFF, accepted_at=None, revoked_at=None, expires_at__gt=at
    )
    return _members().values("pk").union(invited.values("pk"), all=True).count()


def _members() -> QuerySet[User]:
    return User.objects.filter(kind=UserKind.STAFF, status=UserStatus.ACTIVE)


def take_seat(kind: str, *, invited: bool = False) -> None:
    """Makes sure that the plan holds one seat more, for a new user of that kind. Raises LimitReached.

    Who is invited has held a seat since; only where the plan shrank meanwhile is there none for all of them.
    """
    if kind == UserKind.STAFF:
        limits.take(limits.SEATS, count=count_members if invited else None)


def take_seat_again(user: User, status: str) -> None:
    """The same for a member of the staff who comes back to that status."""
    if user.kind == UserKind.STAFF and user.status != UserStatus.ACTIVE and status == UserStatus.ACTIVE:
        limits.take(limits.SEATS, pointer="/status")
