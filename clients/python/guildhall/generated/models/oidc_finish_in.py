from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="OidcFinishIn")


@_attrs_define
class OidcFinishIn:
    """What came back, and what was kept.

    Attributes:
        code (str):
        state (str):
        binding (str):
    """

    code: str
    state: str
    binding: str

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        state = self.state

        binding = self.binding

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "state": state,
                "binding": binding,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        state = d.pop("state")

        binding = d.pop("binding")

        oidc_finish_in = cls(
            code=code,
            state=state,
            binding=binding,
        )

        return oidc_finish_in
