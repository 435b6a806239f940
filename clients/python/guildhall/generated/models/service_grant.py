from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.grant_kind import GrantKind, check_grant_kind

T = TypeVar("T", bound="ServiceGrant")


@_attrs_define
class ServiceGrant:
    """A service account's credentials.

    Attributes:
        kind (GrantKind):
        client_id (str): The service account.
        secret (str): Shown once, when the account was made.
    """

    kind: GrantKind
    client_id: str
    secret: str

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        client_id = self.client_id

        secret = self.secret

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "client_id": client_id,
                "secret": secret,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_grant_kind(d.pop("kind"))

        client_id = d.pop("client_id")

        secret = d.pop("secret")

        service_grant = cls(
            kind=kind,
            client_id=client_id,
            secret=secret,
        )

        return service_grant
