from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="FileLinkCreate")


@_attrs_define
class FileLinkCreate:
    """A download link to make.

    Attributes:
        seconds (int | Unset): How long it is good; 15 minutes by default.
    """

    seconds: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        seconds = self.seconds

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if seconds is not UNSET:
            field_dict["seconds"] = seconds

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        seconds = d.pop("seconds", UNSET)

        file_link_create = cls(
            seconds=seconds,
        )

        return file_link_create
