"""The history of sign-ins, and what a user did: two views of the log's entries."""

from __future__ import annotations

import uuid

from django.db.models import Q, QuerySet

from backend.core.accounts import facade as accounts
from backend.core.accounts.permissions import VIEW_SESSIONS
from backend.core.audit.models import AuditEntry
from backend.core.audit.selectors import entries_for
from backend.kernel import actions
from backend.kernel.errors import ResourceNotFound
from backend.kernel.permissions import Principal

OUTCOMES = {
    "signed_in": actions.SIGNED_IN,
    "failed": actions.SIGN_IN_FAILED,
    "second_factor_failed": actions.SECOND_FACTOR_FAILED,
    "locked": actions.LOCKED,
    "signed_out": actions.SIGNED_OUT,
    "refresh_reused": actions.REFRESH_REUSED,
    "impersonated": actions.IMPERSONATED,
}
"""What an entry of the history tells, by its short name."""
_BY_CODE = {action.code: name for name, action in OUTCOMES.items()}


def _logins() -> QuerySet[AuditEntry]:
    # The first condition is the index's own.
    return AuditEntry.objects.filter(action__startswith="auth.", action__in=list(_BY_CODE))


def logins_for(principal: Principal) -> QuerySet[AuditEntry]:
    """Sign-ins of the users whom the caller may see; those with names of nobody only for who sees all."""
    scope = principal.scope(VIEW_SESSIONS)
    if scope is None:
        return AuditEntry.objects.none()
    if scope.everything:
        return _logins()
    return _logins().filter(row_id__in=accounts.user_ids_for(principal, VIEW_SESSIONS))


def own_logins(principal: Principal) -> QuerySet[AuditEntry]:
    """The caller's own sign-ins, and failed attempts with the caller's name."""
    if principal.user_id is None:
        return AuditEntry.objects.none()
    return _logins().filter(row_id=principal.user_id)


def outcome_of(entry: AuditEntry) -> str:
    """The short name of an entry's action."""
    return _BY_CODE[entry.action]


def activity_of(principal: Principal, user_id: uuid.UUID) -> QuerySet[AuditEntry]:
    """What a user did, and the user's own sign-ins, as far as the caller may see the log.

    Raises ResourceNotFound where there is no such user, or none that the caller's scope reaches.
    """
    entries = entries_for(principal)
    if not accounts.users_by_id([user_id]):
        raise ResourceNotFound()
    if entries.query.is_empty() or (
        user_id != principal.user_id and not principal.require("audit.entry.view").everything
    ):
        raise ResourceNotFound()
    return entries.filter(Q(actor_id=user_id) | Q(row_id=user_id, action__in=list(_BY_CODE)))
