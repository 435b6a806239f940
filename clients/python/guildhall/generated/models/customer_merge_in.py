from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CustomerMergeIn")


@_attrs_define
class CustomerMergeIn:
    """What is merged into the customer.

    Attributes:
        duplicate (str):
    """

    duplicate: str

    def to_dict(self) -> dict[str, Any]:
        duplicate = self.duplicate

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "duplicate": duplicate,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        duplicate = d.pop("duplicate")

        customer_merge_in = cls(
            duplicate=duplicate,
        )

        return customer_merge_in
