from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.language import Language, check_language
from ..models.user_status_change import UserStatusChange, check_user_status_change
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.assignment_in import AssignmentIn


T = TypeVar("T", bound="UserUpdate")


@_attrs_define
class UserUpdate:
    """Changes of a user.

    Attributes:
        name (str | Unset):
        email (None | str | Unset):
        phone (None | str | Unset):
        telegram_id (int | None | Unset):
        locale (Language | Unset):
        timezone (str | Unset):
        status (UserStatusChange | Unset):
        assignments (list[AssignmentIn] | Unset): The whole set: what is left out is taken away.
    """

    name: str | Unset = UNSET
    email: None | str | Unset = UNSET
    phone: None | str | Unset = UNSET
    telegram_id: int | None | Unset = UNSET
    locale: Language | Unset = UNSET
    timezone: str | Unset = UNSET
    status: UserStatusChange | Unset = UNSET
    assignments: list[AssignmentIn] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
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

        telegram_id: int | None | Unset
        if isinstance(self.telegram_id, Unset):
            telegram_id = UNSET
        else:
            telegram_id = self.telegram_id

        locale: str | Unset = UNSET
        if not isinstance(self.locale, Unset):
            locale = self.locale

        timezone = self.timezone

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status

        assignments: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.assignments, Unset):
            assignments = []
            for assignments_item_data in self.assignments:
                assignments_item = assignments_item_data.to_dict()
                assignments.append(assignments_item)

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if email is not UNSET:
            field_dict["email"] = email
        if phone is not UNSET:
            field_dict["phone"] = phone
        if telegram_id is not UNSET:
            field_dict["telegram_id"] = telegram_id
        if locale is not UNSET:
            field_dict["locale"] = locale
        if timezone is not UNSET:
            field_dict["timezone"] = timezone
        if status is not UNSET:
            field_dict["status"] = status
        if assignments is not UNSET:
            field_dict["assignments"] = assignments

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.assignment_in import AssignmentIn  # noqa: PLC0415

        d = dict(src_dict)
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

        def _parse_telegram_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        telegram_id = _parse_telegram_id(d.pop("telegram_id", UNSET))

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

        _assignments = d.pop("assignments", UNSET)
        assignments: list[AssignmentIn] | Unset = UNSET
        if _assignments is not UNSET:
            assignments = []
            for assignments_item_data in _assignments:
                assignments_item = AssignmentIn.from_dict(assignments_item_data)

                assignments.append(assignments_item)

        user_update = cls(
            name=name,
            email=email,
            phone=phone,
            telegram_id=telegram_id,
            locale=locale,
            timezone=timezone,
            status=status,
            assignments=assignments,
        )

        return user_update
