"""What other domains, wiring and the servers may call of accounts."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.db.models import QuerySet

from backend.core.accounts import credentials, rights, services, tokens
from backend.core.accounts.breaches import register_breach_list
from backend.core.accounts.carrying import carry_revocations
from backend.core.accounts.devices import device_of
from backend.core.accounts.mails import notify_holders
from backend.core.accounts.models import MailKind, SignInMethod, User
from backend.core.accounts.personal import (
    customer_has_people,
    erase_personal_data,
    person_data,
    personal_data,
)
from backend.core.accounts.places import place_of
from backend.core.accounts.policy import Policy
from backend.core.accounts.policy import current as policy
from backend.core.accounts.ports import (
    register_branches,
    register_customers,
    register_impersonators,
    register_notice,
    register_telegram,
)
from backend.core.accounts.retention import delete_sessions, ended_sessions_before
from backend.core.accounts.seats import count_seats
from backend.core.accounts.selectors import (
    people,
    role_id_by_code,
    service_account,
    user_by_email,
    user_by_telegram,
    user_info,
    users_by_id,
    users_for,
    users_of_customers,
)
from backend.core.accounts.services import (
    assign_role,
    create_role,
    create_service_account,
    create_user,
    end_all_sessions,
    end_impersonation,
    end_sessions_of,
    guards,
    impersonate,
    make_operator,
    recover_user,
    register_welcome,
    rotate_service_secret,
    update_user,
)
from backend.core.accounts.services.merging import customer_is_named, move_to_customer, return_from_customer
from backend.core.accounts.services.rules import password_problems
from backend.core.accounts.types import RoleSpec, TokenPair
from backend.kernel import tenancy
from backend.kernel.errors import Invalid, ResourceNotFound
from backend.kernel.permissions import Permission, Principal
from backend.kernel.tenancy import TenantInfo

__all__ = [
    "MailKind",
    "assign_role",
    "authenticate_token",
    "carry_revocations",
    "check_first_password",
    "count_seats",
    "create_role",
    "create_service_account",
    "create_user",
    "customer_has_people",
    "customer_is_named",
    "delete_sessions",
    "device_name",
    "end_all_sessions",
    "end_impersonation",
    "end_sessions_of",
    "ended_sessions_before",
    "erase_personal_data",
    "forget_rights",
    "good_sessions",
    "hash_password",
    "impersonate",
    "issue_session_for",
    "make_operator",
    "move_to_customer",
    "notify_holders",
    "people",
    "person_data",
    "personal_data",
    "place_of",
    "policy",
    "principal_of_user",
    "recover_user",
    "refuse_impersonator",
    "register_branches",
    "register_breach_list",
    "register_customers",
    "register_impersonators",
    "register_notice",
    "register_telegram",
    "register_welcome",
    "renew_roles",
    "request_password_reset",
    "return_from_customer",
    "role_id",
    "rotate_service_secret",
    "seed_roles",
    "service_account",
    "sign_in_by",
    "update_user",
    "user_by_email",
    "user_by_telegram",
    "user_ids_for",
    "user_info",
    "users_by_id",
    "users_of_customers",
]


def authenticate_token(token: str, tenant: TenantInfo) -> Principal:
    """The principal behind an access token, an API key or an application's token of `tenant` (PUBLIC for operators).

    No query when the session is kept in the cache, at most two when not. Raises TokenInvalid (another tenant's
    token included), TokenExpired and SessionEnded.
    """
    if token.startswith(credentials.KEY_PREFIX):
        with tenancy.tenant_context(tenant):
            return credentials.principal_of_key(token)
    if token.startswith(credentials.APPLICATION_PREFIX):
        with tenancy.tenant_context(tenant):
            return credentials.principal_of_application(token)
    user_id, session_id = tokens.read_access(tenant, token)
    with tenancy.tenant_context(tenant):
        return rights.principal_of_session(user_id, session_id)


def good_sessions(session_ids: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """Of these sessions of the tenant that runs, those whose tokens would be let in now, wherever they came from."""
    return rights.good_sessions(session_ids)


def principal_of_user(user_id: uuid.UUID) -> Principal:
    """The principal of a user without a session: for work that is done on someone's behalf.

    Raises ResourceNotFound for an unknown user and SessionEnded for a suspended one.
    """
    return rights.principal_of_user(user_id)


def issue_session_for(
    user: User | uuid.UUID,
    *,
    at: datetime | None = None,
    method: str = SignInMethod.PASSWORD,
    impersonator_id: uuid.UUID | None = None,
    reason: str = "",
    lifetime: timedelta | None = None,
) -> TokenPair:
    """Opens a session for a user whose identity the caller has made sure of (by Telegram, for one).

    With `impersonator_id` (an operator of the public schema) and `reason` it is an impersonation: its tokens carry
    `act`, and it ends after `lifetime`. Raises ResourceNotFound for an unknown user, InvalidCredentials for a
    suspended one, NetworkNotAllowed for staff from outside the business's networks. Locks the user.
    """
    return services.issue_session_for(
        user=user, at=at, method=method, impersonator_id=impersonator_id, reason=reason, lifetime=lifetime
    )


def sign_in_by(user_id: uuid.UUID, *, method: str) -> TokenPair:
    """Signs in a user whom `method` (Telegram, for one) has proved, by the rules of every sign-in.

    Raises ResourceNotFound for an unknown user, InvalidCredentials for a suspended one, SecondFactorRequired for
    one who has a second factor, and NetworkNotAllowed for staff from outside the business's networks. Locks the user.
    """
    user = User.objects.filter(pk=user_id).first()
    if user is None:
        raise ResourceNotFound()
    return services.pass_first_factor(user=user, method=method)


def seed_roles(roles: Iterable[RoleSpec]) -> dict[str, uuid.UUID]:
    """Makes or renews predefined roles in two statements, and returns their ids by code.

    Raises ValueError for a pattern that fits no permission, a code given twice, a parent that is not
    there, or a circle. Running it again changes only what differs.
    """
    return services.seed_roles(roles=roles)


def renew_roles(roles: Iterable[RoleSpec]) -> list[str]:
    """Brings predefined roles that are there to their specs, and makes missing ones; returns the codes that changed.

    What a business may change of them stays, and so does a role of its own with such a code. Emits role.updated.
    """
    return services.renew_roles(roles=roles)


def role_id(code: str) -> uuid.UUID | None:
    """The id of the role with this code, None where there is none."""
    return role_id_by_code(code)


def forget_rights() -> None:
    """Everybody's rights in the schema are read anew after the commit: what they depend on has changed."""
    rights.forget_everyone()


