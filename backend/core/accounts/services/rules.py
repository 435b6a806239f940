"""What the business's rules say against a password."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    UserAttributeSimilarityValidator,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from backend.core.accounts.models import User
from backend.core.accounts.policy import Policy, current
from backend.kernel.errors import FieldProblem, Invalid

_common = CommonPasswordValidator()
_similar = UserAttributeSimilarityValidator(user_attributes=("name", "email", "phone"))
_breached: list[Callable[[str], bool]] = []


def register_breach_list(known: Callable[[str], bool]) -> None:
    """Names the function that says whether a password is in a list of breached ones.

    It may call a service, so it is asked before any transaction; where it raises OSError the password passes.
    """
    _breached[:] = [known]


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
    if wanted.refuse_breached and _breached and not problems and _is_breached(password):
        problems.append(
            FieldProblem(
                pointer, "password_breached", _("This password is known from a breach. Choose another.")
            )
        )
    return problems


def _is_breached(password: str) -> bool:
    try:
        return _breached[0](password)
    except OSError:
        # A list that cannot be asked must not keep everybody from choosing a password.
        return False


def check_password_rules(password: str, user: User | None, pointer: str = "/password") -> None:
    """Raises Invalid where the business's rules say something against a password."""
    if problems := password_problems(password, user, pointer=pointer):
        raise Invalid(problems)
