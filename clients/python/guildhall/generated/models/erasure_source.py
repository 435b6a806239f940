from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ErasureSource")


@_attrs_define
class ErasureSource:
    """What an erasure would do in one place.

    Attributes:
        name (str):
        rows (int): Rows about this customer.
        erased (list[str]): Data that would be erased.
        kept (list[str]): Data that would stay, under the customer's id.
    """

    name: str
    rows: int
    erased: list[str]
    kept: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        rows = self.rows

        erased = self.erased

        kept = self.kept

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "rows": rows,
                "erased": erased,
                "kept": kept,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        rows = d.pop("rows")

        erased = cast(list[str], d.pop("erased"))

        kept = cast(list[str], d.pop("kept"))

        erasure_source = cls(
            name=name,
            rows=rows,
            erased=erased,
            kept=kept,
        )

        erasure_source.additional_properties = d
        return erasure_source

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
