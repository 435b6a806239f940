from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="RotateIn")


@_attrs_define
class RotateIn:
    """How long the old secret works still.

    Attributes:
        grace_hours (int | Unset): 24 where it is not given.
    """

    grace_hours: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        grace_hours = self.grace_hours

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if grace_hours is not UNSET:
            field_dict["grace_hours"] = grace_hours

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        grace_hours = d.pop("grace_hours", UNSET)

        rotate_in = cls(
            grace_hours=grace_hours,
        )

        return rotate_in
