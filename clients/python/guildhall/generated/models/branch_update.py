from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.address_in import AddressIn
    from ..models.branch_update_name import BranchUpdateName


T = TypeVar("T", bound="BranchUpdate")


@_attrs_define
class BranchUpdate:
    """What changes of a branch.

    Attributes:
        code (str | Unset):
        name (BranchUpdateName | Unset):
        parent (None | str | Unset):
        address (AddressIn | Unset): A postal address; what is not known is left out.
        latitude (None | str | Unset):
        longitude (None | str | Unset):
        phone (None | str | Unset):
        email (None | str | Unset):
        timezone (str | Unset):
        active (bool | Unset):
    """

    code: str | Unset = UNSET
    name: BranchUpdateName | Unset = UNSET
    parent: None | str | Unset = UNSET
    address: AddressIn | Unset = UNSET
    latitude: None | str | Unset = UNSET
    longitude: None | str | Unset = UNSET
    phone: None | str | Unset = UNSET
    email: None | str | Unset = UNSET
    timezone: str | Unset = UNSET
    active: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        name: dict[str, Any] | Unset = UNSET
        if not isinstance(self.name, Unset):
            name = self.name.to_dict()

        parent: None | str | Unset
        if isinstance(self.parent, Unset):
            parent = UNSET
        else:
            parent = self.parent

        address: dict[str, Any] | Unset = UNSET
        if not isinstance(self.address, Unset):
            address = self.address.to_dict()

        latitude: None | str | Unset
        if isinstance(self.latitude, Unset):
            latitude = UNSET
        else:
            latitude = self.latitude

        longitude: None | str | Unset
        if isinstance(self.longitude, Unset):
            longitude = UNSET
        else:
            longitude = self.longitude

        phone: None | str | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        else:
            phone = self.phone

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        timezone = self.timezone

        active = self.active

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if code is not UNSET:
            field_dict["code"] = code
        if name is not UNSET:
            field_dict["name"] = name
        if parent is not UNSET:
            field_dict["parent"] = parent
        if address is not UNSET:
            field_dict["address"] = address
        if latitude is not UNSET:
            field_dict["latitude"] = latitude
        if longitude is not UNSET:
            field_dict["longitude"] = longitude
        if phone is not UNSET:
            field_dict["phone"] = phone
        if email is not UNSET:
            field_dict["email"] = email
        if timezone is not UNSET:
            field_dict["timezone"] = timezone
        if active is not UNSET:
            field_dict["active"] = active

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.address_in import AddressIn  # noqa: PLC0415
        from ..models.branch_update_name import BranchUpdateName  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code", UNSET)

        _name = d.pop("name", UNSET)
        name: BranchUpdateName | Unset
        if isinstance(_name, Unset):
            name = UNSET
        else:
            name = BranchUpdateName.from_dict(_name)

        def _parse_parent(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        parent = _parse_parent(d.pop("parent", UNSET))

        _address = d.pop("address", UNSET)
        address: AddressIn | Unset
        if isinstance(_address, Unset):
            address = UNSET
        else:
            address = AddressIn.from_dict(_address)

        def _parse_latitude(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        latitude = _parse_latitude(d.pop("latitude", UNSET))

        def _parse_longitude(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        longitude = _parse_longitude(d.pop("longitude", UNSET))

        def _parse_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone = _parse_phone(d.pop("phone", UNSET))

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        timezone = d.pop("timezone", UNSET)

        active = d.pop("active", UNSET)

        branch_update = cls(
            code=code,
            name=name,
            parent=parent,
            address=address,
            latitude=latitude,
            longitude=longitude,
            phone=phone,
            email=email,
            timezone=timezone,
            active=active,
        )

        return branch_update
