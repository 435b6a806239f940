from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.limit_name import LimitName, check_limit_name

T = TypeVar("T", bound="Override")


@_attrs_define
class Override:
    """A limit of a business's own.

    Attributes:
        name (LimitName):
        limit (int | None): Null is as much as it likes.
        reason (str):
        until (datetime.datetime | None): From then on the plan's limit holds again.
        set_at (datetime.datetime):
        set_by (None | str):
    """

    name: LimitName
    limit: int | None
    reason: str
    until: datetime.datetime | None
    set_at: datetime.datetime
    set_by: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name: str = self.name

        limit: int | None
        limit = self.limit

        reason = self.reason

        until: None | str
        if isinstance(self.until, datetime.datetime):
            until = self.until.isoformat()
        else:
            until = self.until

        set_at = self.set_at.isoformat()

        set_by: None | str
        set_by = self.set_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "limit": limit,
                "reason": reason,
                "until": until,
                "set_at": set_at,
                "set_by": set_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = check_limit_name(d.pop("name"))

        def _parse_limit(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        limit = _parse_limit(d.pop("limit"))

        reason = d.pop("reason")

        def _parse_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.datetime.fromisoformat(data)

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        until = _parse_until(d.pop("until"))

        set_at = datetime.datetime.fromisoformat(d.pop("set_at"))

        def _parse_set_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        set_by = _parse_set_by(d.pop("set_by"))

        override = cls(
            name=name,
            limit=limit,
            reason=reason,
            until=until,
            set_at=set_at,
            set_by=set_by,
        )

        override.additional_properties = d
        return override

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
