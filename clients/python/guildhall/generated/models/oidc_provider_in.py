from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.oidc_creates import OidcCreates, check_oidc_creates
from ..types import UNSET, Unset

T = TypeVar("T", bound="OidcProviderIn")


@_attrs_define
class OidcProviderIn:
    """An OpenID Connect provider.

    Attributes:
        code (str):
        label (str): What the button says.
        issuer (str): As in the provider's metadata, such as `https://accounts.example.com`.
        client_id (str):
        redirect_uris (list[str]): Compared character by character.
        client_secret (str | Unset): Sealed at rest; left out, it stays while issuer and client do.
        scopes (list[str] | Unset): `openid email profile` where it is left out.
        domains (list[str] | Unset): Only addresses of these domains; none for all.
        link_by_email (bool | Unset): Whether a proved address finds its user at the first time.
        creates (OidcCreates | Unset):
    """

    code: str
    label: str
    issuer: str
    client_id: str
    redirect_uris: list[str]
    client_secret: str | Unset = UNSET
    scopes: list[str] | Unset = UNSET
    domains: list[str] | Unset = UNSET
    link_by_email: bool | Unset = UNSET
    creates: OidcCreates | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        label = self.label

        issuer = self.issuer

        client_id = self.client_id

        redirect_uris = self.redirect_uris

        client_secret = self.client_secret

        scopes: list[str] | Unset = UNSET
        if not isinstance(self.scopes, Unset):
            scopes = self.scopes

        domains: list[str] | Unset = UNSET
        if not isinstance(self.domains, Unset):
            domains = self.domains

        link_by_email = self.link_by_email

        creates: str | Unset = UNSET
        if not isinstance(self.creates, Unset):
            creates = self.creates

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "label": label,
                "issuer": issuer,
                "client_id": client_id,
                "redirect_uris": redirect_uris,
            }
        )
        if client_secret is not UNSET:
            field_dict["client_secret"] = client_secret
        if scopes is not UNSET:
            field_dict["scopes"] = scopes
        if domains is not UNSET:
            field_dict["domains"] = domains
        if link_by_email is not UNSET:
            field_dict["link_by_email"] = link_by_email
        if creates is not UNSET:
            field_dict["creates"] = creates

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        label = d.pop("label")

        issuer = d.pop("issuer")

        client_id = d.pop("client_id")

        redirect_uris = cast(list[str], d.pop("redirect_uris"))

        client_secret = d.pop("client_secret", UNSET)

        scopes = cast(list[str], d.pop("scopes", UNSET))

        domains = cast(list[str], d.pop("domains", UNSET))

        link_by_email = d.pop("link_by_email", UNSET)

        _creates = d.pop("creates", UNSET)
        creates: OidcCreates | Unset
        if isinstance(_creates, Unset):
            creates = UNSET
        else:
            creates = check_oidc_creates(_creates)

        oidc_provider_in = cls(
            code=code,
            label=label,
            issuer=issuer,
            client_id=client_id,
            redirect_uris=redirect_uris,
            client_secret=client_secret,
            scopes=scopes,
            domains=domains,
            link_by_email=link_by_email,
            creates=creates,
        )

        return oidc_provider_in
