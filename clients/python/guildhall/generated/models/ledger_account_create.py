from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.ledger_role import LedgerRole, check_ledger_role
from ..models.ledger_side import LedgerSide, check_ledger_side

T = TypeVar("T", bound="LedgerAccountCreate")


@_attrs_define
class LedgerAccountCreate:
    """A new account.

    Attributes:
        code (str):
        name (str):
        role (LedgerRole):
        side (LedgerSide):
    """

    code: str
    name: str
    role: LedgerRole
    side: LedgerSide

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        name = self.name

        role: str = self.role

        side: str = self.side

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "name": name,
                "role": role,
                "side": side,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        name = d.pop("name")

        role = check_ledger_role(d.pop("role"))

        side = check_ledger_side(d.pop("side"))

        ledger_account_create = cls(
            code=code,
            name=name,
            role=role,
            side=side,
        )

        return ledger_account_create
