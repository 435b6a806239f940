from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="RevokeIn")


@_attrs_define
class RevokeIn:
    """Which session to end; all where none is named.

    Attributes:
        session (str | Unset):
    """

    session: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        session = self.session

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if session is not UNSET:
            field_dict["session"] = session

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        session = d.pop("session", UNSET)

        revoke_in = cls(
            session=session,
        )

        return revoke_in
