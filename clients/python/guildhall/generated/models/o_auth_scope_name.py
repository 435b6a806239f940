from typing import Literal

OAuthScopeName = Literal[
    "catalog:read",
    "catalog:write",
    "customers:read",
    "customers:write",
    "files:read",
    "files:write",
    "finance:read",
    "finance:write",
    "integrations:read",
    "integrations:write",
    "loyalty:read",
    "loyalty:write",
    "orders:read",
    "orders:write",
    "pricing:read",
    "pricing:write",
    "reports:read",
    "reports:write",
    "settings:read",
    "settings:write",
    "staff:read",
    "staff:write",
]

O_AUTH_SCOPE_NAME_VALUES: set[OAuthScopeName] = {
    "catalog:read",
    "catalog:write",
    "customers:read",
    "customers:write",
    "files:read",
    "files:write",
    "finance:read",
    "finance:write",
    "integrations:read",
    "integrations:write",
    "loyalty:read",
    "loyalty:write",
    "orders:read",
    "orders:write",
    "pricing:read",
    "pricing:write",
    "reports:read",
    "reports:write",
    "settings:read",
    "settings:write",
    "staff:read",
    "staff:write",
}


def check_o_auth_scope_name(value: str) -> OAuthScopeName:
    if value in O_AUTH_SCOPE_NAME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {O_AUTH_SCOPE_NAME_VALUES!r}")
