from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.file_category import FileCategory, check_file_category
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.file_update_metadata import FileUpdateMetadata


T = TypeVar("T", bound="FileUpdate")


@_attrs_define
class FileUpdate:
    """Changes to a file.

    Attributes:
        category (FileCategory | Unset):
        pages (int | Unset): Overrides the counted pages; audited.
        standard_pages (None | str | Unset): With `pages` only: overrides the standard pages too.
        reason (str | Unset): With `pages` only: why.
        metadata (FileUpdateMetadata | Unset):
    """

    category: FileCategory | Unset = UNSET
    pages: int | Unset = UNSET
    standard_pages: None | str | Unset = UNSET
    reason: str | Unset = UNSET
    metadata: FileUpdateMetadata | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        category: str | Unset = UNSET
        if not isinstance(self.category, Unset):
            category = self.category

        pages = self.pages

        standard_pages: None | str | Unset
        if isinstance(self.standard_pages, Unset):
            standard_pages = UNSET
        else:
            standard_pages = self.standard_pages

        reason = self.reason

        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if category is not UNSET:
            field_dict["category"] = category
        if pages is not UNSET:
            field_dict["pages"] = pages
        if standard_pages is not UNSET:
            field_dict["standard_pages"] = standard_pages
        if reason is not UNSET:
            field_dict["reason"] = reason
        if metadata is not UNSET:
            field_dict["metadata"] = metadata

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.file_update_metadata import FileUpdateMetadata  # noqa: PLC0415

        d = dict(src_dict)
        _category = d.pop("category", UNSET)
        category: FileCategory | Unset
        if isinstance(_category, Unset):
            category = UNSET
        else:
            category = check_file_category(_category)

        pages = d.pop("pages", UNSET)

        def _parse_standard_pages(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        standard_pages = _parse_standard_pages(d.pop("standard_pages", UNSET))

        reason = d.pop("reason", UNSET)

        _metadata = d.pop("metadata", UNSET)
        metadata: FileUpdateMetadata | Unset
        if isinstance(_metadata, Unset):
            metadata = UNSET
        else:
            metadata = FileUpdateMetadata.from_dict(_metadata)

        file_update = cls(
            category=category,
            pages=pages,
            standard_pages=standard_pages,
            reason=reason,
            metadata=metadata,
        )

        return file_update
