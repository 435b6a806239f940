from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.event_actor import EventActor
    from ..models.event_data import EventData


T = TypeVar("T", bound="Event")


@_attrs_define
class Event:
    """Something that happened in the business. It never changes.

    Attributes:
        id (str):
        position (int): The place in the business's stream, from 1 without gaps.
        type_ (str): The event's type, such as order.placed.
        subject (str):
        object_version (int): The version of the object after the change.
        occurred_at (datetime.datetime):
        data (EventData): What the event tells; its schema is in /event-types.
        actor (EventActor): Who did it: `kind`, and `id` where it was a user.
        version (int): The version of the type's schema.
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    position: int
    type_: str
    subject: str
    object_version: int
    occurred_at: datetime.datetime
    data: EventData
    actor: EventActor
    version: int
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        position = self.position

        type_ = self.type_

        subject = self.subject

        object_version = self.object_version

        occurred_at = self.occurred_at.isoformat()

        data = self.data.to_dict()

        actor = self.actor.to_dict()

        version = self.version

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "position": position,
                "type": type_,
                "subject": subject,
                "object_version": object_version,
                "occurred_at": occurred_at,
                "data": data,
                "actor": actor,
                "version": version,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.event_actor import EventActor  # noqa: PLC0415
        from ..models.event_data import EventData  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        position = d.pop("position")

        type_ = d.pop("type")

        subject = d.pop("subject")

        object_version = d.pop("object_version")

        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))

        data = EventData.from_dict(d.pop("data"))

        actor = EventActor.from_dict(d.pop("actor"))

        version = d.pop("version")

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        event = cls(
            id=id,
            position=position,
            type_=type_,
            subject=subject,
            object_version=object_version,
            occurred_at=occurred_at,
            data=data,
            actor=actor,
            version=version,
            allowed_actions=allowed_actions,
        )

        event.additional_properties = d
        return event

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
