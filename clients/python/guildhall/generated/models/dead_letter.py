from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.dead_letter_state import DeadLetterState, check_dead_letter_state

T = TypeVar("T", bound="DeadLetter")


@_attrs_define
class DeadLetter:
    """An event that a handler failed at for the last time.

    Attributes:
        id (str):
        event (str):
        event_type (str):
        subject (str):
        handler (str): The name of what failed.
        state (DeadLetterState):
        attempts (int):
        last_error (str): The end of the last failure's trace.
        occurred_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    event: str
    event_type: str
    subject: str
    handler: str
    state: DeadLetterState
    attempts: int
    last_error: str
    occurred_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        event = self.event

        event_type = self.event_type

        subject = self.subject

        handler = self.handler

        state: str = self.state

        attempts = self.attempts

        last_error = self.last_error

        occurred_at = self.occurred_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "event": event,
                "event_type": event_type,
                "subject": subject,
                "handler": handler,
                "state": state,
                "attempts": attempts,
                "last_error": last_error,
                "occurred_at": occurred_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        event = d.pop("event")

        event_type = d.pop("event_type")

        subject = d.pop("subject")

        handler = d.pop("handler")

        state = check_dead_letter_state(d.pop("state"))

        attempts = d.pop("attempts")

        last_error = d.pop("last_error")

        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        dead_letter = cls(
            id=id,
            event=event,
            event_type=event_type,
            subject=subject,
            handler=handler,
            state=state,
            attempts=attempts,
            last_error=last_error,
            occurred_at=occurred_at,
            allowed_actions=allowed_actions,
        )

        dead_letter.additional_properties = d
        return dead_letter

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
