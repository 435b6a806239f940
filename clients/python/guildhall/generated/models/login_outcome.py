from typing import Literal

LoginOutcome = Literal[
    "failed", "impersonated", "locked", "refresh_reused", "second_factor_failed", "signed_in", "signed_out"
]

LOGIN_OUTCOME_VALUES: set[LoginOutcome] = {
    "failed",
    "impersonated",
    "locked",
    "refresh_reused",
    "second_factor_failed",
    "signed_in",
    "signed_out",
}


def check_login_outcome(value: str) -> LoginOutcome:
    if value in LOGIN_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOGIN_OUTCOME_VALUES!r}")
