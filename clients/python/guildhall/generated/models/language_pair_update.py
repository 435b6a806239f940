from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="LanguagePairUpdate")


@_attrs_define
class LanguagePairUpdate:
    """What changes of a language pair.

    Attributes:
        active (bool | Unset):
    """

    active: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        active = self.active

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if active is not UNSET:
            field_dict["active"] = active

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        active = d.pop("active", UNSET)

        language_pair_update = cls(
            active=active,
        )

        return language_pair_update
