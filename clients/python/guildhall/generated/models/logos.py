from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Logos")


@_attrs_define
class Logos:
    """Where the logos are; null where there is none.

    Attributes:
        light (None | str): For light grounds.
        dark (None | str): For dark grounds.
    """

    light: None | str
    dark: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        light: None | str
        light = self.light

        dark: None | str
        dark = self.dark

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "light": light,
                "dark": dark,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_light(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        light = _parse_light(d.pop("light"))

        def _parse_dark(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        dark = _parse_dark(d.pop("dark"))

        logos = cls(
            light=light,
            dark=dark,
        )

        logos.additional_properties = d
        return logos

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
