from typing import Literal

ProfitAndLossComparedField = Literal[
    "branch",
    "comparison",
    "currency",
    "end",
    "gross_profit",
    "net_income",
    "operating_profit",
    "revenue",
    "sections",
    "start",
]

PROFIT_AND_LOSS_COMPARED_FIELD_VALUES: set[ProfitAndLossComparedField] = {
    "branch",
    "comparison",
    "currency",
    "end",
    "gross_profit",
    "net_income",
    "operating_profit",
    "revenue",
    "sections",
    "start",
}


def check_profit_and_loss_compared_field(value: str) -> ProfitAndLossComparedField:
    if value in PROFIT_AND_LOSS_COMPARED_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROFIT_AND_LOSS_COMPARED_FIELD_VALUES!r}")
