from typing import Literal

TrialBalanceComparedField = Literal[
    "balanced",
    "branch",
    "closing",
    "comparison",
    "credit",
    "currency",
    "debit",
    "end",
    "lines",
    "opening",
    "start",
]

TRIAL_BALANCE_COMPARED_FIELD_VALUES: set[TrialBalanceComparedField] = {
    "balanced",
    "branch",
    "closing",
    "comparison",
    "credit",
    "currency",
    "debit",
    "end",
    "lines",
    "opening",
    "start",
}


def check_trial_balance_compared_field(value: str) -> TrialBalanceComparedField:
    if value in TRIAL_BALANCE_COMPARED_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRIAL_BALANCE_COMPARED_FIELD_VALUES!r}")
