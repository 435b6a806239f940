from typing import Literal

LedgerAccountsRetrieveLocale = Literal["all"]

LEDGER_ACCOUNTS_RETRIEVE_LOCALE_VALUES: set[LedgerAccountsRetrieveLocale] = {
    "all",
}


def check_ledger_accounts_retrieve_locale(value: str) -> LedgerAccountsRetrieveLocale:
    if value in LEDGER_ACCOUNTS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEDGER_ACCOUNTS_RETRIEVE_LOCALE_VALUES!r}")
