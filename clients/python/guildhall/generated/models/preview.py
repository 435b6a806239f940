from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.table_change import TableChange


T = TypeVar("T", bound="Preview")


@_attrs_define
class Preview:
    """What a replacement would do.

    Attributes:
        snapshot_at (datetime.datetime): What was written after this moment would be lost.
        same_release (bool): Whether the migrations are the same; a replacement is refused where not.
        warnings (list[str]): What to know before replacing, as stable codes.
        tables (list[TableChange]):
        missing_files (int): Files that would be put back.
        missing_files_bytes (int):
        migrations_only_in_backup (list[str]):
        migrations_only_live (list[str]):
    """

    snapshot_at: datetime.datetime
    same_release: bool
    warnings: list[str]
    tables: list[TableChange]
    missing_files: int
    missing_files_bytes: int
    migrations_only_in_backup: list[str]
    migrations_only_live: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        snapshot_at = self.snapshot_at.isoformat()

        same_release = self.same_release

        warnings = self.warnings

        tables = []
        for tables_item_data in self.tables:
            tables_item = tables_item_data.to_dict()
            tables.append(tables_item)

        missing_files = self.missing_files

        missing_files_bytes = self.missing_files_bytes

        migrations_only_in_backup = self.migrations_only_in_backup

        migrations_only_live = self.migrations_only_live

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "snapshot_at": snapshot_at,
                "same_release": same_release,
                "warnings": warnings,
                "tables": tables,
                "missing_files": missing_files,
                "missing_files_bytes": missing_files_bytes,
                "migrations_only_in_backup": migrations_only_in_backup,
                "migrations_only_live": migrations_only_live,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.table_change import TableChange  # noqa: PLC0415

        d = dict(src_dict)
        snapshot_at = datetime.datetime.fromisoformat(d.pop("snapshot_at"))

        same_release = d.pop("same_release")

        warnings = cast(list[str], d.pop("warnings"))

        tables = []
        _tables = d.pop("tables")
        for tables_item_data in _tables:
            tables_item = TableChange.from_dict(tables_item_data)

            tables.append(tables_item)

        missing_files = d.pop("missing_files")

        missing_files_bytes = d.pop("missing_files_bytes")

        migrations_only_in_backup = cast(list[str], d.pop("migrations_only_in_backup"))

        migrations_only_live = cast(list[str], d.pop("migrations_only_live"))

        preview = cls(
            snapshot_at=snapshot_at,
            same_release=same_release,
            warnings=warnings,
            tables=tables,
            missing_files=missing_files,
            missing_files_bytes=missing_files_bytes,
            migrations_only_in_backup=migrations_only_in_backup,
            migrations_only_live=migrations_only_live,
        )

        preview.additional_properties = d
        return preview

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
