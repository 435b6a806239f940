from typing import Literal

LedgerAccountsSort = Literal["-code", "-created_at", "code", "created_at"]

LEDGER_ACCOUNTS_SORT_VALUES: set[LedgerAccountsSort] = {
    "-code",
    "-created_at",
    "code",
    "created_at",
}


def check_ledger_accounts_sort(value: str) -> LedgerAccountsSort:
    if value in LEDGER_ACCOUNTS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEDGER_ACCOUNTS_SORT_VALUES!r}")
