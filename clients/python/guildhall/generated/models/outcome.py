from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.phase import Phase


T = TypeVar("T", bound="Outcome")


@_attrs_define
class Outcome:
    """How a replacement went.

    Attributes:
        store (str): The store that the backup was read from.
        snapshot_at (datetime.datetime):
        phases (list[Phase]):
        swap_attempts (int): Tries of the swap; each gives way to a busy business.
        blocked_microseconds (int | None): How long the business's writes waited for the swap.
        event_position (int | None): Where `tenant.restored` stands in the business's stream of events.
    """

    store: str
    snapshot_at: datetime.datetime
    phases: list[Phase]
    swap_attempts: int
    blocked_microseconds: int | None
    event_position: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        store = self.store

        snapshot_at = self.snapshot_at.isoformat()

        phases = []
        for phases_item_data in self.phases:
            phases_item = phases_item_data.to_dict()
            phases.append(phases_item)

        swap_attempts = self.swap_attempts

        blocked_microseconds: int | None
        blocked_microseconds = self.blocked_microseconds

        event_position: int | None
        event_position = self.event_position

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "store": store,
                "snapshot_at": snapshot_at,
                "phases": phases,
                "swap_attempts": swap_attempts,
                "blocked_microseconds": blocked_microseconds,
                "event_position": event_position,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.phase import Phase  # noqa: PLC0415

        d = dict(src_dict)
        store = d.pop("store")

        snapshot_at = datetime.datetime.fromisoformat(d.pop("snapshot_at"))

        phases = []
        _phases = d.pop("phases")
        for phases_item_data in _phases:
            phases_item = Phase.from_dict(phases_item_data)

            phases.append(phases_item)

        swap_attempts = d.pop("swap_attempts")

        def _parse_blocked_microseconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        blocked_microseconds = _parse_blocked_microseconds(d.pop("blocked_microseconds"))

        def _parse_event_position(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        event_position = _parse_event_position(d.pop("event_position"))

        outcome = cls(
            store=store,
            snapshot_at=snapshot_at,
            phases=phases,
            swap_attempts=swap_attempts,
            blocked_microseconds=blocked_microseconds,
            event_position=event_position,
        )

        outcome.additional_properties = d
        return outcome

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
