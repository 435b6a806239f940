from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.lasting_second_factor import LastingSecondFactor, check_lasting_second_factor
from ..types import UNSET, Unset

T = TypeVar("T", bound="EnrolIn")


@_attrs_define
class EnrolIn:
    """Which second factor to begin.

    Attributes:
        method (LastingSecondFactor):
        password (str | Unset): For the first one, unless the session was opened in the last ten minutes.
    """

    method: LastingSecondFactor
    password: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        method: str = self.method

        password = self.password

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "method": method,
            }
        )
        if password is not UNSET:
            field_dict["password"] = password

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        method = check_lasting_second_factor(d.pop("method"))

        password = d.pop("password", UNSET)

        enrol_in = cls(
            method=method,
            password=password,
        )

        return enrol_in
