from typing import Literal

LedgerAccountsListLocale = Literal["all"]

LEDGER_ACCOUNTS_LIST_LOCALE_VALUES: set[LedgerAccountsListLocale] = {
    "all",
}


def check_ledger_accounts_list_locale(value: str) -> LedgerAccountsListLocale:
    if value in LEDGER_ACCOUNTS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEDGER_ACCOUNTS_LIST_LOCALE_VALUES!r}")
