from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.device_kind import DeviceKind, check_device_kind

T = TypeVar("T", bound="Device")


@_attrs_define
class Device:
    """A device, as it says itself.

    Attributes:
        kind (DeviceKind):
        browser (str): Empty where it is not known, like the other texts.
        system (str):
        version (str): The browser's.
    """

    kind: DeviceKind
    browser: str
    system: str
    version: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        browser = self.browser

        system = self.system

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "browser": browser,
                "system": system,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_device_kind(d.pop("kind"))

        browser = d.pop("browser")

        system = d.pop("system")

        version = d.pop("version")

        device = cls(
            kind=kind,
            browser=browser,
            system=system,
            version=version,
        )

        device.additional_properties = d
        return device

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
