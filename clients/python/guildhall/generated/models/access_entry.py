from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.credential_kind import CredentialKind, check_credential_kind

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
        credential_kind (CredentialKind | None): What the actor showed; null without one, and in entries of before it
            was recorded.
        credential (None | str): The id of the session, the API key or the application.
        rows (int | None): How many rows a list answered; null of anything else.
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
    credential_kind: CredentialKind | None
    credential: None | str
    rows: int | None
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

        credential_kind: None | str
        if isinstance(self.credential_kind, str):
            credential_kind = self.credential_kind
        else:
            credential_kind = self.credential_kind

        credential: None | str
        credential = self.credential

        rows: int | None
        rows = self.rows

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
                "credential_kind": credential_kind,
                "credential": credential,
                "rows": rows,
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

        def _parse_credential_kind(data: object) -> CredentialKind | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                credential_kind_type_0 = check_credential_kind(data)

                return credential_kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CredentialKind | None, data)

        credential_kind = _parse_credential_kind(d.pop("credential_kind"))

        def _parse_credential(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        credential = _parse_credential(d.pop("credential"))

        def _parse_rows(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        rows = _parse_rows(d.pop("rows"))

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
            credential_kind=credential_kind,
            credential=credential,
            rows=rows,
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
