from typing import Literal

DeadLettersListLocale = Literal["all"]

DEAD_LETTERS_LIST_LOCALE_VALUES: set[DeadLettersListLocale] = {
    "all",
}


def check_dead_letters_list_locale(value: str) -> DeadLettersListLocale:
    if value in DEAD_LETTERS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DEAD_LETTERS_LIST_LOCALE_VALUES!r}")
