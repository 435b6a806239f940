from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.restore_mode import RestoreMode, check_restore_mode

T = TypeVar("T", bound="RestoreRequest")


@_attrs_define
class RestoreRequest:
    """What is to be done with the backup.

    Attributes:
        mode (RestoreMode):
    """

    mode: RestoreMode

    def to_dict(self) -> dict[str, Any]:
        mode: str = self.mode

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "mode": mode,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        mode = check_restore_mode(d.pop("mode"))

        restore_request = cls(
            mode=mode,
        )

        return restore_request
