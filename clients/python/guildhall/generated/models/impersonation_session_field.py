from typing import Literal

ImpersonationSessionField = Literal[
    "allowed_actions",
    "created_at",
    "ended_at",
    "ended_by",
    "expires_at",
    "id",
    "operator",
    "reason",
    "session",
    "state",
    "tenant",
    "user",
    "user_name",
]

IMPERSONATION_SESSION_FIELD_VALUES: set[ImpersonationSessionField] = {
    "allowed_actions",
    "created_at",
    "ended_at",
    "ended_by",
    "expires_at",
    "id",
    "operator",
    "reason",
    "session",
    "state",
    "tenant",
    "user",
    "user_name",
}


def check_impersonation_session_field(value: str) -> ImpersonationSessionField:
    if value in IMPERSONATION_SESSION_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {IMPERSONATION_SESSION_FIELD_VALUES!r}")
