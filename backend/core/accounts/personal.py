"""What accounts holds of the people of one customer, and forgetting them."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import QuerySet

from backend.core.accounts.models import (
    ApiKey,
    Assignment,
    Identity,
    Invitation,
    OAuthGrant,
    Session,
    User,
    UserStatus,
)
from backend.core.accounts.services.deleting import delete_people_of


def personal_data(
    customer_id: uuid.UUID, *, user_id: uuid.UUID | None = None, sign_ins: bool = True
) -> list[dict[str, Any]]:
    """The customer's users, or of them only one; no password or secret.

    `sign_ins` adds how, when and from where each signed in. That is the person's own: of a customer with several
    people it goes to nobody else.
    """
    users = User.objects.filter(customer_id=customer_id).exclude(status=UserStatus.DELETED)
    return _people(users if user_id is None else users.filter(pk=user_id), sign_ins=sign_ins)


def person_data(user_id: uuid.UUID) -> list[dict[str, Any]]:
    """What is kept of one user of whatever kind, with its sign-ins; no password or secret."""
    return _people(User.objects.filter(pk=user_id), sign_ins=True)


def customer_has_people(customer_id: uuid.UUID) -> bool:
    """Whether a user who is not deleted, or an invitation that can still be accepted, names the customer."""
    if User.objects.filter(customer_id=customer_id).exclude(status=UserStatus.DELETED).exists():
        return True
    return Invitation.objects.filter(customer_id=customer_id, accepted_at=None, revoked_at=None).exists()


def _people(rows: QuerySet[User], *, sign_ins: bool) -> list[dict[str, Any]]:
    users: list[dict[str, Any]] = [
        dict(row)
        for row in rows.order_by("id").values(
            "id", "name", "email", "phone", "telegram_id", "locale", "timezone", "preferences", "created_at",
            "last_login_at", "email_verified_at",
        )
    ]  # fmt: skip
    if not sign_ins:
        shown = ("id", "name", "email", "phone", "locale", "created_at")
        return [{name: user[name] for name in shown} for user in users]
    ids = [user["id"] for user in users]
    parts = {
        "sessions": Session.objects.filter(user_id__in=ids).values(
            "user_id", "created_at", "last_used_at", "ip", "user_agent", "place",
            "last_ip", "last_user_agent", "last_place", "method",
        ),
        "identities": Identity.objects.filter(user_id__in=ids).values(
            "user_id", "issuer", "subject", "created_at", "last_used_at"
        ),
        "api_keys": ApiKey.objects.filter(user_id__in=ids).values(
            "user_id", "name", "hint", "scopes", "networks", "created_at", "expires_at", "revoked_at",
            "last_used_at", "last_used_ip",
        ),
        "applications": OAuthGrant.objects.filter(user_id__in=ids).values(
            "user_id", "application__name", "scopes", "created_at", "revoked_at"
        ),
        "roles": Assignment.objects.filter(user_id__in=ids).values("user_id", "role__code", "scope", "created_at"),
    }  # fmt: skip
    for name, found in parts.items():
        by_user: dict[uuid.UUID, list[dict[str, Any]]] = {}
        for row in found.order_by("id"):
            part: dict[str, Any] = dict(row)
            by_user.setdefault(part.pop("user_id"), []).append(part)
        for user in users:
            user[name] = by_user.get(user["id"], [])
    return users


def erase_personal_data(customer_id: uuid.UUID) -> int:
    """Deletes the customer's users (see `delete_user`), where they signed in from, and who was invited to it.

    Needs an open transaction. Answers how many users there were; doing it again changes nothing.
    """
    count = delete_people_of(customer_id)
    Session.objects.filter(user__customer_id=customer_id).update(
        ip=None, user_agent="", place="", last_ip=None, last_user_agent="", last_place="", reason=""
    )
    ApiKey.objects.filter(user__customer_id=customer_id).update(name="", networks=[], last_used_ip=None)
    return count
