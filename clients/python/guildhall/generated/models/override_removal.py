from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.limit_name import LimitName, check_limit_name

T = TypeVar("T", bound="OverrideRemoval")


@_attrs_define
class OverrideRemoval:
    """Which limit is the plan's again.

    Attributes:
        name (LimitName):
    """

    name: LimitName

    def to_dict(self) -> dict[str, Any]:
        name: str = self.name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = check_limit_name(d.pop("name"))

        override_removal = cls(
            name=name,
        )

        return override_removal
