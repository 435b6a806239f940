from typing import Literal

ReportsProfitAndLossLocale = Literal["all"]

REPORTS_PROFIT_AND_LOSS_LOCALE_VALUES: set[ReportsProfitAndLossLocale] = {
    "all",
}


def check_reports_profit_and_loss_locale(value: str) -> ReportsProfitAndLossLocale:
    if value in REPORTS_PROFIT_AND_LOSS_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPORTS_PROFIT_AND_LOSS_LOCALE_VALUES!r}")
