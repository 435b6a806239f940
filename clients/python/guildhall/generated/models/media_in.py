from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.media_kind import MediaKind, check_media_kind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.media_in_alt import MediaInAlt


T = TypeVar("T", bound="MediaIn")


@_attrs_define
class MediaIn:
    """A picture or a file to show, by a file that was uploaded with the category `product_media`.

    Attributes:
        file (str):
        kind (MediaKind | Unset):
        alt (MediaInAlt | Unset):
        primary (bool | Unset): Where no image says so, the first is the primary one.
    """

    file: str
    kind: MediaKind | Unset = UNSET
    alt: MediaInAlt | Unset = UNSET
    primary: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        file = self.file

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind

        alt: dict[str, Any] | Unset = UNSET
        if not isinstance(self.alt, Unset):
            alt = self.alt.to_dict()

        primary = self.primary

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "file": file,
            }
        )
        if kind is not UNSET:
            field_dict["kind"] = kind
        if alt is not UNSET:
            field_dict["alt"] = alt
        if primary is not UNSET:
            field_dict["primary"] = primary

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.media_in_alt import MediaInAlt  # noqa: PLC0415

        d = dict(src_dict)
        file = d.pop("file")

        _kind = d.pop("kind", UNSET)
        kind: MediaKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = check_media_kind(_kind)

        _alt = d.pop("alt", UNSET)
        alt: MediaInAlt | Unset
        if isinstance(_alt, Unset):
            alt = UNSET
        else:
            alt = MediaInAlt.from_dict(_alt)

        primary = d.pop("primary", UNSET)

        media_in = cls(
            file=file,
            kind=kind,
            alt=alt,
            primary=primary,
        )

        return media_in
