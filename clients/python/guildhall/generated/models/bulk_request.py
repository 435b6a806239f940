from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.bulk_line import BulkLine


T = TypeVar("T", bound="BulkRequest")


@_attrs_define
class BulkRequest:
    """The changes, done in their order.

    Attributes:
        operations (list[BulkLine]):
    """

    operations: list[BulkLine]

    def to_dict(self) -> dict[str, Any]:
        operations = []
        for operations_item_data in self.operations:
            operations_item = operations_item_data.to_dict()
            operations.append(operations_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "operations": operations,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bulk_line import BulkLine  # noqa: PLC0415

        d = dict(src_dict)
        operations = []
        _operations = d.pop("operations")
        for operations_item_data in _operations:
            operations_item = BulkLine.from_dict(operations_item_data)

            operations.append(operations_item)

        bulk_request = cls(
            operations=operations,
        )

        return bulk_request
