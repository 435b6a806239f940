from typing import Literal

OidcCreates = Literal["customer", "nobody"]

OIDC_CREATES_VALUES: set[OidcCreates] = {
    "customer",
    "nobody",
}


def check_oidc_creates(value: str) -> OidcCreates:
    if value in OIDC_CREATES_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OIDC_CREATES_VALUES!r}")
