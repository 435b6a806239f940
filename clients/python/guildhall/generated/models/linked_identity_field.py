from typing import Literal

LinkedIdentityField = Literal["allowed_actions", "created_at", "id", "issuer", "last_used_at"]

LINKED_IDENTITY_FIELD_VALUES: set[LinkedIdentityField] = {
    "allowed_actions",
    "created_at",
    "id",
    "issuer",
    "last_used_at",
}


def check_linked_identity_field(value: str) -> LinkedIdentityField:
    if value in LINKED_IDENTITY_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LINKED_IDENTITY_FIELD_VALUES!r}")
