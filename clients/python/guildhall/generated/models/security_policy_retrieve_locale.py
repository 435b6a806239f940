from typing import Literal

SecurityPolicyRetrieveLocale = Literal["all"]

SECURITY_POLICY_RETRIEVE_LOCALE_VALUES: set[SecurityPolicyRetrieveLocale] = {
    "all",
}


def check_security_policy_retrieve_locale(value: str) -> SecurityPolicyRetrieveLocale:
    if value in SECURITY_POLICY_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SECURITY_POLICY_RETRIEVE_LOCALE_VALUES!r}")
