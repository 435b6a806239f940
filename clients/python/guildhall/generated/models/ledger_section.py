from typing import Literal

LedgerSection = Literal[
    "cost_of_sales",
    "current_assets",
    "current_liabilities",
    "equity",
    "non_current_assets",
    "non_current_liabilities",
    "operating_expenses",
    "other_expenses",
    "other_income",
    "revenue",
]

LEDGER_SECTION_VALUES: set[LedgerSection] = {
    "cost_of_sales",
    "current_assets",
    "current_liabilities",
    "equity",
    "non_current_assets",
    "non_current_liabilities",
    "operating_expenses",
    "other_expenses",
    "other_income",
    "revenue",
}


def check_ledger_section(value: str) -> LedgerSection:
    if value in LEDGER_SECTION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEDGER_SECTION_VALUES!r}")
