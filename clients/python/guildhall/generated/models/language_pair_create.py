from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="LanguagePairCreate")


@_attrs_define
class LanguagePairCreate:
    """A language pair to offer.

    Attributes:
        source (str):
        target (str):
        active (bool | Unset):
    """

    source: str
    target: str
    active: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        source = self.source

        target = self.target

        active = self.active

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "source": source,
                "target": target,
            }
        )
        if active is not UNSET:
            field_dict["active"] = active

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        source = d.pop("source")

        target = d.pop("target")

        active = d.pop("active", UNSET)

        language_pair_create = cls(
            source=source,
            target=target,
            active=active,
        )

        return language_pair_create
