from typing import Literal

MeField = Literal[
    "allowed_actions",
    "assignments",
    "created_at",
    "customer",
    "email",
    "email_verified_at",
    "grants",
    "id",
    "impersonation",
    "kind",
    "locale",
    "name",
    "permissions",
    "phone",
    "preferences",
    "session",
    "timezone",
    "updated_at",
    "version",
]

ME_FIELD_VALUES: set[MeField] = {
    "allowed_actions",
    "assignments",
    "created_at",
    "customer",
    "email",
    "email_verified_at",
    "grants",
    "id",
    "impersonation",
    "kind",
    "locale",
    "name",
    "permissions",
    "phone",
    "preferences",
    "session",
    "timezone",
    "updated_at",
    "version",
}


def check_me_field(value: str) -> MeField:
    if value in ME_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ME_FIELD_VALUES!r}")
