"""The way back for whom nobody near can help: operators from the shell, people of a business by an operator."""

from __future__ import annotations

import uuid

from django.contrib.auth.hashers import make_password

from backend.core.accounts import policy, rights
from backend.core.accounts.events import SecurityPolicyUpdated
from backend.core.accounts.models import SecurityPolicy, User, UserKind, UserStatus
from backend.core.accounts.services.ending import end_sessions_of
from backend.core.accounts.services.passwords import _set as set_password
from backend.core.accounts.services.revoking import forget_failures
from backend.core.accounts.services.rules import check_password_rules
from backend.core.accounts.services.second_factors import _changed as change_factors
from backend.core.accounts.services.users import normal_email
from backend.kernel import actions, db
from backend.kernel.errors import ResourceNotFound
from backend.kernel.events import emit


def recover_operator(
    *, email: str, password: str | None = None, second_factors: bool = False, networks: bool = False, by: str
) -> User:
    """Lets an operator in again: forgets failed sign-ins, and what else is asked for. Ends the operator's sessions.

    `password` becomes the new one, `second_factors` takes them all (the next sign-in enrols anew where a role
    demands one), `networks` lifts the rule from where operators may come. `by` is who asks, for the audit log:
    the shell's user. For the public schema. Raises ResourceNotFound where no active operator has the address, and
    Invalid for a password against the rules. Emits user.updated and security_policy.updated,
    and queues the mail that a password was changed. Locks the user. A
    retry does it again.
    """
    user = User.objects.filter(
        email=normal_email(email), kind=UserKind.OPERATOR, status=UserStatus.ACTIVE
    ).first()
    if user is None:
        raise ResourceNotFound()
    hashed = ""
    if password is not None:
        check_password_rules(password, user)
        hashed = make_password(password)
    with db.transaction():
        if networks:
            _lift_networks()
        (user,) = db.lock(User, [user.pk])
        forget_failures(user)
        if hashed:
            set_password(user, hashed)
        if second_factors and user.second_factors:
            change_factors(user, {})
        end_sessions_of(user_id=user.pk, reason="recovered")
        rights.forget_user(user.pk)
        reset = {"failures": True, "password": hashed, "second_factors": second_factors, "networks": networks}
        actions.record(
            actions.RECOVERED,
            subject_type="user",
            subject_id=user.pk,
            details={"by": by, "reset": [name for name, done in reset.items() if done]},
        )
    return user


def recover_user(*, user_id: uuid.UUID, second_factors: bool, sessions: bool) -> User:
    """Forgets a user's failed sign-ins and codes; takes the second factors and ends the sessions where asked for.

    Without the second factors that an open session was begun with, it ends too. The caller has checked that it may,
    and records why. Raises ResourceNotFound. Emits user.updated where second factors were taken. Locks the user. A
    retry changes nothing further.
    """
    with db.transaction():
        found = db.lock(User, [user_id])
        if not found:
            raise ResourceNotFound()
        (user,) = found
        forget_failures(user)
        taken = second_factors and bool(user.second_factors)
        if taken:
            change_factors(user, {})
        if taken or sessions:
            end_sessions_of(user_id=user.pk, reason="recovered")
    return user


def _lift_networks() -> None:
    db.advisory_lock(policy.KEY)
    row = SecurityPolicy.objects.select_for_update().first()
    if row is None or not row.rules.get("networks"):
        return
    rules = {**row.rules, "networks": []}
    row.save_versioned(rules=rules)
    policy.keep(rules)
    rights.forget_everyone()
    emit(
        SecurityPolicyUpdated(policy=row.id, changed=["networks"]),
        subject_id=row.id,
        object_version=row.version,
    )
