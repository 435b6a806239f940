from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.customer import Customer
    from ..models.merged_rows import MergedRows


T = TypeVar("T", bound="CustomerMerge")


@_attrs_define
class CustomerMerge:
    """A merge that was made, or taken back.

    Attributes:
        survivor (Customer): A customer.
        duplicate (Customer): A customer.
        moved (list[MergedRows]):
    """

    survivor: Customer
    duplicate: Customer
    moved: list[MergedRows]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        survivor = self.survivor.to_dict()

        duplicate = self.duplicate.to_dict()

        moved = []
        for moved_item_data in self.moved:
            moved_item = moved_item_data.to_dict()
            moved.append(moved_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "survivor": survivor,
                "duplicate": duplicate,
                "moved": moved,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.customer import Customer  # noqa: PLC0415
        from ..models.merged_rows import MergedRows  # noqa: PLC0415

        d = dict(src_dict)
        survivor = Customer.from_dict(d.pop("survivor"))

        duplicate = Customer.from_dict(d.pop("duplicate"))

        moved = []
        _moved = d.pop("moved")
        for moved_item_data in _moved:
            moved_item = MergedRows.from_dict(moved_item_data)

            moved.append(moved_item)

        customer_merge = cls(
            survivor=survivor,
            duplicate=duplicate,
            moved=moved,
        )

        customer_merge.additional_properties = d
        return customer_merge

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
