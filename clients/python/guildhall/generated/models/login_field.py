from typing import Literal

LoginField = Literal[
    "at",
    "device",
    "id",
    "identifier",
    "impersonator",
    "ip",
    "method",
    "outcome",
    "place",
    "reason",
    "request_id",
    "second_factor",
    "session",
    "user",
    "user_agent",
]

LOGIN_FIELD_VALUES: set[LoginField] = {
    "at",
    "device",
    "id",
    "identifier",
    "impersonator",
    "ip",
    "method",
    "outcome",
    "place",
    "reason",
    "request_id",
    "second_factor",
    "session",
    "user",
    "user_agent",
}


def check_login_field(value: str) -> LoginField:
    if value in LOGIN_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOGIN_FIELD_VALUES!r}")
