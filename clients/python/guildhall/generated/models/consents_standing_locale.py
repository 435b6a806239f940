from typing import Literal

ConsentsStandingLocale = Literal["all"]

CONSENTS_STANDING_LOCALE_VALUES: set[ConsentsStandingLocale] = {
    "all",
}


def check_consents_standing_locale(value: str) -> ConsentsStandingLocale:
    if value in CONSENTS_STANDING_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONSENTS_STANDING_LOCALE_VALUES!r}")
