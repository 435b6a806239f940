from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.calendar import Calendar, check_calendar
from ..models.language import Language, check_language
from ..models.text_direction import TextDirection, check_text_direction
from ..models.weekday import Weekday, check_weekday

T = TypeVar("T", bound="Locale")


@_attrs_define
class Locale:
    """How a language is written and shown.

    Attributes:
        language (Language):
        name (str): In the language itself.
        english_name (str):
        dir_ (TextDirection):
        calendar (Calendar):
        digits (str): The digits 0 to 9, as they are shown; values on the wire have ASCII ones.
        decimal_separator (str):
        group_separator (str):
        date_format (str): A pattern of the CLDR.
        time_format (str): A pattern of the CLDR.
        hour_cycle (int): 12 or 24.
        first_weekday (Weekday):
    """

    language: Language
    name: str
    english_name: str
    dir_: TextDirection
    calendar: Calendar
    digits: str
    decimal_separator: str
    group_separator: str
    date_format: str
    time_format: str
    hour_cycle: int
    first_weekday: Weekday
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        language: str = self.language

        name = self.name

        english_name = self.english_name

        dir_: str = self.dir_

        calendar: str = self.calendar

        digits = self.digits

        decimal_separator = self.decimal_separator

        group_separator = self.group_separator

        date_format = self.date_format

        time_format = self.time_format

        hour_cycle = self.hour_cycle

        first_weekday: str = self.first_weekday

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "language": language,
                "name": name,
                "english_name": english_name,
                "dir": dir_,
                "calendar": calendar,
                "digits": digits,
                "decimal_separator": decimal_separator,
                "group_separator": group_separator,
                "date_format": date_format,
                "time_format": time_format,
                "hour_cycle": hour_cycle,
                "first_weekday": first_weekday,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        language = check_language(d.pop("language"))

        name = d.pop("name")

        english_name = d.pop("english_name")

        dir_ = check_text_direction(d.pop("dir"))

        calendar = check_calendar(d.pop("calendar"))

        digits = d.pop("digits")

        decimal_separator = d.pop("decimal_separator")

        group_separator = d.pop("group_separator")

        date_format = d.pop("date_format")

        time_format = d.pop("time_format")

        hour_cycle = d.pop("hour_cycle")

        first_weekday = check_weekday(d.pop("first_weekday"))

        locale = cls(
            language=language,
            name=name,
            english_name=english_name,
            dir_=dir_,
            calendar=calendar,
            digits=digits,
            decimal_separator=decimal_separator,
            group_separator=group_separator,
            date_format=date_format,
            time_format=time_format,
            hour_cycle=hour_cycle,
            first_weekday=first_weekday,
        )

        locale.additional_properties = d
        return locale

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
