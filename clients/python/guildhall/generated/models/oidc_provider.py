from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.oidc_creates import OidcCreates, check_oidc_creates

T = TypeVar("T", bound="OidcProvider")


@_attrs_define
class OidcProvider:
    """An OpenID Connect provider that people may sign in at.

    Attributes:
        code (str):
        label (str):
        issuer (str):
        client_id (str):
        secret_kept (bool): Whether a client secret is kept; it is never shown.
        redirect_uris (list[str]):
        scopes (list[str]):
        domains (list[str]):
        link_by_email (bool):
        creates (OidcCreates):
    """

    code: str
    label: str
    issuer: str
    client_id: str
    secret_kept: bool
    redirect_uris: list[str]
    scopes: list[str]
    domains: list[str]
    link_by_email: bool
    creates: OidcCreates
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        label = self.label

        issuer = self.issuer

        client_id = self.client_id

        secret_kept = self.secret_kept

        redirect_uris = self.redirect_uris

        scopes = self.scopes

        domains = self.domains

        link_by_email = self.link_by_email

        creates: str = self.creates

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "label": label,
                "issuer": issuer,
                "client_id": client_id,
                "secret_kept": secret_kept,
                "redirect_uris": redirect_uris,
                "scopes": scopes,
                "domains": domains,
                "link_by_email": link_by_email,
                "creates": creates,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        label = d.pop("label")

        issuer = d.pop("issuer")

        client_id = d.pop("client_id")

        secret_kept = d.pop("secret_kept")

        redirect_uris = cast(list[str], d.pop("redirect_uris"))

        scopes = cast(list[str], d.pop("scopes"))

        domains = cast(list[str], d.pop("domains"))

        link_by_email = d.pop("link_by_email")

        creates = check_oidc_creates(d.pop("creates"))

        oidc_provider = cls(
            code=code,
            label=label,
            issuer=issuer,
            client_id=client_id,
            secret_kept=secret_kept,
            redirect_uris=redirect_uris,
            scopes=scopes,
            domains=domains,
            link_by_email=link_by_email,
            creates=creates,
        )

        oidc_provider.additional_properties = d
        return oidc_provider

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
