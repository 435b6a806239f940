from typing import Literal

ConsentField = Literal[
    "allowed_actions",
    "at",
    "customer",
    "granted",
    "id",
    "language",
    "number",
    "purpose",
    "recorded_by",
    "source",
    "text_sha256",
    "user",
    "visitor",
]

CONSENT_FIELD_VALUES: set[ConsentField] = {
    "allowed_actions",
    "at",
    "customer",
    "granted",
    "id",
    "language",
    "number",
    "purpose",
    "recorded_by",
    "source",
    "text_sha256",
    "user",
    "visitor",
}


def check_consent_field(value: str) -> ConsentField:
    if value in CONSENT_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONSENT_FIELD_VALUES!r}")
