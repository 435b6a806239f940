from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.merge_conflict import MergeConflict
    from ..models.merged_conflict_counts import MergedConflictCounts
    from ..models.merged_table import MergedTable


T = TypeVar("T", bound="Merged")


@_attrs_define
class Merged:
    """How a merge went.

    Attributes:
        attempts (int): Tries; each gives way to a busy business.
        blocked_microseconds (int | None): How long writers of the touched tables waited.
        inserted (list[MergedTable]):
        overwritten (list[MergedTable]):
        numbers_raised (list[MergedTable]):
        balances_settled (int): Balances that had not been what the entries say.
        conflict_counts (MergedConflictCounts): How many rows each reason has kept out.
        conflicts (list[MergeConflict]): The first of them.
    """

    attempts: int
    blocked_microseconds: int | None
    inserted: list[MergedTable]
    overwritten: list[MergedTable]
    numbers_raised: list[MergedTable]
    balances_settled: int
    conflict_counts: MergedConflictCounts
    conflicts: list[MergeConflict]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        attempts = self.attempts

        blocked_microseconds: int | None
        blocked_microseconds = self.blocked_microseconds

        inserted = []
        for inserted_item_data in self.inserted:
            inserted_item = inserted_item_data.to_dict()
            inserted.append(inserted_item)

        overwritten = []
        for overwritten_item_data in self.overwritten:
            overwritten_item = overwritten_item_data.to_dict()
            overwritten.append(overwritten_item)

        numbers_raised = []
        for numbers_raised_item_data in self.numbers_raised:
            numbers_raised_item = numbers_raised_item_data.to_dict()
            numbers_raised.append(numbers_raised_item)

        balances_settled = self.balances_settled

        conflict_counts = self.conflict_counts.to_dict()

        conflicts = []
        for conflicts_item_data in self.conflicts:
            conflicts_item = conflicts_item_data.to_dict()
            conflicts.append(conflicts_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attempts": attempts,
                "blocked_microseconds": blocked_microseconds,
                "inserted": inserted,
                "overwritten": overwritten,
                "numbers_raised": numbers_raised,
                "balances_settled": balances_settled,
                "conflict_counts": conflict_counts,
                "conflicts": conflicts,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.merge_conflict import MergeConflict  # noqa: PLC0415
        from ..models.merged_conflict_counts import MergedConflictCounts  # noqa: PLC0415
        from ..models.merged_table import MergedTable  # noqa: PLC0415

        d = dict(src_dict)
        attempts = d.pop("attempts")

        def _parse_blocked_microseconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        blocked_microseconds = _parse_blocked_microseconds(d.pop("blocked_microseconds"))

        inserted = []
        _inserted = d.pop("inserted")
        for inserted_item_data in _inserted:
            inserted_item = MergedTable.from_dict(inserted_item_data)

            inserted.append(inserted_item)

        overwritten = []
        _overwritten = d.pop("overwritten")
        for overwritten_item_data in _overwritten:
            overwritten_item = MergedTable.from_dict(overwritten_item_data)

            overwritten.append(overwritten_item)

        numbers_raised = []
        _numbers_raised = d.pop("numbers_raised")
        for numbers_raised_item_data in _numbers_raised:
            numbers_raised_item = MergedTable.from_dict(numbers_raised_item_data)

            numbers_raised.append(numbers_raised_item)

        balances_settled = d.pop("balances_settled")

        conflict_counts = MergedConflictCounts.from_dict(d.pop("conflict_counts"))

        conflicts = []
        _conflicts = d.pop("conflicts")
        for conflicts_item_data in _conflicts:
            conflicts_item = MergeConflict.from_dict(conflicts_item_data)

            conflicts.append(conflicts_item)

        merged = cls(
            attempts=attempts,
            blocked_microseconds=blocked_microseconds,
            inserted=inserted,
            overwritten=overwritten,
            numbers_raised=numbers_raised,
            balances_settled=balances_settled,
            conflict_counts=conflict_counts,
            conflicts=conflicts,
        )

        merged.additional_properties = d
        return merged

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
