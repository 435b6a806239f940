from typing import Literal

LedgerAccountsTreeLocale = Literal["all"]

LEDGER_ACCOUNTS_TREE_LOCALE_VALUES: set[LedgerAccountsTreeLocale] = {
    "all",
}


def check_ledger_accounts_tree_locale(value: str) -> LedgerAccountsTreeLocale:
    if value in LEDGER_ACCOUNTS_TREE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEDGER_ACCOUNTS_TREE_LOCALE_VALUES!r}")
