from typing import Literal

PlatformSecurityPolicyRetrieveLocale = Literal["all"]

PLATFORM_SECURITY_POLICY_RETRIEVE_LOCALE_VALUES: set[PlatformSecurityPolicyRetrieveLocale] = {
    "all",
}


def check_platform_security_policy_retrieve_locale(value: str) -> PlatformSecurityPolicyRetrieveLocale:
    if value in PLATFORM_SECURITY_POLICY_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PLATFORM_SECURITY_POLICY_RETRIEVE_LOCALE_VALUES!r}"
    )
