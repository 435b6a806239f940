from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="AuthorizationIn")


@_attrs_define
class AuthorizationIn:
    """An authorization request with the user's answer.

    Attributes:
        response_type (str):
        client_id (str):
        redirect_uri (str):
        code_challenge (str):
        code_challenge_method (str): `S256`.
        approved (bool):
        scope (str | Unset):
        state (str | Unset):
    """

    response_type: str
    client_id: str
    redirect_uri: str
    code_challenge: str
    code_challenge_method: str
    approved: bool
    scope: str | Unset = UNSET
    state: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        response_type = self.response_type

        client_id = self.client_id

        redirect_uri = self.redirect_uri

        code_challenge = self.code_challenge

        code_challenge_method = self.code_challenge_method

        approved = self.approved

        scope = self.scope

        state = self.state

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "response_type": response_type,
                "client_id": client_id,
                "redirect_uri": redirect_uri,
                "code_challenge": code_challenge,
                "code_challenge_method": code_challenge_method,
                "approved": approved,
            }
        )
        if scope is not UNSET:
            field_dict["scope"] = scope
        if state is not UNSET:
            field_dict["state"] = state

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        response_type = d.pop("response_type")

        client_id = d.pop("client_id")

        redirect_uri = d.pop("redirect_uri")

        code_challenge = d.pop("code_challenge")

        code_challenge_method = d.pop("code_challenge_method")

        approved = d.pop("approved")

        scope = d.pop("scope", UNSET)

        state = d.pop("state", UNSET)

        authorization_in = cls(
            response_type=response_type,
            client_id=client_id,
            redirect_uri=redirect_uri,
            code_challenge=code_challenge,
            code_challenge_method=code_challenge_method,
            approved=approved,
            scope=scope,
            state=state,
        )

        return authorization_in
