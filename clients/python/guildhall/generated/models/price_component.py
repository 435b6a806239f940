from typing import Literal

PriceComponent = Literal["base", "copies", "option", "urgency"]

PRICE_COMPONENT_VALUES: set[PriceComponent] = {
    "base",
    "copies",
    "option",
    "urgency",
}


def check_price_component(value: str) -> PriceComponent:
    if value in PRICE_COMPONENT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRICE_COMPONENT_VALUES!r}")
