from typing import Literal

TaxRatesSort = Literal["-created_at", "-tax_class", "created_at", "tax_class"]

TAX_RATES_SORT_VALUES: set[TaxRatesSort] = {
    "-created_at",
    "-tax_class",
    "created_at",
    "tax_class",
}


def check_tax_rates_sort(value: str) -> TaxRatesSort:
    if value in TAX_RATES_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TAX_RATES_SORT_VALUES!r}")
