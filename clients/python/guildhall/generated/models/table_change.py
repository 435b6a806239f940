from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="TableChange")


@_attrs_define
class TableChange:
    """One table of the backup against the live one.

    Attributes:
        table (str):
        backup_rows (int | None): Null where the backup has no such table.
        live_rows (int | None): Null where there is no such table now.
        same (bool): Whether the rows are equal, not only as many.
    """

    table: str
    backup_rows: int | None
    live_rows: int | None
    same: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        table = self.table

        backup_rows: int | None
        backup_rows = self.backup_rows

        live_rows: int | None
        live_rows = self.live_rows

        same = self.same

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "table": table,
                "backup_rows": backup_rows,
                "live_rows": live_rows,
                "same": same,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        table = d.pop("table")

        def _parse_backup_rows(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        backup_rows = _parse_backup_rows(d.pop("backup_rows"))

        def _parse_live_rows(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        live_rows = _parse_live_rows(d.pop("live_rows"))

        same = d.pop("same")

        table_change = cls(
            table=table,
            backup_rows=backup_rows,
            live_rows=live_rows,
            same=same,
        )

        table_change.additional_properties = d
        return table_change

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
