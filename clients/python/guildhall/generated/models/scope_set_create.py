from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.scope_set_create_name import ScopeSetCreateName


T = TypeVar("T", bound="ScopeSetCreate")


@_attrs_define
class ScopeSetCreate:
    """A new scope set.

    Attributes:
        code (str):
        name (ScopeSetCreateName):
        branches (list[str] | Unset): Each stands for itself and the branches below it.
        customers (list[str] | Unset):
    """

    code: str
    name: ScopeSetCreateName
    branches: list[str] | Unset = UNSET
    customers: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        name = self.name.to_dict()

        branches: list[str] | Unset = UNSET
        if not isinstance(self.branches, Unset):
            branches = self.branches

        customers: list[str] | Unset = UNSET
        if not isinstance(self.customers, Unset):
            customers = self.customers

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "name": name,
            }
        )
        if branches is not UNSET:
            field_dict["branches"] = branches
        if customers is not UNSET:
            field_dict["customers"] = customers

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.scope_set_create_name import ScopeSetCreateName  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        name = ScopeSetCreateName.from_dict(d.pop("name"))

        branches = cast(list[str], d.pop("branches", UNSET))

        customers = cast(list[str], d.pop("customers", UNSET))

        scope_set_create = cls(
            code=code,
            name=name,
            branches=branches,
            customers=customers,
        )

        return scope_set_create
