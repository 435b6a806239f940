from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="AccessEntry")


@_attrs_define
class AccessEntry:
    """One request.

    Attributes:
        id (str):
        at (datetime.datetime): When it was answered.
        method (str):
        route (str): As the contract names it, without ids.
        status (int):
        duration_ms (int):
        actor (None | str):
        actor_kind (str):
        impersonator (None | str):
        request_id (str):
        ip (None | str):
    """

    id: str
    at: datetime.datetime
    method: str
    route: str
    status: int
    duration_ms: int
    actor: None | str
    actor_kind: str
    impersonator: None | str
    request_id: str
    ip: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        at = self.at.isoformat()

        method = self.method

        route = self.route

        status = self.status

        duration_ms = self.duration_ms

        actor: None | str
        actor = self.actor

        actor_kind = self.actor_kind

        impersonator: None | str
        impersonator = self.impersonator

        request_id = self.request_id

        ip: None | str
        ip = self.ip

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "at": at,
                "method": method,
                "route": route,
                "status": status,
                "duration_ms": duration_ms,
                "actor": actor,
                "actor_kind": actor_kind,
                "impersonator": impersonator,
                "request_id": request_id,
                "ip": ip,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        method = d.pop("method")

        route = d.pop("route")

        status = d.pop("status")

        duration_ms = d.pop("duration_ms")

        def _parse_actor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        actor = _parse_actor(d.pop("actor"))

        actor_kind = d.pop("actor_kind")

        def _parse_impersonator(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        impersonator = _parse_impersonator(d.pop("impersonator"))

        request_id = d.pop("request_id")

        def _parse_ip(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ip = _parse_ip(d.pop("ip"))

        access_entry = cls(
            id=id,
            at=at,
            method=method,
            route=route,
            status=status,
            duration_ms=duration_ms,
            actor=actor,
            actor_kind=actor_kind,
            impersonator=impersonator,
            request_id=request_id,
            ip=ip,
        )

        access_entry.additional_properties = d
        return access_entry

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
