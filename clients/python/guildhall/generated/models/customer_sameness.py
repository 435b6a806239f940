from typing import Literal

CustomerSameness = Literal[
    "email", "identity", "legal_name", "name", "phone", "similar_name", "tax_id", "telegram"
]

CUSTOMER_SAMENESS_VALUES: set[CustomerSameness] = {
    "email",
    "identity",
    "legal_name",
    "name",
    "phone",
    "similar_name",
    "tax_id",
    "telegram",
}


def check_customer_sameness(value: str) -> CustomerSameness:
    if value in CUSTOMER_SAMENESS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CUSTOMER_SAMENESS_VALUES!r}")
