from typing import Literal

ReportsBalanceSheetLocale = Literal["all"]

REPORTS_BALANCE_SHEET_LOCALE_VALUES: set[ReportsBalanceSheetLocale] = {
    "all",
}


def check_reports_balance_sheet_locale(value: str) -> ReportsBalanceSheetLocale:
    if value in REPORTS_BALANCE_SHEET_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPORTS_BALANCE_SHEET_LOCALE_VALUES!r}")
