from typing import Literal

JournalEntriesRetrieveLocale = Literal["all"]

JOURNAL_ENTRIES_RETRIEVE_LOCALE_VALUES: set[JournalEntriesRetrieveLocale] = {
    "all",
}


def check_journal_entries_retrieve_locale(value: str) -> JournalEntriesRetrieveLocale:
    if value in JOURNAL_ENTRIES_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {JOURNAL_ENTRIES_RETRIEVE_LOCALE_VALUES!r}")
