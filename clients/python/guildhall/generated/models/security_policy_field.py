from typing import Literal

SecurityPolicyField = Literal[
    "allowed_actions",
    "audit",
    "cors_origins",
    "created_at",
    "networks",
    "oidc",
    "password",
    "registration",
    "retention",
    "session",
    "updated_at",
    "version",
]

SECURITY_POLICY_FIELD_VALUES: set[SecurityPolicyField] = {
    "allowed_actions",
    "audit",
    "cors_origins",
    "created_at",
    "networks",
    "oidc",
    "password",
    "registration",
    "retention",
    "session",
    "updated_at",
    "version",
}


def check_security_policy_field(value: str) -> SecurityPolicyField:
    if value in SECURITY_POLICY_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SECURITY_POLICY_FIELD_VALUES!r}")
