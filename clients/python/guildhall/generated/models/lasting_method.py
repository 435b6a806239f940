from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.lasting_second_factor import LastingSecondFactor, check_lasting_second_factor

T = TypeVar("T", bound="LastingMethod")


@_attrs_define
class LastingMethod:
    """A second factor of the user.

    Attributes:
        method (LastingSecondFactor):
        confirmed_at (datetime.datetime):
    """

    method: LastingSecondFactor
    confirmed_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        method: str = self.method

        confirmed_at = self.confirmed_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "method": method,
                "confirmed_at": confirmed_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        method = check_lasting_second_factor(d.pop("method"))

        confirmed_at = datetime.datetime.fromisoformat(d.pop("confirmed_at"))

        lasting_method = cls(
            method=method,
            confirmed_at=confirmed_at,
        )

        lasting_method.additional_properties = d
        return lasting_method

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
