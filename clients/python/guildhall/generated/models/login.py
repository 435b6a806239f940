from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.login_outcome import LoginOutcome, check_login_outcome

T = TypeVar("T", bound="Login")


@_attrs_define
class Login:
    """A sign-in, an attempt, or the end of a session.

    Attributes:
        id (str):
        at (datetime.datetime):
        outcome (LoginOutcome):
        user (None | str): Null where the name is nobody's.
        identifier (None | str): The name that was typed.
        method (None | str): password, secret, telegram, oidc, totp, recovery …
        session (None | str):
        second_factor (bool | None):
        ip (None | str):
        place (str): Town and country of the address, `local` for a private one; empty where unknown.
        device (str): Browser and system, such as `Firefox 128, Windows`; empty where unknown.
        user_agent (None | str):
        impersonator (None | str): The operator who acts as the user.
        reason (None | str): Of an impersonation.
        request_id (None | str):
    """

    id: str
    at: datetime.datetime
    outcome: LoginOutcome
    user: None | str
    identifier: None | str
    method: None | str
    session: None | str
    second_factor: bool | None
    ip: None | str
    place: str
    device: str
    user_agent: None | str
    impersonator: None | str
    reason: None | str
    request_id: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        at = self.at.isoformat()

        outcome: str = self.outcome

        user: None | str
        user = self.user

        identifier: None | str
        identifier = self.identifier

        method: None | str
        method = self.method

        session: None | str
        session = self.session

        second_factor: bool | None
        second_factor = self.second_factor

        ip: None | str
        ip = self.ip

        place = self.place

        device = self.device

        user_agent: None | str
        user_agent = self.user_agent

        impersonator: None | str
        impersonator = self.impersonator

        reason: None | str
        reason = self.reason

        request_id: None | str
        request_id = self.request_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "at": at,
                "outcome": outcome,
                "user": user,
                "identifier": identifier,
                "method": method,
                "session": session,
                "second_factor": second_factor,
                "ip": ip,
                "place": place,
                "device": device,
                "user_agent": user_agent,
                "impersonator": impersonator,
                "reason": reason,
                "request_id": request_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        outcome = check_login_outcome(d.pop("outcome"))

        def _parse_user(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        user = _parse_user(d.pop("user"))

        def _parse_identifier(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        identifier = _parse_identifier(d.pop("identifier"))

        def _parse_method(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        method = _parse_method(d.pop("method"))

        def _parse_session(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        session = _parse_session(d.pop("session"))

        def _parse_second_factor(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        second_factor = _parse_second_factor(d.pop("second_factor"))

        def _parse_ip(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ip = _parse_ip(d.pop("ip"))

        place = d.pop("place")

        device = d.pop("device")

        def _parse_user_agent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        user_agent = _parse_user_agent(d.pop("user_agent"))

        def _parse_impersonator(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        impersonator = _parse_impersonator(d.pop("impersonator"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_request_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        request_id = _parse_request_id(d.pop("request_id"))

        login = cls(
            id=id,
            at=at,
            outcome=outcome,
            user=user,
            identifier=identifier,
            method=method,
            session=session,
            second_factor=second_factor,
            ip=ip,
            place=place,
            device=device,
            user_agent=user_agent,
            impersonator=impersonator,
            reason=reason,
            request_id=request_id,
        )

        login.additional_properties = d
        return login

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
