from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.holiday_update_names import HolidayUpdateNames


T = TypeVar("T", bound="HolidayUpdate")


@_attrs_define
class HolidayUpdate:
    """A new name.

    Attributes:
        names (HolidayUpdateNames | Unset):
    """

    names: HolidayUpdateNames | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        names: dict[str, Any] | Unset = UNSET
        if not isinstance(self.names, Unset):
            names = self.names.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if names is not UNSET:
            field_dict["names"] = names

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.holiday_update_names import HolidayUpdateNames  # noqa: PLC0415

        d = dict(src_dict)
        _names = d.pop("names", UNSET)
        names: HolidayUpdateNames | Unset
        if isinstance(_names, Unset):
            names = UNSET
        else:
            names = HolidayUpdateNames.from_dict(_names)

        holiday_update = cls(
            names=names,
        )

        return holiday_update
