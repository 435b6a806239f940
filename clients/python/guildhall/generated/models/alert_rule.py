from typing import Literal

AlertRule = Literal[
    "many_failures", "many_refusals", "mass_export", "new_place", "password_spray", "token_reused"
]

ALERT_RULE_VALUES: set[AlertRule] = {
    "many_failures",
    "many_refusals",
    "mass_export",
    "new_place",
    "password_spray",
    "token_reused",
}


def check_alert_rule(value: str) -> AlertRule:
    if value in ALERT_RULE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ALERT_RULE_VALUES!r}")
