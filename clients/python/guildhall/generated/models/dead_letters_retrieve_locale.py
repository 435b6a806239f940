from typing import Literal

DeadLettersRetrieveLocale = Literal["all"]

DEAD_LETTERS_RETRIEVE_LOCALE_VALUES: set[DeadLettersRetrieveLocale] = {
    "all",
}


def check_dead_letters_retrieve_locale(value: str) -> DeadLettersRetrieveLocale:
    if value in DEAD_LETTERS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DEAD_LETTERS_RETRIEVE_LOCALE_VALUES!r}")
