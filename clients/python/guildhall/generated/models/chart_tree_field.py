from typing import Literal

ChartTreeField = Literal["branch", "currency", "end", "kinds"]

CHART_TREE_FIELD_VALUES: set[ChartTreeField] = {
    "branch",
    "currency",
    "end",
    "kinds",
}


def check_chart_tree_field(value: str) -> ChartTreeField:
    if value in CHART_TREE_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CHART_TREE_FIELD_VALUES!r}")
