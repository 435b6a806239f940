from typing import Literal

TaxRatesRetrieveLocale = Literal["all"]

TAX_RATES_RETRIEVE_LOCALE_VALUES: set[TaxRatesRetrieveLocale] = {
    "all",
}


def check_tax_rates_retrieve_locale(value: str) -> TaxRatesRetrieveLocale:
    if value in TAX_RATES_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TAX_RATES_RETRIEVE_LOCALE_VALUES!r}")
