from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.sign_in_method import SignInMethod, check_sign_in_method

if TYPE_CHECKING:
    from ..models.device import Device


T = TypeVar("T", bound="Session")


@_attrs_define
class Session:
    """A sign-in that is good still.

    Attributes:
        id (str):
        current (bool): The one that asks.
        method (SignInMethod):
        device (Device): A device, as it says itself.
        user_agent (str):
        ip (None | str):
        place (str): Town and country of the address, `local` for a private one; empty if unknown.
        last_device (Device): A device, as it says itself.
        last_user_agent (str):
        last_ip (None | str): From where it was renewed at last; `ip` is where it began.
        last_place (str):
        second_factor_at (datetime.datetime | None): When a second factor was verified in it.
        impersonator (None | str): The operator behind it.
        last_used_at (datetime.datetime): Its last renewal.
        expires_at (datetime.datetime): When it ends unless it is renewed.
        absolute_expires_at (datetime.datetime | None): When it ends even if it is renewed.
        created_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    current: bool
    method: SignInMethod
    device: Device
    user_agent: str
    ip: None | str
    place: str
    last_device: Device
    last_user_agent: str
    last_ip: None | str
    last_place: str
    second_factor_at: datetime.datetime | None
    impersonator: None | str
    last_used_at: datetime.datetime
    expires_at: datetime.datetime
    absolute_expires_at: datetime.datetime | None
    created_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        current = self.current

        method: str = self.method

        device = self.device.to_dict()

        user_agent = self.user_agent

        ip: None | str
        ip = self.ip

        place = self.place

        last_device = self.last_device.to_dict()

        last_user_agent = self.last_user_agent

        last_ip: None | str
        last_ip = self.last_ip

        last_place = self.last_place

        second_factor_at: None | str
        if isinstance(self.second_factor_at, datetime.datetime):
            second_factor_at = self.second_factor_at.isoformat()
        else:
            second_factor_at = self.second_factor_at

        impersonator: None | str
        impersonator = self.impersonator

        last_used_at = self.last_used_at.isoformat()

        expires_at = self.expires_at.isoformat()

        absolute_expires_at: None | str
        if isinstance(self.absolute_expires_at, datetime.datetime):
            absolute_expires_at = self.absolute_expires_at.isoformat()
        else:
            absolute_expires_at = self.absolute_expires_at

        created_at = self.created_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "current": current,
                "method": method,
                "device": device,
                "user_agent": user_agent,
                "ip": ip,
                "place": place,
                "last_device": last_device,
                "last_user_agent": last_user_agent,
                "last_ip": last_ip,
                "last_place": last_place,
                "second_factor_at": second_factor_at,
                "impersonator": impersonator,
                "last_used_at": last_used_at,
                "expires_at": expires_at,
                "absolute_expires_at": absolute_expires_at,
                "created_at": created_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.device import Device  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        current = d.pop("current")

        method = check_sign_in_method(d.pop("method"))

        device = Device.from_dict(d.pop("device"))

        user_agent = d.pop("user_agent")

        def _parse_ip(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ip = _parse_ip(d.pop("ip"))

        place = d.pop("place")

        last_device = Device.from_dict(d.pop("last_device"))

        last_user_agent = d.pop("last_user_agent")

        def _parse_last_ip(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        last_ip = _parse_last_ip(d.pop("last_ip"))

        last_place = d.pop("last_place")

        def _parse_second_factor_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                second_factor_at_type_0 = datetime.datetime.fromisoformat(data)

                return second_factor_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        second_factor_at = _parse_second_factor_at(d.pop("second_factor_at"))

        def _parse_impersonator(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        impersonator = _parse_impersonator(d.pop("impersonator"))

        last_used_at = datetime.datetime.fromisoformat(d.pop("last_used_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        def _parse_absolute_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                absolute_expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return absolute_expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        absolute_expires_at = _parse_absolute_expires_at(d.pop("absolute_expires_at"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        session = cls(
            id=id,
            current=current,
            method=method,
            device=device,
            user_agent=user_agent,
            ip=ip,
            place=place,
            last_device=last_device,
            last_user_agent=last_user_agent,
            last_ip=last_ip,
            last_place=last_place,
            second_factor_at=second_factor_at,
            impersonator=impersonator,
            last_used_at=last_used_at,
            expires_at=expires_at,
            absolute_expires_at=absolute_expires_at,
            created_at=created_at,
            allowed_actions=allowed_actions,
        )

        session.additional_properties = d
        return session

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
