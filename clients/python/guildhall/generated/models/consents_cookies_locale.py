from typing import Literal

ConsentsCookiesLocale = Literal["all"]

CONSENTS_COOKIES_LOCALE_VALUES: set[ConsentsCookiesLocale] = {
    "all",
}


def check_consents_cookies_locale(value: str) -> ConsentsCookiesLocale:
    if value in CONSENTS_COOKIES_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONSENTS_COOKIES_LOCALE_VALUES!r}")
