from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.language import Language, check_language
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.me_update_preferences import MeUpdatePreferences


T = TypeVar("T", bound="MeUpdate")


@_attrs_define
class MeUpdate:
    """Changes of one's own profile.

    Attributes:
        name (str | Unset):
        locale (Language | Unset):
        timezone (str | Unset):
        preferences (MeUpdatePreferences | Unset): Keys merge one by one; null takes one away.
    """

    name: str | Unset = UNSET
    locale: Language | Unset = UNSET
    timezone: str | Unset = UNSET
    preferences: MeUpdatePreferences | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        locale: str | Unset = UNSET
        if not isinstance(self.locale, Unset):
            locale = self.locale

        timezone = self.timezone

        preferences: dict[str, Any] | Unset = UNSET
        if not isinstance(self.preferences, Unset):
            preferences = self.preferences.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if locale is not UNSET:
            field_dict["locale"] = locale
        if timezone is not UNSET:
            field_dict["timezone"] = timezone
        if preferences is not UNSET:
            field_dict["preferences"] = preferences

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.me_update_preferences import MeUpdatePreferences  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name", UNSET)

        _locale = d.pop("locale", UNSET)
        locale: Language | Unset
        if isinstance(_locale, Unset):
            locale = UNSET
        else:
            locale = check_language(_locale)

        timezone = d.pop("timezone", UNSET)

        _preferences = d.pop("preferences", UNSET)
        preferences: MeUpdatePreferences | Unset
        if isinstance(_preferences, Unset):
            preferences = UNSET
        else:
            preferences = MeUpdatePreferences.from_dict(_preferences)

        me_update = cls(
            name=name,
            locale=locale,
            timezone=timezone,
            preferences=preferences,
        )

        return me_update
