from typing import Literal

AuthorizationField = Literal["application", "name", "permissions", "redirect_uri", "scopes"]

AUTHORIZATION_FIELD_VALUES: set[AuthorizationField] = {
    "application",
    "name",
    "permissions",
    "redirect_uri",
    "scopes",
}


def check_authorization_field(value: str) -> AuthorizationField:
    if value in AUTHORIZATION_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {AUTHORIZATION_FIELD_VALUES!r}")
