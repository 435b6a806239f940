from typing import Literal

ApiKeyField = Literal[
    "allowed_actions",
    "created_at",
    "created_by",
    "expires_at",
    "hint",
    "id",
    "last_used_at",
    "last_used_ip",
    "name",
    "networks",
    "previous_until",
    "revoked_at",
    "scopes",
    "updated_at",
    "user",
    "version",
]

API_KEY_FIELD_VALUES: set[ApiKeyField] = {
    "allowed_actions",
    "created_at",
    "created_by",
    "expires_at",
    "hint",
    "id",
    "last_used_at",
    "last_used_ip",
    "name",
    "networks",
    "previous_until",
    "revoked_at",
    "scopes",
    "updated_at",
    "user",
    "version",
}


def check_api_key_field(value: str) -> ApiKeyField:
    if value in API_KEY_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {API_KEY_FIELD_VALUES!r}")
