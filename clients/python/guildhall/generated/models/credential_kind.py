from typing import Literal

CredentialKind = Literal["api_key", "application", "session"]

CREDENTIAL_KIND_VALUES: set[CredentialKind] = {
    "api_key",
    "application",
    "session",
}


def check_credential_kind(value: str) -> CredentialKind:
    if value in CREDENTIAL_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CREDENTIAL_KIND_VALUES!r}")
