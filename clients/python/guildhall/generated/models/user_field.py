from typing import Literal

UserField = Literal[
    "allowed_actions",
    "assignments",
    "created_at",
    "customer",
    "email",
    "email_verified_at",
    "id",
    "kind",
    "last_login_at",
    "locale",
    "name",
    "phone",
    "second_factors",
    "status",
    "telegram_id",
    "timezone",
    "updated_at",
    "version",
]

USER_FIELD_VALUES: set[UserField] = {
    "allowed_actions",
    "assignments",
    "created_at",
    "customer",
    "email",
    "email_verified_at",
    "id",
    "kind",
    "last_login_at",
    "locale",
    "name",
    "phone",
    "second_factors",
    "status",
    "telegram_id",
    "timezone",
    "updated_at",
    "version",
}


def check_user_field(value: str) -> UserField:
    if value in USER_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {USER_FIELD_VALUES!r}")
