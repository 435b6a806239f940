"""Writes of accounts, one use case a module."""

from backend.core.accounts.services.addresses import change_email, confirm_email, request_verification
from backend.core.accounts.services.deleting import delete_user, deletion_preview
from backend.core.accounts.services.ending import end_all_sessions, end_sessions_of
from backend.core.accounts.services.impersonating import end_impersonation, impersonate
from backend.core.accounts.services.operators import make_operator
from backend.core.accounts.services.passwords import (
    change_expired_password,
    change_password,
    request_password_reset,
    request_reset_for,
    reset_password,
    send_reset_to_user,
)
from backend.core.accounts.services.recovering import recover_user
from backend.core.accounts.services.registering import (
    confirm_registration,
    register,
    register_welcome,
)
from backend.core.accounts.services.renewing import renew_roles
from backend.core.accounts.services.revoking import (
    revoke_other_sessions,
    revoke_own_session,
    revoke_sessions_of,
    sessions_of_user,
    unlock_user,
)
from backend.core.accounts.services.roles import create_role, delete_role, seed_roles, update_role
from backend.core.accounts.services.ruling import update_policy
from backend.core.accounts.services.scope_sets import create_scope_set, delete_scope_set, update_scope_set
from backend.core.accounts.services.second_factors import (
    confirm,
    enrol,
    factors_of,
    remove,
    renew_recovery_codes,
    reset_second_factors,
    send_code,
    verify,
)
from backend.core.accounts.services.sessions import (
    complete_sign_in,
    issue_session_for,
    pass_first_factor,
    refresh_session,
    revoke_by_refresh_token,
    revoke_session,
    send_challenge_code,
    sign_in,
    sign_in_service,
)
from backend.core.accounts.services.users import (
    assign_role,
    create_service_account,
    create_user,
    rotate_service_secret,
    update_me,
    update_user,
)

__all__ = [
    "assign_role",
    "change_email",
    "change_expired_password",
    "change_password",
    "complete_sign_in",
    "confirm",
    "confirm_email",
    "confirm_registration",
    "create_role",
    "create_scope_set",
    "create_service_account",
    "create_user",
    "delete_role",
    "delete_scope_set",
    "delete_user",
    "deletion_preview",
    "end_all_sessions",
    "end_impersonation",
    "end_sessions_of",
    "enrol",
    "factors_of",
    "impersonate",
    "issue_session_for",
    "make_operator",
    "pass_first_factor",
    "recover_user",
    "refresh_session",
    "register",
    "register_welcome",
    "remove",
    "renew_recovery_codes",
    "renew_roles",
    "request_password_reset",
    "request_reset_for",
    "request_verification",
    "reset_password",
    "reset_second_factors",
    "revoke_by_refresh_token",
    "revoke_other_sessions",
    "revoke_own_session",
    "revoke_session",
    "revoke_sessions_of",
    "rotate_service_secret",
    "seed_roles",
    "send_challenge_code",
    "send_code",
    "send_reset_to_user",
    "sessions_of_user",
    "sign_in",
    "sign_in_service",
    "unlock_user",
    "update_me",
    "update_policy",
    "update_role",
    "update_scope_set",
    "update_user",
    "verify",
]
