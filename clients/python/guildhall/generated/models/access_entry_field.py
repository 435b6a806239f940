from typing import Literal

AccessEntryField = Literal[
    "actor",
    "actor_kind",
    "at",
    "credential",
    "credential_kind",
    "duration_ms",
    "id",
    "impersonator",
    "ip",
    "method",
    "request_id",
    "route",
    "rows",
    "status",
]

ACCESS_ENTRY_FIELD_VALUES: set[AccessEntryField] = {
    "actor",
    "actor_kind",
    "at",
    "credential",
    "credential_kind",
    "duration_ms",
    "id",
    "impersonator",
    "ip",
    "method",
    "request_id",
    "route",
    "rows",
    "status",
}


def check_access_entry_field(value: str) -> AccessEntryField:
    if value in ACCESS_ENTRY_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ACCESS_ENTRY_FIELD_VALUES!r}")
