from typing import Literal

LedgerKind = Literal["assets", "cost_of_sales", "equity", "expenses", "income", "liabilities"]

LEDGER_KIND_VALUES: set[LedgerKind] = {
    "assets",
    "cost_of_sales",
    "equity",
    "expenses",
    "income",
    "liabilities",
}


def check_ledger_kind(value: str) -> LedgerKind:
    if value in LEDGER_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEDGER_KIND_VALUES!r}")
