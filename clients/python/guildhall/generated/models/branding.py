from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.fonts import Fonts
    from ..models.localized_text_type_1 import LocalizedTextType1
    from ..models.logos import Logos
    from ..models.themes import Themes


T = TypeVar("T", bound="Branding")


@_attrs_define
class Branding:
    """The look of a business: design tokens, defaults included.

    Attributes:
        name (LocalizedTextType1 | str):
        colours (Themes): Both themes.
        fonts (Fonts): Families of fonts, as CSS names them; a front end has fallbacks for what it cannot load.
        radius (int): Of corners, in CSS pixels.
        logo (Logos): Where the logos are; null where there is none.
        favicon (None | str):
        version (int): Of the profile that it is part of.
    """

    name: LocalizedTextType1 | str
    colours: Themes
    fonts: Fonts
    radius: int
    logo: Logos
    favicon: None | str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        name: dict[str, Any] | str
        if isinstance(self.name, LocalizedTextType1):
            name = self.name.to_dict()
        else:
            name = self.name

        colours = self.colours.to_dict()

        fonts = self.fonts.to_dict()

        radius = self.radius

        logo = self.logo.to_dict()

        favicon: None | str
        favicon = self.favicon

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "colours": colours,
                "fonts": fonts,
                "radius": radius,
                "logo": logo,
                "favicon": favicon,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fonts import Fonts  # noqa: PLC0415
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415
        from ..models.logos import Logos  # noqa: PLC0415
        from ..models.themes import Themes  # noqa: PLC0415

        d = dict(src_dict)

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

        colours = Themes.from_dict(d.pop("colours"))

        fonts = Fonts.from_dict(d.pop("fonts"))

        radius = d.pop("radius")

        logo = Logos.from_dict(d.pop("logo"))

        def _parse_favicon(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        favicon = _parse_favicon(d.pop("favicon"))

        version = d.pop("version")

        branding = cls(
            name=name,
            colours=colours,
            fonts=fonts,
            radius=radius,
            logo=logo,
            favicon=favicon,
            version=version,
        )

        branding.additional_properties = d
        return branding

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
