from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.backup_copy_state import BackupCopyState, check_backup_copy_state

T = TypeVar("T", bound="Copy")


@_attrs_define
class Copy:
    """A backup in one store.

    Attributes:
        store (str):
        state (BackupCopyState):
        error (str): Why the store does not hold it; empty where it does.
    """

    store: str
    state: BackupCopyState
    error: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        store = self.store

        state: str = self.state

        error = self.error

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "store": store,
                "state": state,
                "error": error,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        store = d.pop("store")

        state = check_backup_copy_state(d.pop("state"))

        error = d.pop("error")

        copy = cls(
            store=store,
            state=state,
            error=error,
        )

        copy.additional_properties = d
        return copy

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
