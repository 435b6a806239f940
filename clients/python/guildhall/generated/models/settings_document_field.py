from typing import Literal

SettingsDocumentField = Literal["defaults", "set", "values", "version"]

SETTINGS_DOCUMENT_FIELD_VALUES: set[SettingsDocumentField] = {
    "defaults",
    "set",
    "values",
    "version",
}


def check_settings_document_field(value: str) -> SettingsDocumentField:
    if value in SETTINGS_DOCUMENT_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SETTINGS_DOCUMENT_FIELD_VALUES!r}")
