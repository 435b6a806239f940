"""What the business's rules say against a password."""

from __future__ import annotations

import logging

from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    UserAttributeSimilarityValidator,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from backend.core.accounts import breaches
from backend.core.accounts.models import User
from backend.core.accounts.policy import Policy, current
from backend.kernel.errors import FieldProblem, Invalid

logger = logging.getLogger(__name__)

_common = CommonPasswordValidator()
_similar = UserAttributeSimilarityValidator(user_attributes=("name", "email", "phone"))


def password_problems(
    password: str, user: User | None, rules: Policy | None = None, pointer: str = "/password"
) -> list[FieldProblem]:
    """What the business's rules say against a password for a user (who may be still to be made).

    Source: NIST SP 800-63B, 5.1.1.2: length and lists of known passwords; no rules of composition.
    """
    wanted = (rules or current()).password
    if len(password) < wanted.min_length:
        return [
            FieldProblem(
                pointer,
                "password_too_short",
                _("A password has at least {minimum} characters here."),
                {"minimum": wanted.min_length},
            )
        ]
    problems = []
    if wanted.refuse_common:
        try:
            _common.validate(password)
        except ValidationError:
            problems.append(
                FieldProblem(
                    pointer, "password_too_common", _("This password is among the most common ones.")
                )
            )
        if user is not None:
            try:
                _similar.validate(password, user)
            except ValidationError:
                problems.append(
                    FieldProblem(
                        pointer,
                        "password_too_similar",
                        _("This password is too much like the name or the address."),
                    )
                )
    if wanted.history and user is not None:
        earlier = [user.password, *user.password_history][: wanted.history]
        if any(check_password(password, kept) for kept in earlier if kept):
            problems.append(
                FieldProblem(pointer, "password_used_before", _("This password was used before."))
            )
    if wanted.refuse_breached and not problems and _is_breached(password):
        problems.append(
            FieldProblem(
                pointer, "password_breached", _("This password is known from a breach. Choose another.")
            )
        )
    return problems


def _is_breached(password: str) -> bool:
    if not breaches.is_there():
        # The rule was made while there was a list; one is not switched on without.
        logger.warning(
            "a business refuses breached passwords, and GUILDHALL_BREACHED_PASSWORDS names no list"
        )
        return False
    try:
        return breaches.is_breached(password)
    except OSError as error:
        # A list that cannot be asked must not keep everybody from choosing a password.
        logger.error("the list of breached passwords does not answer: %s", error)
        return False


def check_password_rules(password: str, user: User | None, pointer: str = "/password") -> None:
    """Raises Invalid where the business's rules say something against a password."""
    if problems := password_problems(password, user, pointer=pointer):
        raise Invalid(problems)
