from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.file_category import FileCategory, check_file_category
from ..models.file_kind import FileKind, check_file_kind

T = TypeVar("T", bound="FileCategoryRule")


@_attrs_define
class FileCategoryRule:
    """What a category takes.

    Attributes:
        category (FileCategory):
        kinds (list[FileKind]):
        max_bytes (int):
        customers (bool): Whether customers, and not only staff, may upload into it.
    """

    category: FileCategory
    kinds: list[FileKind]
    max_bytes: int
    customers: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        category: str = self.category

        kinds = []
        for kinds_item_data in self.kinds:
            kinds_item: str = kinds_item_data
            kinds.append(kinds_item)

        max_bytes = self.max_bytes

        customers = self.customers

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "category": category,
                "kinds": kinds,
                "max_bytes": max_bytes,
                "customers": customers,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        category = check_file_category(d.pop("category"))

        kinds = []
        _kinds = d.pop("kinds")
        for kinds_item_data in _kinds:
            kinds_item = check_file_kind(kinds_item_data)

            kinds.append(kinds_item)

        max_bytes = d.pop("max_bytes")

        customers = d.pop("customers")

        file_category_rule = cls(
            category=category,
            kinds=kinds,
            max_bytes=max_bytes,
            customers=customers,
        )

        file_category_rule.additional_properties = d
        return file_category_rule

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
