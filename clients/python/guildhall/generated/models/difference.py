from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.difference_conflict_counts import DifferenceConflictCounts
    from ..models.merge_conflict import MergeConflict
    from ..models.merge_table import MergeTable


T = TypeVar("T", bound="Difference")


@_attrs_define
class Difference:
    """What the business has lost since a backup, and what a merge would do about it.

    Attributes:
        compared_at (datetime.datetime):
        tables (list[MergeTable]):
        conflict_counts (DifferenceConflictCounts): How many lost rows each reason keeps out.
        conflicts (list[MergeConflict]): The first of them.
    """

    compared_at: datetime.datetime
    tables: list[MergeTable]
    conflict_counts: DifferenceConflictCounts
    conflicts: list[MergeConflict]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        compared_at = self.compared_at.isoformat()

        tables = []
        for tables_item_data in self.tables:
            tables_item = tables_item_data.to_dict()
            tables.append(tables_item)

        conflict_counts = self.conflict_counts.to_dict()

        conflicts = []
        for conflicts_item_data in self.conflicts:
            conflicts_item = conflicts_item_data.to_dict()
            conflicts.append(conflicts_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "compared_at": compared_at,
                "tables": tables,
                "conflict_counts": conflict_counts,
                "conflicts": conflicts,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.difference_conflict_counts import DifferenceConflictCounts  # noqa: PLC0415
        from ..models.merge_conflict import MergeConflict  # noqa: PLC0415
        from ..models.merge_table import MergeTable  # noqa: PLC0415

        d = dict(src_dict)
        compared_at = datetime.datetime.fromisoformat(d.pop("compared_at"))

        tables = []
        _tables = d.pop("tables")
        for tables_item_data in _tables:
            tables_item = MergeTable.from_dict(tables_item_data)

            tables.append(tables_item)

        conflict_counts = DifferenceConflictCounts.from_dict(d.pop("conflict_counts"))

        conflicts = []
        _conflicts = d.pop("conflicts")
        for conflicts_item_data in _conflicts:
            conflicts_item = MergeConflict.from_dict(conflicts_item_data)

            conflicts.append(conflicts_item)

        difference = cls(
            compared_at=compared_at,
            tables=tables,
            conflict_counts=conflict_counts,
            conflicts=conflicts,
        )

        difference.additional_properties = d
        return difference

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
