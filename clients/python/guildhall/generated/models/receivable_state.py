from typing import Literal

ReceivableState = Literal["cancelled", "earned", "open"]

RECEIVABLE_STATE_VALUES: set[ReceivableState] = {
    "cancelled",
    "earned",
    "open",
}


def check_receivable_state(value: str) -> ReceivableState:
    if value in RECEIVABLE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RECEIVABLE_STATE_VALUES!r}")
