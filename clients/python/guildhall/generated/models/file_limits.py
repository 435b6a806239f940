from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.file_category_rule import FileCategoryRule
    from ..models.file_type import FileType
    from ..models.standard_page import StandardPage


T = TypeVar("T", bound="FileLimits")


@_attrs_define
class FileLimits:
    """What files may be.

    Attributes:
        max_bytes (int): Of one file.
        inline_bytes (int): Up to this size the pages are counted before the answer.
        chunk_bytes (int): The largest chunk of a resumable upload.
        max_chunks (int): Of one resumable upload.
        upload_seconds (int): How long a resumable upload may stay unfinished.
        unattached_seconds (int): How long a file that belongs to nothing is kept.
        max_pages (int): Of one file.
        max_pixels (int): Width by height of one image.
        telegram_bytes (int): What Telegram lets a bot download; send larger files another way.
        types (list[FileType]):
        categories (list[FileCategoryRule]):
        standard_page (StandardPage): The business's definition of a page of text: so many units make one.
    """

    max_bytes: int
    inline_bytes: int
    chunk_bytes: int
    max_chunks: int
    upload_seconds: int
    unattached_seconds: int
    max_pages: int
    max_pixels: int
    telegram_bytes: int
    types: list[FileType]
    categories: list[FileCategoryRule]
    standard_page: StandardPage
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        max_bytes = self.max_bytes

        inline_bytes = self.inline_bytes

        chunk_bytes = self.chunk_bytes

        max_chunks = self.max_chunks

        upload_seconds = self.upload_seconds

        unattached_seconds = self.unattached_seconds

        max_pages = self.max_pages

        max_pixels = self.max_pixels

        telegram_bytes = self.telegram_bytes

        types = []
        for types_item_data in self.types:
            types_item = types_item_data.to_dict()
            types.append(types_item)

        categories = []
        for categories_item_data in self.categories:
            categories_item = categories_item_data.to_dict()
            categories.append(categories_item)

        standard_page = self.standard_page.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "max_bytes": max_bytes,
                "inline_bytes": inline_bytes,
                "chunk_bytes": chunk_bytes,
                "max_chunks": max_chunks,
                "upload_seconds": upload_seconds,
                "unattached_seconds": unattached_seconds,
                "max_pages": max_pages,
                "max_pixels": max_pixels,
                "telegram_bytes": telegram_bytes,
                "types": types,
                "categories": categories,
                "standard_page": standard_page,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.file_category_rule import FileCategoryRule  # noqa: PLC0415
        from ..models.file_type import FileType  # noqa: PLC0415
        from ..models.standard_page import StandardPage  # noqa: PLC0415

        d = dict(src_dict)
        max_bytes = d.pop("max_bytes")

        inline_bytes = d.pop("inline_bytes")

        chunk_bytes = d.pop("chunk_bytes")

        max_chunks = d.pop("max_chunks")

        upload_seconds = d.pop("upload_seconds")

        unattached_seconds = d.pop("unattached_seconds")

        max_pages = d.pop("max_pages")

        max_pixels = d.pop("max_pixels")

        telegram_bytes = d.pop("telegram_bytes")

        types = []
        _types = d.pop("types")
        for types_item_data in _types:
            types_item = FileType.from_dict(types_item_data)

            types.append(types_item)

        categories = []
        _categories = d.pop("categories")
        for categories_item_data in _categories:
            categories_item = FileCategoryRule.from_dict(categories_item_data)

            categories.append(categories_item)

        standard_page = StandardPage.from_dict(d.pop("standard_page"))

        file_limits = cls(
            max_bytes=max_bytes,
            inline_bytes=inline_bytes,
            chunk_bytes=chunk_bytes,
            max_chunks=max_chunks,
            upload_seconds=upload_seconds,
            unattached_seconds=unattached_seconds,
            max_pages=max_pages,
            max_pixels=max_pixels,
            telegram_bytes=telegram_bytes,
            types=types,
            categories=categories,
            standard_page=standard_page,
        )

        file_limits.additional_properties = d
        return file_limits

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
