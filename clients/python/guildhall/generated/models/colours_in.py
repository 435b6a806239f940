from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ColoursIn")


@_attrs_define
class ColoursIn:
    """The colours that change; null leads back to the default.

    Attributes:
        background (None | str | Unset):
        surface (None | str | Unset):
        text (None | str | Unset):
        text_muted (None | str | Unset):
        primary (None | str | Unset):
        on_primary (None | str | Unset):
        accent (None | str | Unset):
        on_accent (None | str | Unset):
        border (None | str | Unset):
        success (None | str | Unset):
        warning (None | str | Unset):
        danger (None | str | Unset):
    """

    background: None | str | Unset = UNSET
    surface: None | str | Unset = UNSET
    text: None | str | Unset = UNSET
    text_muted: None | str | Unset = UNSET
    primary: None | str | Unset = UNSET
    on_primary: None | str | Unset = UNSET
    accent: None | str | Unset = UNSET
    on_accent: None | str | Unset = UNSET
    border: None | str | Unset = UNSET
    success: None | str | Unset = UNSET
    warning: None | str | Unset = UNSET
    danger: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        background: None | str | Unset
        if isinstance(self.background, Unset):
            background = UNSET
        else:
            background = self.background

        surface: None | str | Unset
        if isinstance(self.surface, Unset):
            surface = UNSET
        else:
            surface = self.surface

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        text_muted: None | str | Unset
        if isinstance(self.text_muted, Unset):
            text_muted = UNSET
        else:
            text_muted = self.text_muted

        primary: None | str | Unset
        if isinstance(self.primary, Unset):
            primary = UNSET
        else:
            primary = self.primary

        on_primary: None | str | Unset
        if isinstance(self.on_primary, Unset):
            on_primary = UNSET
        else:
            on_primary = self.on_primary

        accent: None | str | Unset
        if isinstance(self.accent, Unset):
            accent = UNSET
        else:
            accent = self.accent

        on_accent: None | str | Unset
        if isinstance(self.on_accent, Unset):
            on_accent = UNSET
        else:
            on_accent = self.on_accent

        border: None | str | Unset
        if isinstance(self.border, Unset):
            border = UNSET
        else:
            border = self.border

        success: None | str | Unset
        if isinstance(self.success, Unset):
            success = UNSET
        else:
            success = self.success

        warning: None | str | Unset
        if isinstance(self.warning, Unset):
            warning = UNSET
        else:
            warning = self.warning

        danger: None | str | Unset
        if isinstance(self.danger, Unset):
            danger = UNSET
        else:
            danger = self.danger

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if background is not UNSET:
            field_dict["background"] = background
        if surface is not UNSET:
            field_dict["surface"] = surface
        if text is not UNSET:
            field_dict["text"] = text
        if text_muted is not UNSET:
            field_dict["text_muted"] = text_muted
        if primary is not UNSET:
            field_dict["primary"] = primary
        if on_primary is not UNSET:
            field_dict["on_primary"] = on_primary
        if accent is not UNSET:
            field_dict["accent"] = accent
        if on_accent is not UNSET:
            field_dict["on_accent"] = on_accent
        if border is not UNSET:
            field_dict["border"] = border
        if success is not UNSET:
            field_dict["success"] = success
        if warning is not UNSET:
            field_dict["warning"] = warning
        if danger is not UNSET:
            field_dict["danger"] = danger

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_background(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        background = _parse_background(d.pop("background", UNSET))

        def _parse_surface(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        surface = _parse_surface(d.pop("surface", UNSET))

        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        def _parse_text_muted(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text_muted = _parse_text_muted(d.pop("text_muted", UNSET))

        def _parse_primary(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        primary = _parse_primary(d.pop("primary", UNSET))

        def _parse_on_primary(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        on_primary = _parse_on_primary(d.pop("on_primary", UNSET))

        def _parse_accent(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        accent = _parse_accent(d.pop("accent", UNSET))

        def _parse_on_accent(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        on_accent = _parse_on_accent(d.pop("on_accent", UNSET))

        def _parse_border(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        border = _parse_border(d.pop("border", UNSET))

        def _parse_success(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        success = _parse_success(d.pop("success", UNSET))

        def _parse_warning(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        warning = _parse_warning(d.pop("warning", UNSET))

        def _parse_danger(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        danger = _parse_danger(d.pop("danger", UNSET))

        colours_in = cls(
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

        return colours_in
