from typing import Literal

CapabilitiesField = Literal["files"]

CAPABILITIES_FIELD_VALUES: set[CapabilitiesField] = {
    "files",
}


def check_capabilities_field(value: str) -> CapabilitiesField:
    if value in CAPABILITIES_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CAPABILITIES_FIELD_VALUES!r}")
