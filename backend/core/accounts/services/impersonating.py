"""An operator acts as a user of a business: opened, shown, ended. Who may is the operator's domain's matter."""

from __future__ import annotations

import uuid
from datetime import timedelta

from backend.core.accounts import errors, rights
from backend.core.accounts.models import Session, SignInMethod, User, UserKind, UserStatus
from backend.core.accounts.services.ending import end
from backend.core.accounts.services.sessions import issue_session_for
from backend.core.accounts.types import TokenPair
from backend.kernel import clock, db
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.ids import encode


def impersonate(
    *, user_id: uuid.UUID, impersonator_id: uuid.UUID, reason: str, lifetime: timedelta
) -> TokenPair:
    """Opens a session of a user for an operator; whatever is done, it ends after `lifetime`.

    Its tokens name the operator (`act`), and so does every row of the audit log that it leads to. Raises
    ReferenceNotFound, and UserNotActive for one who cannot sign in; service accounts are nobody to act for.
    Records auth.impersonated. Locks the user. A retry opens another session.
    """
    with db.transaction():
        user = User.objects.filter(pk=user_id).exclude(kind=UserKind.SERVICE).first()
        if user is None:
            raise ReferenceNotFound(reference=f"user {encode('usr', user_id)}", pointer="/user")
        if user.status != UserStatus.ACTIVE:
            raise errors.UserNotActive(status=user.status, pointer="/user")
        return issue_session_for(
            user=user,
            method=SignInMethod.IMPERSONATION,
            impersonator_id=impersonator_id,
            reason=reason,
            lifetime=lifetime,
        )


def end_impersonation(*, session_id: uuid.UUID) -> bool:
    """Ends an operator's session, its access tokens at once; False where it was over. A retry changes nothing."""
    with db.transaction():
        sessions = Session.objects.filter(
            pk=session_id, impersonator_id__isnull=False, expires_at__gt=clock.now()
        )
        owner = sessions.values_list("user_id", flat=True).first()
        ended = end(sessions, "impersonation_ended", clock.now())
        if owner is not None:
            rights.forget_user(owner)
    return bool(ended)
