from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.ledger_role import LedgerRole, check_ledger_role
from ..models.ledger_side import LedgerSide, check_ledger_side
from ..types import UNSET, Unset

T = TypeVar("T", bound="LedgerAccountCreate")


@_attrs_define
class LedgerAccountCreate:
    """A new account.

    Attributes:
        code (str):
        name (str):
        role (LedgerRole):
        side (LedgerSide):
        heading (bool | Unset): Sums up the accounts beneath it, and takes no entries itself.
        parent (None | str | Unset): A heading of the same kind; null right beneath the kind.
    """

    code: str
    name: str
    role: LedgerRole
    side: LedgerSide
    heading: bool | Unset = UNSET
    parent: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        name = self.name

        role: str = self.role

        side: str = self.side

        heading = self.heading

        parent: None | str | Unset
        if isinstance(self.parent, Unset):
            parent = UNSET
        else:
            parent = self.parent

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "name": name,
                "role": role,
                "side": side,
            }
        )
        if heading is not UNSET:
            field_dict["heading"] = heading
        if parent is not UNSET:
            field_dict["parent"] = parent

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        name = d.pop("name")

        role = check_ledger_role(d.pop("role"))

        side = check_ledger_side(d.pop("side"))

        heading = d.pop("heading", UNSET)

        def _parse_parent(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        parent = _parse_parent(d.pop("parent", UNSET))

        ledger_account_create = cls(
            code=code,
            name=name,
            role=role,
            side=side,
            heading=heading,
            parent=parent,
        )

        return ledger_account_create
