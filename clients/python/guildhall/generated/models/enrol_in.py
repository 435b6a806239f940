from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.lasting_second_factor import LastingSecondFactor, check_lasting_second_factor

T = TypeVar("T", bound="EnrolIn")


@_attrs_define
class EnrolIn:
    """Which second factor to begin.

    Attributes:
        method (LastingSecondFactor):
    """

    method: LastingSecondFactor

    def to_dict(self) -> dict[str, Any]:
        method: str = self.method

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "method": method,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        method = check_lasting_second_factor(d.pop("method"))

        enrol_in = cls(
            method=method,
        )

        return enrol_in
