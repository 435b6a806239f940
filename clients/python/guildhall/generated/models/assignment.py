from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.assignment_scope import AssignmentScope, check_assignment_scope

if TYPE_CHECKING:
    from ..models.localized_text_type_1 import LocalizedTextType1


T = TypeVar("T", bound="Assignment")


@_attrs_define
class Assignment:
    """A role that a user has, and how far it reaches.

    Attributes:
        id (str):
        role (str):
        role_code (str):
        role_name (LocalizedTextType1 | str):
        scope (AssignmentScope):
        branch (None | str):
        customer (None | str):
        scope_set (None | str):
    """

    id: str
    role: str
    role_code: str
    role_name: LocalizedTextType1 | str
    scope: AssignmentScope
    branch: None | str
    customer: None | str
    scope_set: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        id = self.id

        role = self.role

        role_code = self.role_code

        role_name: dict[str, Any] | str
        if isinstance(self.role_name, LocalizedTextType1):
            role_name = self.role_name.to_dict()
        else:
            role_name = self.role_name

        scope: str = self.scope

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
                "id": id,
                "role": role,
                "role_code": role_code,
                "role_name": role_name,
                "scope": scope,
                "branch": branch,
                "customer": customer,
                "scope_set": scope_set,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        role = d.pop("role")

        role_code = d.pop("role_code")

        def _parse_role_name(data: object) -> LocalizedTextType1 | str:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_localized_text_type_1 = LocalizedTextType1.from_dict(data)

                return componentsschemas_localized_text_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LocalizedTextType1 | str, data)

        role_name = _parse_role_name(d.pop("role_name"))

        scope = check_assignment_scope(d.pop("scope"))

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

        assignment = cls(
            id=id,
            role=role,
            role_code=role_code,
            role_name=role_name,
            scope=scope,
            branch=branch,
            customer=customer,
            scope_set=scope_set,
        )

        assignment.additional_properties = d
        return assignment

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
