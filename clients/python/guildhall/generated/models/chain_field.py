from typing import Literal

ChainField = Literal["checked", "fault", "first", "hash", "last", "more", "sound", "unsealed"]

CHAIN_FIELD_VALUES: set[ChainField] = {
    "checked",
    "fault",
    "first",
    "hash",
    "last",
    "more",
    "sound",
    "unsealed",
}


def check_chain_field(value: str) -> ChainField:
    if value in CHAIN_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CHAIN_FIELD_VALUES!r}")
