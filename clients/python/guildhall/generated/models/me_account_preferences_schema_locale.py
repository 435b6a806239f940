from typing import Literal

MeAccountPreferencesSchemaLocale = Literal["all"]

ME_ACCOUNT_PREFERENCES_SCHEMA_LOCALE_VALUES: set[MeAccountPreferencesSchemaLocale] = {
    "all",
}


def check_me_account_preferences_schema_locale(value: str) -> MeAccountPreferencesSchemaLocale:
    if value in ME_ACCOUNT_PREFERENCES_SCHEMA_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ME_ACCOUNT_PREFERENCES_SCHEMA_LOCALE_VALUES!r}"
    )
