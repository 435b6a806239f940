from typing import Literal

BalanceSheetField = Literal[
    "assets", "balanced", "branch", "currency", "earnings", "end", "equity", "liabilities", "sections"
]

BALANCE_SHEET_FIELD_VALUES: set[BalanceSheetField] = {
    "assets",
    "balanced",
    "branch",
    "currency",
    "earnings",
    "end",
    "equity",
    "liabilities",
    "sections",
}


def check_balance_sheet_field(value: str) -> BalanceSheetField:
    if value in BALANCE_SHEET_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BALANCE_SHEET_FIELD_VALUES!r}")
