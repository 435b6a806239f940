from typing import Literal

OidcButtonField = Literal["code", "label"]

OIDC_BUTTON_FIELD_VALUES: set[OidcButtonField] = {
    "code",
    "label",
}


def check_oidc_button_field(value: str) -> OidcButtonField:
    if value in OIDC_BUTTON_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OIDC_BUTTON_FIELD_VALUES!r}")
