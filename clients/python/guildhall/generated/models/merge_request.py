from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="MergeRequest")


@_attrs_define
class MergeRequest:
    """What of a merge's difference is wanted.

    Attributes:
        tables (list[str] | None | Unset): Whose lost rows come back, with what is part of them; null for all that can.
        overwrite (list[str] | Unset): Whose changed rows return to the backup's state. By default no live row changes.
        revive (list[str] | Unset): Of which rows come back too that somebody removed on purpose. By default those stay
            removed.
    """

    tables: list[str] | None | Unset = UNSET
    overwrite: list[str] | Unset = UNSET
    revive: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        tables: list[str] | None | Unset
        if isinstance(self.tables, Unset):
            tables = UNSET
        elif isinstance(self.tables, list):
            tables = self.tables

        else:
            tables = self.tables

        overwrite: list[str] | Unset = UNSET
        if not isinstance(self.overwrite, Unset):
            overwrite = self.overwrite

        revive: list[str] | Unset = UNSET
        if not isinstance(self.revive, Unset):
            revive = self.revive

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if tables is not UNSET:
            field_dict["tables"] = tables
        if overwrite is not UNSET:
            field_dict["overwrite"] = overwrite
        if revive is not UNSET:
            field_dict["revive"] = revive

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_tables(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                tables_type_0 = cast(list[str], data)

                return tables_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        tables = _parse_tables(d.pop("tables", UNSET))

        overwrite = cast(list[str], d.pop("overwrite", UNSET))

        revive = cast(list[str], d.pop("revive", UNSET))

        merge_request = cls(
            tables=tables,
            overwrite=overwrite,
            revive=revive,
        )

        return merge_request