def hash_password(password: str) -> str:
    """The hash of a password, for seeding many users with one; Argon2id takes its time on purpose."""
    return make_password(password)


def request_password_reset(*, user_id: uuid.UUID) -> None:
    """Sends a user the mail to choose a new password, on behalf of whom the caller has checked.

    Raises ResourceNotFound for a user who is unknown, not active, or without an e-mail address.
    """
    services.request_reset_for(user_id=user_id)


def check_first_password(password: str, *, name: str, email: str, pointer: str = "/password") -> None:
    """Raises Invalid for a password that a new business, whose rules are the defaults, would refuse to this user."""
    if problems := password_problems(password, User(name=name, email=email), Policy(), pointer):
        raise Invalid(problems)


def refuse_impersonator(principal: Principal | None) -> None:
    """For what gives access that outlives an impersonation (a webhook's secret): raises NotWhileImpersonating."""
    guards.refuse_impersonator(principal)


def device_name(user_agent: str) -> str:
    """Browser and system of a User-Agent, such as `Firefox 128, Windows`; empty where it tells neither."""
    device = device_of(user_agent)
    browser = " ".join(part for part in (device.browser, device.version) if part)
    return ", ".join(part for part in (browser, device.system) if part)


def user_ids_for(principal: Principal, code: str | Permission) -> QuerySet[User, uuid.UUID]:
    """The ids of the users whom the caller's scope of a permission reaches, for a subquery."""
    return users_for(principal, code).values_list("pk", flat=True)
