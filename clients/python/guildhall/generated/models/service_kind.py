from typing import Literal

ServiceKind = Literal[
    "apostille",
    "certification",
    "delivery",
    "editing",
    "embroidery",
    "interpretation",
    "notarization",
    "other",
    "repair",
    "translation",
    "writing",
]

SERVICE_KIND_VALUES: set[ServiceKind] = {
    "apostille",
    "certification",
    "delivery",
    "editing",
    "embroidery",
    "interpretation",
    "notarization",
    "other",
    "repair",
    "translation",
    "writing",
}


def check_service_kind(value: str) -> ServiceKind:
    if value in SERVICE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SERVICE_KIND_VALUES!r}")
