from typing import Literal

DeviceKind = Literal["desktop", "mobile", "program", "tablet", "unknown"]

DEVICE_KIND_VALUES: set[DeviceKind] = {
    "desktop",
    "mobile",
    "program",
    "tablet",
    "unknown",
}


def check_device_kind(value: str) -> DeviceKind:
    if value in DEVICE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DEVICE_KIND_VALUES!r}")
