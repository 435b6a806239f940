from typing import Literal

MeSecondFactorsOverviewLocale = Literal["all"]

ME_SECOND_FACTORS_OVERVIEW_LOCALE_VALUES: set[MeSecondFactorsOverviewLocale] = {
    "all",
}


def check_me_second_factors_overview_locale(value: str) -> MeSecondFactorsOverviewLocale:
    if value in ME_SECOND_FACTORS_OVERVIEW_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ME_SECOND_FACTORS_OVERVIEW_LOCALE_VALUES!r}"
    )
