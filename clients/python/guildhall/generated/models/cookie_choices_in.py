from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.language import Language, check_language
from ..types import UNSET, Unset

T = TypeVar("T", bound="CookieChoicesIn")


@_attrs_define
class CookieChoicesIn:
    """What a visitor's browser allows.

    Attributes:
        visitor (str): Random, made by the front end.
        number (int): The version of the banner.
        preferences (bool):
        statistics (bool):
        marketing (bool):
        language (Language | Unset):
    """

    visitor: str
    number: int
    preferences: bool
    statistics: bool
    marketing: bool
    language: Language | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        visitor = self.visitor

        number = self.number

        preferences = self.preferences

        statistics = self.statistics

        marketing = self.marketing

        language: str | Unset = UNSET
        if not isinstance(self.language, Unset):
            language = self.language

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "visitor": visitor,
                "number": number,
                "preferences": preferences,
                "statistics": statistics,
                "marketing": marketing,
            }
        )
        if language is not UNSET:
            field_dict["language"] = language

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        visitor = d.pop("visitor")

        number = d.pop("number")

        preferences = d.pop("preferences")

        statistics = d.pop("statistics")

        marketing = d.pop("marketing")

        _language = d.pop("language", UNSET)
        language: Language | Unset
        if isinstance(_language, Unset):
            language = UNSET
        else:
            language = check_language(_language)

        cookie_choices_in = cls(
            visitor=visitor,
            number=number,
            preferences=preferences,
            statistics=statistics,
            marketing=marketing,
            language=language,
        )

        return cookie_choices_in
