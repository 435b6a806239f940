from typing import Literal

LedgerActivity = Literal["financing", "investing", "operating"]

LEDGER_ACTIVITY_VALUES: set[LedgerActivity] = {
    "financing",
    "investing",
    "operating",
}


def check_ledger_activity(value: str) -> LedgerActivity:
    if value in LEDGER_ACTIVITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEDGER_ACTIVITY_VALUES!r}")
