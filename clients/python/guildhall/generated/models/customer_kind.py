from typing import Literal

CustomerKind = Literal["agency", "individual", "walk_in"]

CUSTOMER_KIND_VALUES: set[CustomerKind] = {
    "agency",
    "individual",
    "walk_in",
}


def check_customer_kind(value: str) -> CustomerKind:
    if value in CUSTOMER_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CUSTOMER_KIND_VALUES!r}")
