from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.limit_name import LimitName, check_limit_name

T = TypeVar("T", bound="Usage")


@_attrs_define
class Usage:
    """A thing that plans limit.

    Attributes:
        name (LimitName):
        label (str):
        used (int): How much there is; more than the limit after a change to a smaller plan.
        limit (int | None): How much there may be; null is as much as one likes.
        left (int | None): How much can be added; null is as much as one likes.
        plan_limit (int | None): What the plan holds.
        overridden (bool): Whether the business has a limit of its own instead.
        overridden_until (datetime.datetime | None):
    """

    name: LimitName
    label: str
    used: int
    limit: int | None
    left: int | None
    plan_limit: int | None
    overridden: bool
    overridden_until: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name: str = self.name

        label = self.label

        used = self.used

        limit: int | None
        limit = self.limit

        left: int | None
        left = self.left

        plan_limit: int | None
        plan_limit = self.plan_limit

        overridden = self.overridden

        overridden_until: None | str
        if isinstance(self.overridden_until, datetime.datetime):
            overridden_until = self.overridden_until.isoformat()
        else:
            overridden_until = self.overridden_until

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "label": label,
                "used": used,
                "limit": limit,
                "left": left,
                "plan_limit": plan_limit,
                "overridden": overridden,
                "overridden_until": overridden_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = check_limit_name(d.pop("name"))

        label = d.pop("label")

        used = d.pop("used")

        def _parse_limit(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        limit = _parse_limit(d.pop("limit"))

        def _parse_left(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        left = _parse_left(d.pop("left"))

        def _parse_plan_limit(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        plan_limit = _parse_plan_limit(d.pop("plan_limit"))

        overridden = d.pop("overridden")

        def _parse_overridden_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                overridden_until_type_0 = datetime.datetime.fromisoformat(data)

                return overridden_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        overridden_until = _parse_overridden_until(d.pop("overridden_until"))

        usage = cls(
            name=name,
            label=label,
            used=used,
            limit=limit,
            left=left,
            plan_limit=plan_limit,
            overridden=overridden,
            overridden_until=overridden_until,
        )

        usage.additional_properties = d
        return usage

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
