from typing import Literal

JournalEntriesSort = Literal["-at", "-created_at", "at", "created_at"]

JOURNAL_ENTRIES_SORT_VALUES: set[JournalEntriesSort] = {
    "-at",
    "-created_at",
    "at",
    "created_at",
}


def check_journal_entries_sort(value: str) -> JournalEntriesSort:
    if value in JOURNAL_ENTRIES_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {JOURNAL_ENTRIES_SORT_VALUES!r}")
