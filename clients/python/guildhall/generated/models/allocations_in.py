from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.target_in import TargetIn


T = TypeVar("T", bound="AllocationsIn")


@_attrs_define
class AllocationsIn:
    """Orders to settle with a payment's credit.

    Attributes:
        allocations (list[TargetIn]):
    """

    allocations: list[TargetIn]

    def to_dict(self) -> dict[str, Any]:
        allocations = []
        for allocations_item_data in self.allocations:
            allocations_item = allocations_item_data.to_dict()
            allocations.append(allocations_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "allocations": allocations,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.target_in import TargetIn  # noqa: PLC0415

        d = dict(src_dict)
        allocations = []
        _allocations = d.pop("allocations")
        for allocations_item_data in _allocations:
            allocations_item = TargetIn.from_dict(allocations_item_data)

            allocations.append(allocations_item)

        allocations_in = cls(
            allocations=allocations,
        )

        return allocations_in
