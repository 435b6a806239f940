from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.address import Address
    from ..models.localized_text_type_1 import LocalizedTextType1


T = TypeVar("T", bound="OpenBranch")


@_attrs_define
class OpenBranch:
    """A branch that takes orders, as anybody may see it.

    Attributes:
        id (str):
        name (LocalizedTextType1 | str):
        address (Address): A postal address.
        latitude (None | str): WGS 84 degrees.
        longitude (None | str): WGS 84 degrees.
        phone (None | str): E.164.
        timezone (str): IANA name.
        distance_m (int | None): Whole metres from the place of `near`, along the great circle; null where none was
            given.
    """

    id: str
    name: LocalizedTextType1 | str
    address: Address
    latitude: None | str
    longitude: None | str
    phone: None | str
    timezone: str
    distance_m: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        id = self.id

        name: dict[str, Any] | str
        if isinstance(self.name, LocalizedTextType1):
            name = self.name.to_dict()
        else:
            name = self.name

        address = self.address.to_dict()

        latitude: None | str
        latitude = self.latitude

        longitude: None | str
        longitude = self.longitude

        phone: None | str
        phone = self.phone

        timezone = self.timezone

        distance_m: int | None
        distance_m = self.distance_m

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "address": address,
                "latitude": latitude,
                "longitude": longitude,
                "phone": phone,
                "timezone": timezone,
                "distance_m": distance_m,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.address import Address  # noqa: PLC0415
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        def _parse_name(data: object) -> LocalizedTextType1 | str:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_localized_text_type_1 = LocalizedTextType1.from_dict(data)

                return componentsschemas_localized_text_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LocalizedTextType1 | str, data)

        name = _parse_name(d.pop("name"))

        address = Address.from_dict(d.pop("address"))

        def _parse_latitude(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        latitude = _parse_latitude(d.pop("latitude"))

        def _parse_longitude(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        longitude = _parse_longitude(d.pop("longitude"))

        def _parse_phone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        phone = _parse_phone(d.pop("phone"))

        timezone = d.pop("timezone")

        def _parse_distance_m(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        distance_m = _parse_distance_m(d.pop("distance_m"))

        open_branch = cls(
            id=id,
            name=name,
            address=address,
            latitude=latitude,
            longitude=longitude,
            phone=phone,
            timezone=timezone,
            distance_m=distance_m,
        )

        open_branch.additional_properties = d
        return open_branch

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
