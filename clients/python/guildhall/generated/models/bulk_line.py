from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.bulk_action import BulkAction, check_bulk_action
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.bulk_line_data import BulkLineData


T = TypeVar("T", bound="BulkLine")


@_attrs_define
class BulkLine:
    """One change: an action with its id, its expected version and its data.

    Attributes:
        action (BulkAction):
        id (str | Unset): The resource's id, for update and delete.
        data (BulkLineData | Unset): The body that the single request would have.
        version (int | Unset): Refused when the resource is at another.
    """

    action: BulkAction
    id: str | Unset = UNSET
    data: BulkLineData | Unset = UNSET
    version: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        action: str = self.action

        id = self.id

        data: dict[str, Any] | Unset = UNSET
        if not isinstance(self.data, Unset):
            data = self.data.to_dict()

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "action": action,
            }
        )
        if id is not UNSET:
            field_dict["id"] = id
        if data is not UNSET:
            field_dict["data"] = data
        if version is not UNSET:
            field_dict["version"] = version

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bulk_line_data import BulkLineData  # noqa: PLC0415

        d = dict(src_dict)
        action = check_bulk_action(d.pop("action"))

        id = d.pop("id", UNSET)

        _data = d.pop("data", UNSET)
        data: BulkLineData | Unset
        if isinstance(_data, Unset):
            data = UNSET
        else:
            data = BulkLineData.from_dict(_data)

        version = d.pop("version", UNSET)

        bulk_line = cls(
            action=action,
            id=id,
            data=data,
            version=version,
        )

        return bulk_line
