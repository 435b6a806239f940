from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.fonts_in import FontsIn
    from ..models.logos_in import LogosIn
    from ..models.themes_in import ThemesIn


T = TypeVar("T", bound="BrandingUpdate")


@_attrs_define
class BrandingUpdate:
    """What of the look changes.

    Attributes:
        colours (ThemesIn | Unset): The themes that change.
        fonts (FontsIn | Unset): The fonts that change; null leads back to the default.
        radius (int | None | Unset):
        logo (LogosIn | Unset): The logos that change.
        favicon (None | str | Unset):
    """

    colours: ThemesIn | Unset = UNSET
    fonts: FontsIn | Unset = UNSET
    radius: int | None | Unset = UNSET
    logo: LogosIn | Unset = UNSET
    favicon: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        colours: dict[str, Any] | Unset = UNSET
        if not isinstance(self.colours, Unset):
            colours = self.colours.to_dict()

        fonts: dict[str, Any] | Unset = UNSET
        if not isinstance(self.fonts, Unset):
            fonts = self.fonts.to_dict()

        radius: int | None | Unset
        if isinstance(self.radius, Unset):
            radius = UNSET
        else:
            radius = self.radius

        logo: dict[str, Any] | Unset = UNSET
        if not isinstance(self.logo, Unset):
            logo = self.logo.to_dict()

        favicon: None | str | Unset
        if isinstance(self.favicon, Unset):
            favicon = UNSET
        else:
            favicon = self.favicon

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if colours is not UNSET:
            field_dict["colours"] = colours
        if fonts is not UNSET:
            field_dict["fonts"] = fonts
        if radius is not UNSET:
            field_dict["radius"] = radius
        if logo is not UNSET:
            field_dict["logo"] = logo
        if favicon is not UNSET:
            field_dict["favicon"] = favicon

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fonts_in import FontsIn  # noqa: PLC0415
        from ..models.logos_in import LogosIn  # noqa: PLC0415
        from ..models.themes_in import ThemesIn  # noqa: PLC0415

        d = dict(src_dict)
        _colours = d.pop("colours", UNSET)
        colours: ThemesIn | Unset
        if isinstance(_colours, Unset):
            colours = UNSET
        else:
            colours = ThemesIn.from_dict(_colours)

        _fonts = d.pop("fonts", UNSET)
        fonts: FontsIn | Unset
        if isinstance(_fonts, Unset):
            fonts = UNSET
        else:
            fonts = FontsIn.from_dict(_fonts)

        def _parse_radius(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        radius = _parse_radius(d.pop("radius", UNSET))

        _logo = d.pop("logo", UNSET)
        logo: LogosIn | Unset
        if isinstance(_logo, Unset):
            logo = UNSET
        else:
            logo = LogosIn.from_dict(_logo)

        def _parse_favicon(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        favicon = _parse_favicon(d.pop("favicon", UNSET))

        branding_update = cls(
            colours=colours,
            fonts=fonts,
            radius=radius,
            logo=logo,
            favicon=favicon,
        )

        return branding_update
