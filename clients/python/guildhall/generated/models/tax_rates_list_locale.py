from typing import Literal

TaxRatesListLocale = Literal["all"]

TAX_RATES_LIST_LOCALE_VALUES: set[TaxRatesListLocale] = {
    "all",
}


def check_tax_rates_list_locale(value: str) -> TaxRatesListLocale:
    if value in TAX_RATES_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TAX_RATES_LIST_LOCALE_VALUES!r}")
