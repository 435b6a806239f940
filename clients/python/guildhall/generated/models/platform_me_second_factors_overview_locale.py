from typing import Literal

PlatformMeSecondFactorsOverviewLocale = Literal["all"]

PLATFORM_ME_SECOND_FACTORS_OVERVIEW_LOCALE_VALUES: set[PlatformMeSecondFactorsOverviewLocale] = {
    "all",
}


def check_platform_me_second_factors_overview_locale(value: str) -> PlatformMeSecondFactorsOverviewLocale:
    if value in PLATFORM_ME_SECOND_FACTORS_OVERVIEW_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PLATFORM_ME_SECOND_FACTORS_OVERVIEW_LOCALE_VALUES!r}"
    )
