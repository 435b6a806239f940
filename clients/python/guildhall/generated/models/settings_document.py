from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.settings import Settings


T = TypeVar("T", bound="SettingsDocument")


@_attrs_define
class SettingsDocument:
    """Every setting with the value that holds, the one that would hold if none were set, and which are set.

    Attributes:
        values (Settings): The settings as they hold, defaults included.
        defaults (Settings): The settings as they hold, defaults included.
        set_ (list[str]): The names of those that the business has set.
        version (int): Of the profile that they are part of.
    """

    values: Settings
    defaults: Settings
    set_: list[str]
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        values = self.values.to_dict()

        defaults = self.defaults.to_dict()

        set_ = self.set_

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "values": values,
                "defaults": defaults,
                "set": set_,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.settings import Settings  # noqa: PLC0415

        d = dict(src_dict)
        values = Settings.from_dict(d.pop("values"))

        defaults = Settings.from_dict(d.pop("defaults"))

        set_ = cast(list[str], d.pop("set"))

        version = d.pop("version")

        settings_document = cls(
            values=values,
            defaults=defaults,
            set_=set_,
            version=version,
        )

        settings_document.additional_properties = d
        return settings_document

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
