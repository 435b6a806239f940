from typing import Literal

PlatformMeAccountPreferencesSchemaLocale = Literal["all"]

PLATFORM_ME_ACCOUNT_PREFERENCES_SCHEMA_LOCALE_VALUES: set[PlatformMeAccountPreferencesSchemaLocale] = {
    "all",
}


def check_platform_me_account_preferences_schema_locale(
    value: str,
) -> PlatformMeAccountPreferencesSchemaLocale:
    if value in PLATFORM_ME_ACCOUNT_PREFERENCES_SCHEMA_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PLATFORM_ME_ACCOUNT_PREFERENCES_SCHEMA_LOCALE_VALUES!r}"
    )
