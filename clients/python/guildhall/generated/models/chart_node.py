from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.ledger_side import LedgerSide, check_ledger_side

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="ChartNode")


@_attrs_define
class ChartNode:
    """An account in the tree.

    Attributes:
        account (str):
        parent (None | str): The heading it stands beneath.
        level (int): 1 right beneath the kind.
        code (str):
        name (str):
        role (str):
        side (LedgerSide):
        heading (bool):
        active (bool):
        balance (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
    """

    account: str
    parent: None | str
    level: int
    code: str
    name: str
    role: str
    side: LedgerSide
    heading: bool
    active: bool
    balance: Money
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        account = self.account

        parent: None | str
        parent = self.parent

        level = self.level

        code = self.code

        name = self.name

        role = self.role

        side: str = self.side

        heading = self.heading

        active = self.active

        balance = self.balance.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "account": account,
                "parent": parent,
                "level": level,
                "code": code,
                "name": name,
                "role": role,
                "side": side,
                "heading": heading,
                "active": active,
                "balance": balance,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        account = d.pop("account")

        def _parse_parent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        parent = _parse_parent(d.pop("parent"))

        level = d.pop("level")

        code = d.pop("code")

        name = d.pop("name")

        role = d.pop("role")

        side = check_ledger_side(d.pop("side"))

        heading = d.pop("heading")

        active = d.pop("active")

        balance = Money.from_dict(d.pop("balance"))

        chart_node = cls(
            account=account,
            parent=parent,
            level=level,
            code=code,
            name=name,
            role=role,
            side=side,
            heading=heading,
            active=active,
            balance=balance,
        )

        chart_node.additional_properties = d
        return chart_node

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
