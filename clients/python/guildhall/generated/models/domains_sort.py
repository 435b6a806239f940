from typing import Literal

DomainsSort = Literal["-created_at", "-domain", "created_at", "domain"]

DOMAINS_SORT_VALUES: set[DomainsSort] = {
    "-created_at",
    "-domain",
    "created_at",
    "domain",
}


def check_domains_sort(value: str) -> DomainsSort:
    if value in DOMAINS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DOMAINS_SORT_VALUES!r}")
