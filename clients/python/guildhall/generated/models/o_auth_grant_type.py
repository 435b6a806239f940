from typing import Literal

OAuthGrantType = Literal["authorization_code", "client_credentials", "refresh_token"]

O_AUTH_GRANT_TYPE_VALUES: set[OAuthGrantType] = {
    "authorization_code",
    "client_credentials",
    "refresh_token",
}


def check_o_auth_grant_type(value: str) -> OAuthGrantType:
    if value in O_AUTH_GRANT_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {O_AUTH_GRANT_TYPE_VALUES!r}")
