"""Ending sessions by choice, of oneself and of others, and letting a locked user in again."""

from __future__ import annotations

import uuid
from typing import Any

from backend.core.accounts import rights, throttle
from backend.core.accounts.models import Session, User
from backend.core.accounts.permissions import END_SESSIONS, VIEW_SESSIONS
from backend.core.accounts.selectors import own_sessions, users_for
from backend.core.accounts.services.ending import end
from backend.core.accounts.services.users import _reach
from backend.kernel import clock, db
from backend.kernel.errors import ResourceNotFound
from backend.kernel.permissions import Permission, Principal


def revoke_own_session(*, principal: Principal, id: uuid.UUID, expected_version: int | None = None) -> None:
    """Ends one of one's own sessions, its access tokens at once. Raises ResourceNotFound for one that is over.

    A session has no versions, so `expected_version` is passed over.
    """
    with db.transaction():
        if not end(own_sessions(principal).filter(pk=id), "revoked", clock.now()):
            raise ResourceNotFound()
        assert principal.user_id is not None
        rights.forget_user(principal.user_id)


def revoke_other_sessions(*, principal: Principal) -> int:
    """Ends all of one's own sessions but the one that asks; returns how many. A retry finds none."""
    if principal.user_id is None:
        raise ResourceNotFound()
    with db.transaction():
        others = own_sessions(principal)
        if principal.session_id is not None:
            others = others.exclude(pk=principal.session_id)
        count = end(others, "revoked", clock.now())
        rights.forget_user(principal.user_id)
    return count


def sessions_of_user(*, principal: Principal, user_id: uuid.UUID) -> Any:
    """The open sessions of a user whom the caller may see. Raises PermissionDenied and ResourceNotFound."""
    _seen(principal, user_id, VIEW_SESSIONS)
    return Session.objects.filter(user_id=user_id, revoked_at=None, expires_at__gt=clock.now())


def revoke_sessions_of(
    *, principal: Principal, user_id: uuid.UUID, session_id: uuid.UUID | None = None
) -> int:
    """Ends a user's session, or all of them; returns how many.

    Raises PermissionDenied, and ResourceNotFound for a user out of reach or a session that is over.
    """
    with db.transaction():
        _seen(principal, user_id, END_SESSIONS)
        sessions = Session.objects.filter(user_id=user_id)
        if session_id is not None:
            sessions = sessions.filter(pk=session_id)
        count = end(sessions, "revoked_by_staff", clock.now())
        if session_id is not None and not count:
            raise ResourceNotFound()
        rights.forget_user(user_id)
    return count


def unlock_user(*, principal: Principal, id: uuid.UUID) -> User:
    """Forgets a user's failed sign-ins and codes, so that the next attempt need not wait.

    The caller must reach the user as for any change of one. Raises ResourceNotFound, PermissionDenied,
    PermissionEscalation. Locks the user. A retry changes nothing further.
    """
    with db.transaction():
        user = _reach(principal, id)
        forget_failures(user)
    return user


def forget_failures(user: User) -> None:
    """Nothing that failed before keeps the user waiting, once the open transaction commits."""
    state = {
        name: value
        for name, value in user.second_factors.items()
        if name not in ("failures", "blocked_until")
    }
    User.objects.filter(pk=user.pk).update(failed_logins=0, locked_until=None, second_factors=state)
    names = [name for name in (user.email, user.phone, f"password:{user.pk}") if name]

    def forget() -> None:
        for name in names:
            throttle.succeeded(name)

    db.on_commit(forget)


def _seen(principal: Principal, user_id: uuid.UUID, permission: Permission) -> None:
    principal.require(permission)
    if not users_for(principal, permission).filter(pk=user_id).exists():
        raise ResourceNotFound()
