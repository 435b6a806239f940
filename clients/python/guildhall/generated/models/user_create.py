from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.language import Language, check_language
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.assignment_in import AssignmentIn


T = TypeVar("T", bound="UserCreate")


@_attrs_define
class UserCreate:
    """A new member of the staff.

    Attributes:
        name (str):
        email (None | str | Unset):
        phone (None | str | Unset):
        telegram_id (int | None | Unset):
        password (str | Unset): As the business's rules demand. Without one the user cannot sign in by password.
        locale (Language | Unset):
        timezone (str | Unset): The business's where it is left out.
        assignments (list[AssignmentIn] | Unset):
    """

    name: str
    email: None | str | Unset = UNSET
    phone: None | str | Unset = UNSET
    telegram_id: int | None | Unset = UNSET
    password: str | Unset = UNSET
    locale: Language | Unset = UNSET
    timezone: str | Unset = UNSET
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

        password = self.password

        locale: str | Unset = UNSET
        if not isinstance(self.locale, Unset):
            locale = self.locale

        timezone = self.timezone

        assignments: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.assignments, Unset):
            assignments = []
            for assignments_item_data in self.assignments:
                assignments_item = assignments_item_data.to_dict()
                assignments.append(assignments_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if email is not UNSET:
            field_dict["email"] = email
        if phone is not UNSET:
            field_dict["phone"] = phone
        if telegram_id is not UNSET:
            field_dict["telegram_id"] = telegram_id
        if password is not UNSET:
            field_dict["password"] = password
        if locale is not UNSET:
            field_dict["locale"] = locale
        if timezone is not UNSET:
            field_dict["timezone"] = timezone
        if assignments is not UNSET:
            field_dict["assignments"] = assignments

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.assignment_in import AssignmentIn  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

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

        password = d.pop("password", UNSET)

        _locale = d.pop("locale", UNSET)
        locale: Language | Unset
        if isinstance(_locale, Unset):
            locale = UNSET
        else:
            locale = check_language(_locale)

        timezone = d.pop("timezone", UNSET)

        _assignments = d.pop("assignments", UNSET)
        assignments: list[AssignmentIn] | Unset = UNSET
        if _assignments is not UNSET:
            assignments = []
            for assignments_item_data in _assignments:
                assignments_item = AssignmentIn.from_dict(assignments_item_data)

                assignments.append(assignments_item)

        user_create = cls(
            name=name,
            email=email,
            phone=phone,
            telegram_id=telegram_id,
            password=password,
            locale=locale,
            timezone=timezone,
            assignments=assignments,
        )

        return user_create
