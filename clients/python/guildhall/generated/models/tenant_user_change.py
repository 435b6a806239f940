from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.language import Language, check_language
from ..models.user_status_change import UserStatusChange, check_user_status_change
from ..types import UNSET, Unset

T = TypeVar("T", bound="TenantUserChange")


@_attrs_define
class TenantUserChange:
    """What of a user of a business is to change, and why.

    Attributes:
        user (str): A user of the business; no service account.
        reason (str): Shown to the business in its audit log.
        name (str | Unset):
        email (None | str | Unset): Is to be proved anew; the former one is told.
        phone (None | str | Unset):
        locale (Language | Unset):
        timezone (str | Unset):
        status (UserStatusChange | Unset):
    """

    user: str
    reason: str
    name: str | Unset = UNSET
    email: None | str | Unset = UNSET
    phone: None | str | Unset = UNSET
    locale: Language | Unset = UNSET
    timezone: str | Unset = UNSET
    status: UserStatusChange | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        user = self.user

        reason = self.reason

        name = self.name

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        phone: None | str | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        else:
            phone = self.phone

        locale: str | Unset = UNSET
        if not isinstance(self.locale, Unset):
            locale = self.locale

        timezone = self.timezone

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "user": user,
                "reason": reason,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name
        if email is not UNSET:
            field_dict["email"] = email
        if phone is not UNSET:
            field_dict["phone"] = phone
        if locale is not UNSET:
            field_dict["locale"] = locale
        if timezone is not UNSET:
            field_dict["timezone"] = timezone
        if status is not UNSET:
            field_dict["status"] = status

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        user = d.pop("user")

        reason = d.pop("reason")

        name = d.pop("name", UNSET)

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        def _parse_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone = _parse_phone(d.pop("phone", UNSET))

        _locale = d.pop("locale", UNSET)
        locale: Language | Unset
        if isinstance(_locale, Unset):
            locale = UNSET
        else:
            locale = check_language(_locale)

        timezone = d.pop("timezone", UNSET)

        _status = d.pop("status", UNSET)
        status: UserStatusChange | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = check_user_status_change(_status)

        tenant_user_change = cls(
            user=user,
            reason=reason,
            name=name,
            email=email,
            phone=phone,
            locale=locale,
            timezone=timezone,
            status=status,
        )

        return tenant_user_change
