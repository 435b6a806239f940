from typing import Literal

AccessMethod = Literal["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST"]

ACCESS_METHOD_VALUES: set[AccessMethod] = {
    "DELETE",
    "GET",
    "HEAD",
    "OPTIONS",
    "PATCH",
    "POST",
}


def check_access_method(value: str) -> AccessMethod:
    if value in ACCESS_METHOD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ACCESS_METHOD_VALUES!r}")
