from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.second_factor_method import SecondFactorMethod, check_second_factor_method

T = TypeVar("T", bound="VerifyIn")


@_attrs_define
class VerifyIn:
    """A code of one of the user's second factors.

    Attributes:
        method (SecondFactorMethod):
        code (str): Six digits; or a recovery code, which works once.
    """

    method: SecondFactorMethod
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
        method = check_second_factor_method(d.pop("method"))

        code = d.pop("code")

        verify_in = cls(
            method=method,
            code=code,
        )

        return verify_in
