"""Ending sessions, and what applications were granted."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db.models import QuerySet

from backend.core.accounts import rights
from backend.core.accounts.models import OAuthGrant, Session
from backend.kernel import clock, db


def end_sessions_of(*, user_id: uuid.UUID, reason: str) -> int:
    """Ends all sessions of a user at once; returns how many. The caller has checked that it may."""
    with db.transaction():
        count = end(Session.objects.filter(user_id=user_id), reason, clock.now())
        rights.forget_user(user_id)
    return count


def end_all_sessions(*, reason: str) -> int:
    """Ends every session and every application's grant of the schema; returns how many sessions.

    As after a restore from a backup, with which those that were ended meanwhile come back.
    """
    with db.transaction():
        now = clock.now()
        count = end(Session.objects.all(), reason, now)
        end_grants(OAuthGrant.objects.all(), now)
        rights.forget_everyone()
    return count


def end(sessions: QuerySet[Session], reason: str, now: datetime) -> int:
    """Marks sessions as ended; returns how many were not yet. The caller drops what the cache keeps."""
    return int(sessions.filter(revoked_at=None).update(revoked_at=now, revoked_reason=reason))


def end_grants(grants: QuerySet[OAuthGrant], now: datetime) -> int:
    """Ends what applications were granted, tokens included; returns how many. The cache is the caller's to drop."""
    return int(grants.filter(revoked_at=None).update(revoked_at=now))
