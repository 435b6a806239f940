from typing import Literal

JournalEntriesListLocale = Literal["all"]

JOURNAL_ENTRIES_LIST_LOCALE_VALUES: set[JournalEntriesListLocale] = {
    "all",
}


def check_journal_entries_list_locale(value: str) -> JournalEntriesListLocale:
    if value in JOURNAL_ENTRIES_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {JOURNAL_ENTRIES_LIST_LOCALE_VALUES!r}")
