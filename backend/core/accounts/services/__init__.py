"""Writes of accounts, one use case a module."""

from backend.core.accounts.services.ending import end_all_sessions, end_sessions_of
from backend.core.accounts.services.roles import create_role, delete_role, seed_roles, update_role
from backend.core.accounts.services.sessions import (
    issue_session_for,
    refresh_session,
    revoke_by_refresh_token,
    revoke_session,
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
    "create_role",
    "create_service_account",
    "create_user",
    "delete_role",
    "end_all_sessions",
    "end_sessions_of",
    "issue_session_for",
    "refresh_session",
    "revoke_by_refresh_token",
    "revoke_session",
    "rotate_service_secret",
    "seed_roles",
    "sign_in",
    "sign_in_service",
    "update_me",
    "update_role",
    "update_user",
]
