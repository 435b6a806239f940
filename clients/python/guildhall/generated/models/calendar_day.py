from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.localized_text_type_1 import LocalizedTextType1


T = TypeVar("T", bound="CalendarDay")


@_attrs_define
class CalendarDay:
    """A day of a branch on which something is due, or nobody works.

    Attributes:
        day (datetime.date):
        due (int): Unfinished orders that are due on the day.
        overdue (int): Those of them whose time has passed.
        holiday (LocalizedTextType1 | None | str):
    """

    day: datetime.date
    due: int
    overdue: int
    holiday: LocalizedTextType1 | None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        day = self.day.isoformat()

        due = self.due

        overdue = self.overdue

        holiday: dict[str, Any] | None | str
        if isinstance(self.holiday, LocalizedTextType1):
            holiday = self.holiday.to_dict()
        else:
            holiday = self.holiday

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "day": day,
                "due": due,
                "overdue": overdue,
                "holiday": holiday,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        d = dict(src_dict)
        day = datetime.date.fromisoformat(d.pop("day"))

        due = d.pop("due")

        overdue = d.pop("overdue")

        def _parse_holiday(data: object) -> LocalizedTextType1 | None | str:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_localized_text_type_1 = LocalizedTextType1.from_dict(data)

                return componentsschemas_localized_text_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LocalizedTextType1 | None | str, data)

        holiday = _parse_holiday(d.pop("holiday"))

        calendar_day = cls(
            day=day,
            due=due,
            overdue=overdue,
            holiday=holiday,
        )

        calendar_day.additional_properties = d
        return calendar_day

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
