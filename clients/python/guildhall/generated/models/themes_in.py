from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.colours_in import ColoursIn


T = TypeVar("T", bound="ThemesIn")


@_attrs_define
class ThemesIn:
    """The themes that change.

    Attributes:
        light (ColoursIn | Unset): The colours that change; null leads back to the default.
        dark (ColoursIn | Unset): The colours that change; null leads back to the default.
    """

    light: ColoursIn | Unset = UNSET
    dark: ColoursIn | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        light: dict[str, Any] | Unset = UNSET
        if not isinstance(self.light, Unset):
            light = self.light.to_dict()

        dark: dict[str, Any] | Unset = UNSET
        if not isinstance(self.dark, Unset):
            dark = self.dark.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if light is not UNSET:
            field_dict["light"] = light
        if dark is not UNSET:
            field_dict["dark"] = dark

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.colours_in import ColoursIn  # noqa: PLC0415

        d = dict(src_dict)
        _light = d.pop("light", UNSET)
        light: ColoursIn | Unset
        if isinstance(_light, Unset):
            light = UNSET
        else:
            light = ColoursIn.from_dict(_light)

        _dark = d.pop("dark", UNSET)
        dark: ColoursIn | Unset
        if isinstance(_dark, Unset):
            dark = UNSET
        else:
            dark = ColoursIn.from_dict(_dark)

        themes_in = cls(
            light=light,
            dark=dark,
        )

        return themes_in
