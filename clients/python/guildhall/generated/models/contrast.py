from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.theme_name import ThemeName, check_theme_name

T = TypeVar("T", bound="Contrast")


@_attrs_define
class Contrast:
    """How well two tokens of a theme can be told apart (WCAG 2.1).

    Attributes:
        theme (ThemeName):
        foreground (str):
        background (str):
        ratio (str): To 1: from 1.00 to 21.00.
        required (str): 4.50 for text (1.4.3), 3.00 for controls and states (1.4.11).
        passes (bool): Where it does not, the pair is a warning: text that does not is never stored.
    """

    theme: ThemeName
    foreground: str
    background: str
    ratio: str
    required: str
    passes: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        theme: str = self.theme

        foreground = self.foreground

        background = self.background

        ratio = self.ratio

        required = self.required

        passes = self.passes

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "theme": theme,
                "foreground": foreground,
                "background": background,
                "ratio": ratio,
                "required": required,
                "passes": passes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        theme = check_theme_name(d.pop("theme"))

        foreground = d.pop("foreground")

        background = d.pop("background")

        ratio = d.pop("ratio")

        required = d.pop("required")

        passes = d.pop("passes")

        contrast = cls(
            theme=theme,
            foreground=foreground,
            background=background,
            ratio=ratio,
            required=required,
            passes=passes,
        )

        contrast.additional_properties = d
        return contrast

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
