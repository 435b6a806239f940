from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="DomainCreate")


@_attrs_define
class DomainCreate:
    """A claim on a domain.

    Attributes:
        tenant (str):
        domain (str): International names in their ASCII form: `xn--…`.
    """

    tenant: str
    domain: str

    def to_dict(self) -> dict[str, Any]:
        tenant = self.tenant

        domain = self.domain

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "tenant": tenant,
                "domain": domain,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        tenant = d.pop("tenant")

        domain = d.pop("domain")

        domain_create = cls(
            tenant=tenant,
            domain=domain,
        )

        return domain_create
