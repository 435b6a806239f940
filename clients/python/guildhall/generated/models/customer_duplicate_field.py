from typing import Literal

CustomerDuplicateField = Literal["active", "branch", "customer", "kind", "name", "reasons", "score"]

CUSTOMER_DUPLICATE_FIELD_VALUES: set[CustomerDuplicateField] = {
    "active",
    "branch",
    "customer",
    "kind",
    "name",
    "reasons",
    "score",
}


def check_customer_duplicate_field(value: str) -> CustomerDuplicateField:
    if value in CUSTOMER_DUPLICATE_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CUSTOMER_DUPLICATE_FIELD_VALUES!r}")
