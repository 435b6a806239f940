from typing import Literal

IdentityKind = Literal["driving_licence", "id_card", "other", "passport", "residence_permit"]

IDENTITY_KIND_VALUES: set[IdentityKind] = {
    "driving_licence",
    "id_card",
    "other",
    "passport",
    "residence_permit",
}


def check_identity_kind(value: str) -> IdentityKind:
    if value in IDENTITY_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {IDENTITY_KIND_VALUES!r}")
