"""What accounts holds of the people of one customer, and forgetting them."""

from __future__ import annotations

import uuid
from typing import Any

from backend.core.accounts.models import Session, User, UserStatus
from backend.core.accounts.services.deleting import delete_user


def personal_data(customer_id: uuid.UUID) -> list[dict[str, Any]]:
    """The customer's users with their sign-ins; no password or secret."""
    users = list(
        User.objects.filter(customer_id=customer_id)
        .order_by("id")
        .values(
            "id", "name", "email", "phone", "telegram_id", "locale", "timezone", "preferences", "created_at",
            "last_login_at", "email_verified_at",
        )
    )  # fmt: skip
    sessions: dict[uuid.UUID, list[dict[str, Any]]] = {}
    for found in (
        Session.objects.filter(user__customer_id=customer_id)
        .order_by("id")
        .values("user_id", "created_at", "last_used_at", "ip", "user_agent")
    ):
        row: dict[str, Any] = dict(found)
        sessions.setdefault(row.pop("user_id"), []).append(row)
    return [{**user, "sessions": sessions.get(user["id"], [])} for user in users]


def erase_personal_data(customer_id: uuid.UUID) -> int:
    """Deletes the customer's users (see `delete_user`) and where they signed in from.

    Needs an open transaction. Answers how many users there were; doing it again changes nothing.
    """
    users = User.objects.filter(customer_id=customer_id).exclude(status=UserStatus.DELETED)
    ids = list(users.order_by("id").values_list("pk", flat=True))
    for user_id in ids:
        delete_user(principal=None, id=user_id)
    Session.objects.filter(user__customer_id=customer_id).update(ip=None, user_agent="", place="")
    return len(ids)
