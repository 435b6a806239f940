from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.media_kind import MediaKind, check_media_kind

if TYPE_CHECKING:
    from ..models.localized_text_type_1 import LocalizedTextType1


T = TypeVar("T", bound="Media")


@_attrs_define
class Media:
    """A picture or a file of a product or a variant.

    Attributes:
        file (str):
        kind (MediaKind):
        alt (LocalizedTextType1 | str):
        primary (bool): True of exactly one of the images, where there are any.
        name (str):
        content_type (str): By the content.
        size (int): Bytes.
        url (str): Relative to the API's host; needs no token of a user, stays the same for 12 hours, and is good for 12
            to 24 hours.
    """

    file: str
    kind: MediaKind
    alt: LocalizedTextType1 | str
    primary: bool
    name: str
    content_type: str
    size: int
    url: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        file = self.file

        kind: str = self.kind

        alt: dict[str, Any] | str
        if isinstance(self.alt, LocalizedTextType1):
            alt = self.alt.to_dict()
        else:
            alt = self.alt

        primary = self.primary

        name = self.name

        content_type = self.content_type

        size = self.size

        url = self.url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "file": file,
                "kind": kind,
                "alt": alt,
                "primary": primary,
                "name": name,
                "content_type": content_type,
                "size": size,
                "url": url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        d = dict(src_dict)
        file = d.pop("file")

        kind = check_media_kind(d.pop("kind"))

        def _parse_alt(data: object) -> LocalizedTextType1 | str:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_localized_text_type_1 = LocalizedTextType1.from_dict(data)

                return componentsschemas_localized_text_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LocalizedTextType1 | str, data)

        alt = _parse_alt(d.pop("alt"))

        primary = d.pop("primary")

        name = d.pop("name")

        content_type = d.pop("content_type")

        size = d.pop("size")

        url = d.pop("url")

        media = cls(
            file=file,
            kind=kind,
            alt=alt,
            primary=primary,
            name=name,
            content_type=content_type,
            size=size,
            url=url,
        )

        media.additional_properties = d
        return media

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
