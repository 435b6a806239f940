from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.merge_choice import MergeChoice, check_merge_choice

if TYPE_CHECKING:
    from ..models.merge_sample import MergeSample


T = TypeVar("T", bound="MergeTable")


@_attrs_define
class MergeTable:
    """One table of the backup against the live one, row by row.

    Attributes:
        table (str):
        choice (MergeChoice):
        why (str): Why the table is left alone, as a stable code; empty otherwise.
        overwritable (bool): Whether changed rows may be put back by `overwrite`.
        backup_rows (int):
        live_rows (int):
        lost (int | None): Rows of the backup that are not live; null without keys.
        comes_back (int): How many of the lost rows nothing keeps out.
        changed (int | None): Rows of both that differ.
        only_live (int | None): Rows that came after the backup: they stay.
        lost_samples (list[MergeSample]):
        changed_samples (list[MergeSample]):
    """

    table: str
    choice: MergeChoice
    why: str
    overwritable: bool
    backup_rows: int
    live_rows: int
    lost: int | None
    comes_back: int
    changed: int | None
    only_live: int | None
    lost_samples: list[MergeSample]
    changed_samples: list[MergeSample]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        table = self.table

        choice: str = self.choice

        why = self.why

        overwritable = self.overwritable

        backup_rows = self.backup_rows

        live_rows = self.live_rows

        lost: int | None
        lost = self.lost

        comes_back = self.comes_back

        changed: int | None
        changed = self.changed

        only_live: int | None
        only_live = self.only_live

        lost_samples = []
        for lost_samples_item_data in self.lost_samples:
            lost_samples_item = lost_samples_item_data.to_dict()
            lost_samples.append(lost_samples_item)

        changed_samples = []
        for changed_samples_item_data in self.changed_samples:
            changed_samples_item = changed_samples_item_data.to_dict()
            changed_samples.append(changed_samples_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "table": table,
                "choice": choice,
                "why": why,
                "overwritable": overwritable,
                "backup_rows": backup_rows,
                "live_rows": live_rows,
                "lost": lost,
                "comes_back": comes_back,
                "changed": changed,
                "only_live": only_live,
                "lost_samples": lost_samples,
                "changed_samples": changed_samples,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.merge_sample import MergeSample  # noqa: PLC0415

        d = dict(src_dict)
        table = d.pop("table")

        choice = check_merge_choice(d.pop("choice"))

        why = d.pop("why")

        overwritable = d.pop("overwritable")

        backup_rows = d.pop("backup_rows")

        live_rows = d.pop("live_rows")

        def _parse_lost(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        lost = _parse_lost(d.pop("lost"))

        comes_back = d.pop("comes_back")

        def _parse_changed(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        changed = _parse_changed(d.pop("changed"))

        def _parse_only_live(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        only_live = _parse_only_live(d.pop("only_live"))

        lost_samples = []
        _lost_samples = d.pop("lost_samples")
        for lost_samples_item_data in _lost_samples:
            lost_samples_item = MergeSample.from_dict(lost_samples_item_data)

            lost_samples.append(lost_samples_item)

        changed_samples = []
        _changed_samples = d.pop("changed_samples")
        for changed_samples_item_data in _changed_samples:
            changed_samples_item = MergeSample.from_dict(changed_samples_item_data)

            changed_samples.append(changed_samples_item)

        merge_table = cls(
            table=table,
            choice=choice,
            why=why,
            overwritable=overwritable,
            backup_rows=backup_rows,
            live_rows=live_rows,
            lost=lost,
            comes_back=comes_back,
            changed=changed,
            only_live=only_live,
            lost_samples=lost_samples,
            changed_samples=changed_samples,
        )

        merge_table.additional_properties = d
        return merge_table

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
