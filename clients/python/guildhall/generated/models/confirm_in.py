from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.lasting_second_factor import LastingSecondFactor, check_lasting_second_factor

T = TypeVar("T", bound="ConfirmIn")


@_attrs_define
class ConfirmIn:
    """The first code of a second factor that was begun.

    Attributes:
        method (LastingSecondFactor):
        code (str):
    """

    method: LastingSecondFactor
    code: str

    def to_dict(self) -> dict[str, Any]:
        method: str = self.method

        code = self.code

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "method": method,
                "code": code,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        method = check_lasting_second_factor(d.pop("method"))

        code = d.pop("code")

        confirm_in = cls(
            method=method,
            code=code,
        )

        return confirm_in
