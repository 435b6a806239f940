from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.colours import Colours


T = TypeVar("T", bound="Themes")


@_attrs_define
class Themes:
    """Both themes.

    Attributes:
        light (Colours): The colours of a theme, as `#rrggbb`. A state is never told by its colour alone: it has a label
            and an icon.
        dark (Colours): The colours of a theme, as `#rrggbb`. A state is never told by its colour alone: it has a label
            and an icon.
    """

    light: Colours
    dark: Colours
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        light = self.light.to_dict()

        dark = self.dark.to_dict()

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
        from ..models.colours import Colours  # noqa: PLC0415

        d = dict(src_dict)
        light = Colours.from_dict(d.pop("light"))

        dark = Colours.from_dict(d.pop("dark"))

        themes = cls(
            light=light,
            dark=dark,
        )

        themes.additional_properties = d
        return themes

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
