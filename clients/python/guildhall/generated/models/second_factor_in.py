from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.second_factor_method import SecondFactorMethod, check_second_factor_method

T = TypeVar("T", bound="SecondFactorIn")


@_attrs_define
class SecondFactorIn:
    """The second factor of a sign-in.

    Attributes:
        challenge (str): Of the refusal `second_factor_required`.
        method (SecondFactorMethod):
        code (str): Six digits; or a recovery code, which works once.
    """

    challenge: str
    method: SecondFactorMethod
    code: str

    def to_dict(self) -> dict[str, Any]:
        challenge = self.challenge

        method: str = self.method

        code = self.code

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "challenge": challenge,
                "method": method,
                "code": code,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        challenge = d.pop("challenge")

        method = check_second_factor_method(d.pop("method"))

        code = d.pop("code")

        second_factor_in = cls(
            challenge=challenge,
            method=method,
            code=code,
        )

        return second_factor_in
