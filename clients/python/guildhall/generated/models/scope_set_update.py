from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.scope_set_update_name import ScopeSetUpdateName


T = TypeVar("T", bound="ScopeSetUpdate")


@_attrs_define
class ScopeSetUpdate:
    """Changes of a scope set; a list is the whole list.

    Attributes:
        name (ScopeSetUpdateName | Unset):
        branches (list[str] | Unset): Each stands for itself and the branches below it.
        customers (list[str] | Unset):
    """

    name: ScopeSetUpdateName | Unset = UNSET
    branches: list[str] | Unset = UNSET
    customers: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name: dict[str, Any] | Unset = UNSET
        if not isinstance(self.name, Unset):
            name = self.name.to_dict()

        branches: list[str] | Unset = UNSET
        if not isinstance(self.branches, Unset):
            branches = self.branches

        customers: list[str] | Unset = UNSET
        if not isinstance(self.customers, Unset):
            customers = self.customers

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if branches is not UNSET:
            field_dict["branches"] = branches
        if customers is not UNSET:
            field_dict["customers"] = customers

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.scope_set_update_name import ScopeSetUpdateName  # noqa: PLC0415

        d = dict(src_dict)
        _name = d.pop("name", UNSET)
        name: ScopeSetUpdateName | Unset
        if isinstance(_name, Unset):
            name = UNSET
        else:
            name = ScopeSetUpdateName.from_dict(_name)

        branches = cast(list[str], d.pop("branches", UNSET))

        customers = cast(list[str], d.pop("customers", UNSET))

        scope_set_update = cls(
            name=name,
            branches=branches,
            customers=customers,
        )

        return scope_set_update
