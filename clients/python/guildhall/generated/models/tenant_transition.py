from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.tenant_transition_name import TenantTransitionName, check_tenant_transition_name

T = TypeVar("T", bound="TenantTransition")


@_attrs_define
class TenantTransition:
    """A change of state.

    Attributes:
        name (TenantTransitionName):
    """

    name: TenantTransitionName

    def to_dict(self) -> dict[str, Any]:
        name: str = self.name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = check_tenant_transition_name(d.pop("name"))

        tenant_transition = cls(
            name=name,
        )

        return tenant_transition
