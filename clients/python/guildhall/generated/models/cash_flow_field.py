from typing import Literal

CashFlowField = Literal[
    "branch",
    "closing_cash",
    "currency",
    "end",
    "financing",
    "investing",
    "net_cash",
    "opening_cash",
    "operating",
    "sections",
    "start",
]

CASH_FLOW_FIELD_VALUES: set[CashFlowField] = {
    "branch",
    "closing_cash",
    "currency",
    "end",
    "financing",
    "investing",
    "net_cash",
    "opening_cash",
    "operating",
    "sections",
    "start",
}


def check_cash_flow_field(value: str) -> CashFlowField:
    if value in CASH_FLOW_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CASH_FLOW_FIELD_VALUES!r}")
