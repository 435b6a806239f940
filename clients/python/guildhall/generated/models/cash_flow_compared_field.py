from typing import Literal

CashFlowComparedField = Literal[
    "branch",
    "closing_cash",
    "comparison",
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

CASH_FLOW_COMPARED_FIELD_VALUES: set[CashFlowComparedField] = {
    "branch",
    "closing_cash",
    "comparison",
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


def check_cash_flow_compared_field(value: str) -> CashFlowComparedField:
    if value in CASH_FLOW_COMPARED_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CASH_FLOW_COMPARED_FIELD_VALUES!r}")
