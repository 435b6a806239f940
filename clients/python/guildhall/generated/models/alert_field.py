from typing import Literal

AlertField = Literal[
    "acknowledged_at",
    "acknowledged_by",
    "actor",
    "allowed_actions",
    "created_at",
    "details",
    "id",
    "ip",
    "label",
    "note",
    "rule",
    "subject",
    "updated_at",
    "version",
]

ALERT_FIELD_VALUES: set[AlertField] = {
    "acknowledged_at",
    "acknowledged_by",
    "actor",
    "allowed_actions",
    "created_at",
    "details",
    "id",
    "ip",
    "label",
    "note",
    "rule",
    "subject",
    "updated_at",
    "version",
}


def check_alert_field(value: str) -> AlertField:
    if value in ALERT_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ALERT_FIELD_VALUES!r}")
