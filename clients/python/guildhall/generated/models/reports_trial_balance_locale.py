from typing import Literal

ReportsTrialBalanceLocale = Literal["all"]

REPORTS_TRIAL_BALANCE_LOCALE_VALUES: set[ReportsTrialBalanceLocale] = {
    "all",
}


def check_reports_trial_balance_locale(value: str) -> ReportsTrialBalanceLocale:
    if value in REPORTS_TRIAL_BALANCE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPORTS_TRIAL_BALANCE_LOCALE_VALUES!r}")
