from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="MergeConflict")


@_attrs_define
class MergeConflict:
    """A row that does not come back, or is not put back, and why.

    Attributes:
        id (str): The row's key, a UUID.
        table (str):
        name (str): Its number or code, where it has one.
        reason (str): As a stable code. `taken`: a live row (`held_by`) has a value that must be unique. `deleted`: it
            was removed on purpose, see `revive`. `erased`: it is data of a person that was erased. `changed_since`: it was
            changed after the backup, and money has moved by that. `missing_reference`: what it refers to is gone.
            `whole_not_back`: it is a part of what did not go, or cannot come. `part_not_back`: a part of it cannot come.
            `part_stands`: of an entry of the books some legs are gone and some are not. `edited_since`: it was edited after
            the difference was made. `period_closed`, `account_closed`: the books take such an entry no more. `overpaid`:
            others have settled it since. `replaced`: another stands in its place. `customer_merged`: its customer is a part
            of another now. `unfinished`: an upload that was under way.
        detail (str): The index, the column or the table that the reason is about; may be empty.
        held_by (None | str): The key of the live row that has the value.
    """

    id: str
    table: str
    name: str
    reason: str
    detail: str
    held_by: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        table = self.table

        name = self.name

        reason = self.reason

        detail = self.detail

        held_by: None | str
        held_by = self.held_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "table": table,
                "name": name,
                "reason": reason,
                "detail": detail,
                "held_by": held_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        table = d.pop("table")

        name = d.pop("name")

        reason = d.pop("reason")

        detail = d.pop("detail")

        def _parse_held_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        held_by = _parse_held_by(d.pop("held_by"))

        merge_conflict = cls(
            id=id,
            table=table,
            name=name,
            reason=reason,
            detail=detail,
            held_by=held_by,
        )

        merge_conflict.additional_properties = d
        return merge_conflict

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
