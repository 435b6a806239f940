from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.ledger_kind import LedgerKind, check_ledger_kind
from ..models.ledger_side import LedgerSide, check_ledger_side

if TYPE_CHECKING:
    from ..models.chart_node import ChartNode
    from ..models.money import Money


T = TypeVar("T", bound="ChartKind")


@_attrs_define
class ChartKind:
    """One of the six kinds, with its accounts in the tree's order: a heading before what stands beneath it.

    Attributes:
        kind (LedgerKind):
        side (LedgerSide):
        balance (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        accounts (list[ChartNode]):
    """

    kind: LedgerKind
    side: LedgerSide
    balance: Money
    accounts: list[ChartNode]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        side: str = self.side

        balance = self.balance.to_dict()

        accounts = []
        for accounts_item_data in self.accounts:
            accounts_item = accounts_item_data.to_dict()
            accounts.append(accounts_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "side": side,
                "balance": balance,
                "accounts": accounts,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.chart_node import ChartNode  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        kind = check_ledger_kind(d.pop("kind"))

        side = check_ledger_side(d.pop("side"))

        balance = Money.from_dict(d.pop("balance"))

        accounts = []
        _accounts = d.pop("accounts")
        for accounts_item_data in _accounts:
            accounts_item = ChartNode.from_dict(accounts_item_data)

            accounts.append(accounts_item)

        chart_kind = cls(
            kind=kind,
            side=side,
            balance=balance,
            accounts=accounts,
        )

        chart_kind.additional_properties = d
        return chart_kind

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
