from typing import Literal

ReportsCashFlowLocale = Literal["all"]

REPORTS_CASH_FLOW_LOCALE_VALUES: set[ReportsCashFlowLocale] = {
    "all",
}


def check_reports_cash_flow_locale(value: str) -> ReportsCashFlowLocale:
    if value in REPORTS_CASH_FLOW_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPORTS_CASH_FLOW_LOCALE_VALUES!r}")
