from typing import Literal

JournalEntryField = Literal[
    "activity",
    "allowed_actions",
    "at",
    "branch",
    "created_at",
    "description",
    "id",
    "key",
    "legs",
    "number",
    "reversed_by",
    "reverses",
    "subject",
    "version",
]

JOURNAL_ENTRY_FIELD_VALUES: set[JournalEntryField] = {
    "activity",
    "allowed_actions",
    "at",
    "branch",
    "created_at",
    "description",
    "id",
    "key",
    "legs",
    "number",
    "reversed_by",
    "reverses",
    "subject",
    "version",
}


def check_journal_entry_field(value: str) -> JournalEntryField:
    if value in JOURNAL_ENTRY_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {JOURNAL_ENTRY_FIELD_VALUES!r}")
