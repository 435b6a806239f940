from typing import Literal

UserStatusChange = Literal["active", "suspended"]

USER_STATUS_CHANGE_VALUES: set[UserStatusChange] = {
    "active",
    "suspended",
}


def check_user_status_change(value: str) -> UserStatusChange:
    if value in USER_STATUS_CHANGE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {USER_STATUS_CHANGE_VALUES!r}")
