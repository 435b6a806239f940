from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.assignment_scope import AssignmentScope, check_assignment_scope
from ..types import UNSET, Unset

T = TypeVar("T", bound="AssignmentIn")


@_attrs_define
class AssignmentIn:
    """A role to give, over a scope.

    Attributes:
        role (str):
        scope (AssignmentScope | Unset):
        branch (None | str | Unset): With scope branch.
        customer (None | str | Unset): With scope customer.
        scope_set (None | str | Unset): With scope set.
    """

    role: str
    scope: AssignmentScope | Unset = UNSET
    branch: None | str | Unset = UNSET
    customer: None | str | Unset = UNSET
    scope_set: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        role = self.role

        scope: str | Unset = UNSET
        if not isinstance(self.scope, Unset):
            scope = self.scope

        branch: None | str | Unset
        if isinstance(self.branch, Unset):
            branch = UNSET
        else:
            branch = self.branch

        customer: None | str | Unset
        if isinstance(self.customer, Unset):
            customer = UNSET
        else:
            customer = self.customer

        scope_set: None | str | Unset
        if isinstance(self.scope_set, Unset):
            scope_set = UNSET
        else:
            scope_set = self.scope_set

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "role": role,
            }
        )
        if scope is not UNSET:
            field_dict["scope"] = scope
        if branch is not UNSET:
            field_dict["branch"] = branch
        if customer is not UNSET:
            field_dict["customer"] = customer
        if scope_set is not UNSET:
            field_dict["scope_set"] = scope_set

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        role = d.pop("role")

        _scope = d.pop("scope", UNSET)
        scope: AssignmentScope | Unset
        if isinstance(_scope, Unset):
            scope = UNSET
        else:
            scope = check_assignment_scope(_scope)

        def _parse_branch(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        branch = _parse_branch(d.pop("branch", UNSET))

        def _parse_customer(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        customer = _parse_customer(d.pop("customer", UNSET))

        def _parse_scope_set(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        scope_set = _parse_scope_set(d.pop("scope_set", UNSET))

        assignment_in = cls(
            role=role,
            scope=scope,
            branch=branch,
            customer=customer,
            scope_set=scope_set,
        )

        return assignment_in
