from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="InvitedRole")


@_attrs_define
class InvitedRole:
    """A role that waits for the invited person.

    Attributes:
        role (str):
        scope (str):
        branch (None | str):
        customer (None | str):
        scope_set (None | str):
    """

    role: str
    scope: str
    branch: None | str
    customer: None | str
    scope_set: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        role = self.role

        scope = self.scope

        branch: None | str
        branch = self.branch

        customer: None | str
        customer = self.customer

        scope_set: None | str
        scope_set = self.scope_set

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "role": role,
                "scope": scope,
                "branch": branch,
                "customer": customer,
                "scope_set": scope_set,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        role = d.pop("role")

        scope = d.pop("scope")

        def _parse_branch(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        branch = _parse_branch(d.pop("branch"))

        def _parse_customer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        customer = _parse_customer(d.pop("customer"))

        def _parse_scope_set(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        scope_set = _parse_scope_set(d.pop("scope_set"))

        invited_role = cls(
            role=role,
            scope=scope,
            branch=branch,
            customer=customer,
            scope_set=scope_set,
        )

        invited_role.additional_properties = d
        return invited_role

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
