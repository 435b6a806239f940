from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.holiday_create_names import HolidayCreateNames


T = TypeVar("T", bound="HolidayCreate")


@_attrs_define
class HolidayCreate:
    """A day to add.

    Attributes:
        day (datetime.date):
        names (HolidayCreateNames):
        branch (None | str | Unset):
    """

    day: datetime.date
    names: HolidayCreateNames
    branch: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        day = self.day.isoformat()

        names = self.names.to_dict()

        branch: None | str | Unset
        if isinstance(self.branch, Unset):
            branch = UNSET
        else:
            branch = self.branch

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "day": day,
                "names": names,
            }
        )
        if branch is not UNSET:
            field_dict["branch"] = branch

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.holiday_create_names import HolidayCreateNames  # noqa: PLC0415

        d = dict(src_dict)
        day = datetime.date.fromisoformat(d.pop("day"))

        names = HolidayCreateNames.from_dict(d.pop("names"))

        def _parse_branch(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        branch = _parse_branch(d.pop("branch", UNSET))

        holiday_create = cls(
            day=day,
            names=names,
            branch=branch,
        )

        return holiday_create
