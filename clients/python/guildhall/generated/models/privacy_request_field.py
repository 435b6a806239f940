from typing import Literal

PrivacyRequestField = Literal[
    "allowed_actions",
    "created_at",
    "customer",
    "decided_at",
    "decided_by",
    "expires_at",
    "id",
    "kind",
    "outcome",
    "reason",
    "requested_by",
    "state",
    "updated_at",
    "version",
]

PRIVACY_REQUEST_FIELD_VALUES: set[PrivacyRequestField] = {
    "allowed_actions",
    "created_at",
    "customer",
    "decided_at",
    "decided_by",
    "expires_at",
    "id",
    "kind",
    "outcome",
    "reason",
    "requested_by",
    "state",
    "updated_at",
    "version",
}


def check_privacy_request_field(value: str) -> PrivacyRequestField:
    if value in PRIVACY_REQUEST_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRIVACY_REQUEST_FIELD_VALUES!r}")
