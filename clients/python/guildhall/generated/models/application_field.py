from typing import Literal

ApplicationField = Literal[
    "allowed_actions",
    "confidential",
    "created_at",
    "id",
    "name",
    "previous_until",
    "redirect_uris",
    "scopes",
    "service_user",
    "updated_at",
    "version",
]

APPLICATION_FIELD_VALUES: set[ApplicationField] = {
    "allowed_actions",
    "confidential",
    "created_at",
    "id",
    "name",
    "previous_until",
    "redirect_uris",
    "scopes",
    "service_user",
    "updated_at",
    "version",
}


def check_application_field(value: str) -> ApplicationField:
    if value in APPLICATION_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {APPLICATION_FIELD_VALUES!r}")
