from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.language import Language, check_language
from ..models.lasting_second_factor import LastingSecondFactor, check_lasting_second_factor
from ..models.user_kind import UserKind, check_user_kind
from ..models.user_status import UserStatus, check_user_status

if TYPE_CHECKING:
    from ..models.assignment import Assignment


T = TypeVar("T", bound="User")


@_attrs_define
class User:
    """A user of the business.

    Attributes:
        id (str):
        kind (UserKind):
        status (UserStatus):
        name (str):
        email (None | str):
        phone (None | str):
        telegram_id (int | None):
        locale (Language):
        timezone (str):
        customer (None | str):
        last_login_at (datetime.datetime | None):
        email_verified_at (datetime.datetime | None): When the address was proved by a link.
        second_factors (list[LastingSecondFactor]): Those that are set up and hold now.
        assignments (list[Assignment]):
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    kind: UserKind
    status: UserStatus
    name: str
    email: None | str
    phone: None | str
    telegram_id: int | None
    locale: Language
    timezone: str
    customer: None | str
    last_login_at: datetime.datetime | None
    email_verified_at: datetime.datetime | None
    second_factors: list[LastingSecondFactor]
    assignments: list[Assignment]
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind: str = self.kind

        status: str = self.status

        name = self.name

        email: None | str
        email = self.email

        phone: None | str
        phone = self.phone

        telegram_id: int | None
        telegram_id = self.telegram_id

        locale: str = self.locale

        timezone = self.timezone

        customer: None | str
        customer = self.customer

        last_login_at: None | str
        if isinstance(self.last_login_at, datetime.datetime):
            last_login_at = self.last_login_at.isoformat()
        else:
            last_login_at = self.last_login_at

        email_verified_at: None | str
        if isinstance(self.email_verified_at, datetime.datetime):
            email_verified_at = self.email_verified_at.isoformat()
        else:
            email_verified_at = self.email_verified_at

        second_factors = []
        for second_factors_item_data in self.second_factors:
            second_factors_item: str = second_factors_item_data
            second_factors.append(second_factors_item)

        assignments = []
        for assignments_item_data in self.assignments:
            assignments_item = assignments_item_data.to_dict()
            assignments.append(assignments_item)

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "status": status,
                "name": name,
                "email": email,
                "phone": phone,
                "telegram_id": telegram_id,
                "locale": locale,
                "timezone": timezone,
                "customer": customer,
                "last_login_at": last_login_at,
                "email_verified_at": email_verified_at,
                "second_factors": second_factors,
                "assignments": assignments,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.assignment import Assignment  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        kind = check_user_kind(d.pop("kind"))

        status = check_user_status(d.pop("status"))

        name = d.pop("name")

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        def _parse_phone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        phone = _parse_phone(d.pop("phone"))

        def _parse_telegram_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        telegram_id = _parse_telegram_id(d.pop("telegram_id"))

        locale = check_language(d.pop("locale"))

        timezone = d.pop("timezone")

        def _parse_customer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        customer = _parse_customer(d.pop("customer"))

        def _parse_last_login_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_login_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_login_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_login_at = _parse_last_login_at(d.pop("last_login_at"))

        def _parse_email_verified_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                email_verified_at_type_0 = datetime.datetime.fromisoformat(data)

                return email_verified_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        email_verified_at = _parse_email_verified_at(d.pop("email_verified_at"))

        second_factors = []
        _second_factors = d.pop("second_factors")
        for second_factors_item_data in _second_factors:
            second_factors_item = check_lasting_second_factor(second_factors_item_data)

            second_factors.append(second_factors_item)

        assignments = []
        _assignments = d.pop("assignments")
        for assignments_item_data in _assignments:
            assignments_item = Assignment.from_dict(assignments_item_data)

            assignments.append(assignments_item)

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        user = cls(
            id=id,
            kind=kind,
            status=status,
            name=name,
            email=email,
            phone=phone,
            telegram_id=telegram_id,
            locale=locale,
            timezone=timezone,
            customer=customer,
            last_login_at=last_login_at,
            email_verified_at=email_verified_at,
            second_factors=second_factors,
            assignments=assignments,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        user.additional_properties = d
        return user

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
