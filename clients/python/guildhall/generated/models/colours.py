from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Colours")


@_attrs_define
class Colours:
    """The colours of a theme, as `#rrggbb`. A state is never told by its colour alone: it has a label and an icon.

    Attributes:
        background (str):
        surface (str): Of cards and panels.
        text (str):
        text_muted (str):
        primary (str): Of the main action.
        on_primary (str): Of text on `primary`.
        accent (str):
        on_accent (str): Of text on `accent`.
        border (str): Of what can be typed into or pressed.
        success (str):
        warning (str):
        danger (str):
    """

    background: str
    surface: str
    text: str
    text_muted: str
    primary: str
    on_primary: str
    accent: str
    on_accent: str
    border: str
    success: str
    warning: str
    danger: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        background = self.background

        surface = self.surface

        text = self.text

        text_muted = self.text_muted

        primary = self.primary

        on_primary = self.on_primary

        accent = self.accent

        on_accent = self.on_accent

        border = self.border

        success = self.success

        warning = self.warning

        danger = self.danger

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "background": background,
                "surface": surface,
                "text": text,
                "text_muted": text_muted,
                "primary": primary,
                "on_primary": on_primary,
                "accent": accent,
                "on_accent": on_accent,
                "border": border,
                "success": success,
                "warning": warning,
                "danger": danger,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        background = d.pop("background")

        surface = d.pop("surface")

        text = d.pop("text")

        text_muted = d.pop("text_muted")

        primary = d.pop("primary")

        on_primary = d.pop("on_primary")

        accent = d.pop("accent")

        on_accent = d.pop("on_accent")

        border = d.pop("border")

        success = d.pop("success")

        warning = d.pop("warning")

        danger = d.pop("danger")

        colours = cls(
            background=background,
            surface=surface,
            text=text,
            text_muted=text_muted,
            primary=primary,
            on_primary=on_primary,
            accent=accent,
            on_accent=on_accent,
            border=border,
            success=success,
            warning=warning,
            danger=danger,
        )

        colours.additional_properties = d
        return colours

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
