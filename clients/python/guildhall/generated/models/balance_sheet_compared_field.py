from typing import Literal

BalanceSheetComparedField = Literal[
    "assets",
    "balanced",
    "branch",
    "comparison",
    "currency",
    "earnings",
    "end",
    "equity",
    "liabilities",
    "sections",
]

BALANCE_SHEET_COMPARED_FIELD_VALUES: set[BalanceSheetComparedField] = {
    "assets",
    "balanced",
    "branch",
    "comparison",
    "currency",
    "earnings",
    "end",
    "equity",
    "liabilities",
    "sections",
}


def check_balance_sheet_compared_field(value: str) -> BalanceSheetComparedField:
    if value in BALANCE_SHEET_COMPARED_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BALANCE_SHEET_COMPARED_FIELD_VALUES!r}")
