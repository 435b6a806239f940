from typing import Literal

PageRule = Literal["physical", "standard"]

PAGE_RULE_VALUES: set[PageRule] = {
    "physical",
    "standard",
}


def check_page_rule(value: str) -> PageRule:
    if value in PAGE_RULE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAGE_RULE_VALUES!r}")
