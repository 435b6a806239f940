from typing import Literal

PreferencesSchemaField = Literal["schema"]

PREFERENCES_SCHEMA_FIELD_VALUES: set[PreferencesSchemaField] = {
    "schema",
}


def check_preferences_schema_field(value: str) -> PreferencesSchemaField:
    if value in PREFERENCES_SCHEMA_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PREFERENCES_SCHEMA_FIELD_VALUES!r}")
