from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="LogosIn")


@_attrs_define
class LogosIn:
    """The logos that change.

    Attributes:
        light (None | str | Unset):
        dark (None | str | Unset):
    """

    light: None | str | Unset = UNSET
    dark: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        light: None | str | Unset
        if isinstance(self.light, Unset):
            light = UNSET
        else:
            light = self.light

        dark: None | str | Unset
        if isinstance(self.dark, Unset):
            dark = UNSET
        else:
            dark = self.dark

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if light is not UNSET:
            field_dict["light"] = light
        if dark is not UNSET:
            field_dict["dark"] = dark

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_light(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        light = _parse_light(d.pop("light", UNSET))

        def _parse_dark(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        dark = _parse_dark(d.pop("dark", UNSET))

        logos_in = cls(
            light=light,
            dark=dark,
        )

        return logos_in
