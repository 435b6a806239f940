from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.file_category import FileCategory, check_file_category
from ..types import UNSET, Unset

T = TypeVar("T", bound="UploadCreate")


@_attrs_define
class UploadCreate:
    """An upload to begin.

    Attributes:
        name (str):
        size (int): Bytes of the whole file.
        sha256 (str): Of the whole file, in hexadecimal.
        category (FileCategory | Unset):
    """

    name: str
    size: int
    sha256: str
    category: FileCategory | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        size = self.size

        sha256 = self.sha256

        category: str | Unset = UNSET
        if not isinstance(self.category, Unset):
            category = self.category

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "size": size,
                "sha256": sha256,
            }
        )
        if category is not UNSET:
            field_dict["category"] = category

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        size = d.pop("size")

        sha256 = d.pop("sha256")

        _category = d.pop("category", UNSET)
        category: FileCategory | Unset
        if isinstance(_category, Unset):
            category = UNSET
        else:
            category = check_file_category(_category)

        upload_create = cls(
            name=name,
            size=size,
            sha256=sha256,
            category=category,
        )

        return upload_create
