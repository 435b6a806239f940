from typing import Literal

SessionField = Literal[
    "absolute_expires_at",
    "allowed_actions",
    "created_at",
    "current",
    "device",
    "expires_at",
    "id",
    "impersonator",
    "ip",
    "last_device",
    "last_ip",
    "last_place",
    "last_used_at",
    "last_user_agent",
    "method",
    "place",
    "second_factor_at",
    "user_agent",
]

SESSION_FIELD_VALUES: set[SessionField] = {
    "absolute_expires_at",
    "allowed_actions",
    "created_at",
    "current",
    "device",
    "expires_at",
    "id",
    "impersonator",
    "ip",
    "last_device",
    "last_ip",
    "last_place",
    "last_used_at",
    "last_user_agent",
    "method",
    "place",
    "second_factor_at",
    "user_agent",
}


def check_session_field(value: str) -> SessionField:
    if value in SESSION_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SESSION_FIELD_VALUES!r}")
