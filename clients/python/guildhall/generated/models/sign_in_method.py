from typing import Literal

SignInMethod = Literal["impersonation", "invitation", "oidc", "password", "secret", "telegram"]

SIGN_IN_METHOD_VALUES: set[SignInMethod] = {
    "impersonation",
    "invitation",
    "oidc",
    "password",
    "secret",
    "telegram",
}


def check_sign_in_method(value: str) -> SignInMethod:
    if value in SIGN_IN_METHOD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SIGN_IN_METHOD_VALUES!r}")
