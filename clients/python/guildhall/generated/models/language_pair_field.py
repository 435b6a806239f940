from typing import Literal

LanguagePairField = Literal[
    "active", "allowed_actions", "created_at", "id", "source", "target", "updated_at", "version"
]

LANGUAGE_PAIR_FIELD_VALUES: set[LanguagePairField] = {
    "active",
    "allowed_actions",
    "created_at",
    "id",
    "source",
    "target",
    "updated_at",
    "version",
}


def check_language_pair_field(value: str) -> LanguagePairField:
    if value in LANGUAGE_PAIR_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LANGUAGE_PAIR_FIELD_VALUES!r}")
