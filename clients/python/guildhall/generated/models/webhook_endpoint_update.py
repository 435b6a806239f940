from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.webhook_endpoint_state import WebhookEndpointState, check_webhook_endpoint_state
from ..types import UNSET, Unset

T = TypeVar("T", bound="WebhookEndpointUpdate")


@_attrs_define
class WebhookEndpointUpdate:
    """Changes of an endpoint.

    Attributes:
        url (str | Unset):
        description (str | Unset):
        event_types (list[str] | Unset):
        state (WebhookEndpointState | Unset):
    """

    url: str | Unset = UNSET
    description: str | Unset = UNSET
    event_types: list[str] | Unset = UNSET
    state: WebhookEndpointState | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        description = self.description

        event_types: list[str] | Unset = UNSET
        if not isinstance(self.event_types, Unset):
            event_types = self.event_types

        state: str | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if url is not UNSET:
            field_dict["url"] = url
        if description is not UNSET:
            field_dict["description"] = description
        if event_types is not UNSET:
            field_dict["event_types"] = event_types
        if state is not UNSET:
            field_dict["state"] = state

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        url = d.pop("url", UNSET)

        description = d.pop("description", UNSET)

        event_types = cast(list[str], d.pop("event_types", UNSET))

        _state = d.pop("state", UNSET)
        state: WebhookEndpointState | Unset
        if isinstance(_state, Unset):
            state = UNSET
        else:
            state = check_webhook_endpoint_state(_state)

        webhook_endpoint_update = cls(
            url=url,
            description=description,
            event_types=event_types,
            state=state,
        )

        return webhook_endpoint_update
