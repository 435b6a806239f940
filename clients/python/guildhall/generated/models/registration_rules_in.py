from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="RegistrationRulesIn")


@_attrs_define
class RegistrationRulesIn:
    """Changes of the rules of registration.

    Attributes:
        open_ (bool | Unset):
        role (None | str | Unset): One that holds no more than the roles of customers.
        link_base (str | Unset): A domain of the business, or one of `cors_origins`; empty for the business's own host.
    """

    open_: bool | Unset = UNSET
    role: None | str | Unset = UNSET
    link_base: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        open_ = self.open_

        role: None | str | Unset
        if isinstance(self.role, Unset):
            role = UNSET
        else:
            role = self.role

        link_base = self.link_base

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if open_ is not UNSET:
            field_dict["open"] = open_
        if role is not UNSET:
            field_dict["role"] = role
        if link_base is not UNSET:
            field_dict["link_base"] = link_base

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        open_ = d.pop("open", UNSET)

        def _parse_role(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        role = _parse_role(d.pop("role", UNSET))

        link_base = d.pop("link_base", UNSET)

        registration_rules_in = cls(
            open_=open_,
            role=role,
            link_base=link_base,
        )

        return registration_rules_in
