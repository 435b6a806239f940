"""The operator's first people: whoever sets an installation up makes one from the shell."""

from __future__ import annotations

from backend.core.accounts.models import User, UserKind
from backend.core.accounts.services.roles import seed_roles
from backend.core.accounts.services.rules import check_password_rules
from backend.core.accounts.services.users import create_user, normal_email
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel import db

ROLE = RoleSpec("operator", {"en": "Operator", "ru": "Оператор"}, ("*",))
"""What an operator from the shell holds: everything. Who holds less is invited by one who holds more."""


def make_operator(
    *, email: str, name: str, password: str | None = None, password_hash: str | None = None
) -> User:
    """Makes an operator who may do everything. For the shell and for seeding, in the public schema.

    `password_hash` (of `facade.hash_password`) takes the place of a password, which is held against the rules. Raises
    EmailTaken, Invalid for a password against the rules, and KindNotHere in a business. Emits user.created.
    Locks the schema's rights. A retry finds the address taken.
    """
    if password is not None:
        check_password_rules(password, User(name=name, email=normal_email(email)))
    with db.transaction():
        role = seed_roles(roles=[ROLE])[ROLE.code]
        return create_user(
            principal=None,
            name=name,
            kind=UserKind.OPERATOR,
            email=email,
            password=password,
            password_hash=password_hash,
            assignments=[Grant(role)],
        )
