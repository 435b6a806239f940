from typing import Literal

PrivacyRequestKind = Literal["erasure", "export", "hold"]

PRIVACY_REQUEST_KIND_VALUES: set[PrivacyRequestKind] = {
    "erasure",
    "export",
    "hold",
}


def check_privacy_request_kind(value: str) -> PrivacyRequestKind:
    if value in PRIVACY_REQUEST_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRIVACY_REQUEST_KIND_VALUES!r}")
