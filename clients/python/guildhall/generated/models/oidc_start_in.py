from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="OidcStartIn")


@_attrs_define
class OidcStartIn:
    """Where to sign in, and where to come back to.

    Attributes:
        provider (str):
        redirect_uri (str): One of the provider's, character by character.
    """

    provider: str
    redirect_uri: str

    def to_dict(self) -> dict[str, Any]:
        provider = self.provider

        redirect_uri = self.redirect_uri

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "provider": provider,
                "redirect_uri": redirect_uri,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        provider = d.pop("provider")

        redirect_uri = d.pop("redirect_uri")

        oidc_start_in = cls(
            provider=provider,
            redirect_uri=redirect_uri,
        )

        return oidc_start_in
