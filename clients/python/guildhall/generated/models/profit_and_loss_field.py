from typing import Literal

ProfitAndLossField = Literal[
    "branch",
    "currency",
    "end",
    "gross_profit",
    "net_income",
    "operating_profit",
    "revenue",
    "sections",
    "start",
]

PROFIT_AND_LOSS_FIELD_VALUES: set[ProfitAndLossField] = {
    "branch",
    "currency",
    "end",
    "gross_profit",
    "net_income",
    "operating_profit",
    "revenue",
    "sections",
    "start",
}


def check_profit_and_loss_field(value: str) -> ProfitAndLossField:
    if value in PROFIT_AND_LOSS_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROFIT_AND_LOSS_FIELD_VALUES!r}")
