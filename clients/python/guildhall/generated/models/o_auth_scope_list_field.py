from typing import Literal

OAuthScopeListField = Literal["scopes"]

O_AUTH_SCOPE_LIST_FIELD_VALUES: set[OAuthScopeListField] = {
    "scopes",
}


def check_o_auth_scope_list_field(value: str) -> OAuthScopeListField:
    if value in O_AUTH_SCOPE_LIST_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {O_AUTH_SCOPE_LIST_FIELD_VALUES!r}")
