from typing import Literal

TrialBalanceField = Literal[
    "balanced", "branch", "closing", "credit", "currency", "debit", "end", "lines", "opening", "start"
]

TRIAL_BALANCE_FIELD_VALUES: set[TrialBalanceField] = {
    "balanced",
    "branch",
    "closing",
    "credit",
    "currency",
    "debit",
    "end",
    "lines",
    "opening",
    "start",
}


def check_trial_balance_field(value: str) -> TrialBalanceField:
    if value in TRIAL_BALANCE_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRIAL_BALANCE_FIELD_VALUES!r}")
