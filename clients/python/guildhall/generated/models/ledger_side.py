from typing import Literal

LedgerSide = Literal["credit", "debit"]

LEDGER_SIDE_VALUES: set[LedgerSide] = {
    "credit",
    "debit",
}


def check_ledger_side(value: str) -> LedgerSide:
    if value in LEDGER_SIDE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEDGER_SIDE_VALUES!r}")
