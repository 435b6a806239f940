"""Deleting a user: the person is forgotten, the history keeps an id."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import Count, Q

from backend.core.accounts import errors, rights
from backend.core.accounts.events import UserDeleted
from backend.core.accounts.models import (
    ApiKey,
    Assignment,
    Identity,
    Mail,
    OAuthGrant,
    Session,
    User,
    UserStatus,
)
from backend.core.accounts.permissions import MANAGE_USERS
from backend.core.accounts.selectors import users_for
from backend.core.accounts.services import guards
from backend.core.accounts.services.ending import end, end_grants
from backend.core.accounts.services.invitations import forget_invited, lock_invited
from backend.core.accounts.services.users import _reach
from backend.kernel import clock, db, holds
from backend.kernel.errors import ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.permissions import Principal

FORGOTTEN = "Deleted user"


def deletion_preview(*, principal: Principal, id: uuid.UUID) -> dict[str, Any]:
    """What deleting a user would end. Changes nothing. Raises PermissionDenied and ResourceNotFound."""
    principal.require(MANAGE_USERS)
    now = clock.now()
    user = (
        users_for(principal, MANAGE_USERS)
        .filter(pk=id)
        .annotate(
            open_sessions=Count(
                "sessions",
                filter=Q(sessions__revoked_at=None, sessions__expires_at__gt=now),
                distinct=True,
            ),
            keys=Count("api_keys", filter=Q(api_keys__revoked_at=None), distinct=True),
            identity_count=Count("identities", distinct=True),
        )
        .first()
    )
    if user is None:
        raise ResourceNotFound()
    return {
        "user": user.pk,
        "erased": ["name", "email", "phone", "telegram_id", "preferences", "password", "second_factors"],
        "kept": ["id", "kind", "locale", "history"],
        "sessions": user.open_sessions,
        "api_keys": user.keys,
        "identities": user.identity_count,
        "applications": OAuthGrant.objects.filter(
            Q(refresh_expires_at__gt=now) | Q(access_expires_at__gt=now), user_id=id, revoked_at=None
        ).count(),
        "assignments": len(user.assignments.all()),
    }


def delete_user(*, principal: Principal | None, id: uuid.UUID, expected_version: int | None = None) -> None:
    """Deletes a user: its personal data, sessions, keys, identities and roles go; its id stays in the history.

    What it granted to applications ends at once. Invitations and mails of its address go, and where it came from.

    Raises PermissionDenied, ResourceNotFound, VersionMismatch, PermissionEscalation, OwnAccount, LastOwner,
    DataHeld (the product itself forgets whom it has decided to forget),
    UserDeleted. Emits user.deleted, and invitation.revoked for one that was open. Locks the person's invitations, the
    schema's rights and the user. A retry is refused.
    """
    with db.transaction():
        invited = lock_invited(Q(accepted_by_id=id) | Q(email__in=User.objects.filter(pk=id).values("email")))
        _delete(principal, id, expected_version)
        forget_invited(invited)


def delete_people_of(customer_id: uuid.UUID) -> int:
    """Deletes all users of a customer, and who was ever invited to it; returns how many users there were.

    Needs an open transaction. Raises and emits as `delete_user` does. Doing it again changes nothing.
    """
    users = User.objects.filter(customer_id=customer_id)
    invited = lock_invited(
        Q(customer_id=customer_id)
        | Q(accepted_by__in=users.values("pk"))
        | Q(email__in=users.values("email"))
    )
    ids = list(users.exclude(status=UserStatus.DELETED).order_by("id").values_list("pk", flat=True))
    for user_id in ids:
        _delete(None, user_id, None)
    forget_invited(invited)
    return len(ids)


def _delete(principal: Principal | None, id: uuid.UUID, expected_version: int | None) -> None:
    if principal is not None and principal.user_id == id:
        raise errors.OwnAccount()
    with db.transaction():
        now = clock.now()
        with guards.OwnerLeft():
            user = _reach(principal, id)
            user.check_version(expected_version)
            if user.status == UserStatus.DELETED:
                raise errors.UserDeleted()
            if principal is not None:
                holds.refuse_held(user.customer_id)
            address = user.email
            user.save_versioned(
                status=UserStatus.DELETED,
                deleted_at=now,
                name=FORGOTTEN,
                email=None,
                phone=None,
                telegram_id=None,
                preferences={},
                password="",
                password_history=[],
                second_factors={},
                email_verified_at=None,
            )
            Assignment.objects.filter(user_id=id).delete()
        written = Q(subject_id=id) | Q(address=address) if address is not None else Q(subject_id=id)
        Mail.objects.filter(written).delete()
        end(Session.objects.filter(user_id=id), "deleted", now)
        Session.objects.filter(user_id=id).update(ip=None, user_agent="", place="")
        Identity.objects.filter(user_id=id).delete()
        ApiKey.objects.filter(user_id=id, revoked_at=None).update(revoked_at=now)
        ApiKey.objects.filter(user_id=id).update(last_used_ip=None)
        end_grants(OAuthGrant.objects.filter(user_id=id), now)
        rights.forget_user(id)
        emit(UserDeleted(user=id), subject_id=id, object_version=user.version)
