from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.ledger_side import LedgerSide, check_ledger_side
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="JournalLegIn")


@_attrs_define
class JournalLegIn:
    """One side of a new entry.

    Attributes:
        account (str):
        side (LedgerSide):
        amount (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        memo (str | Unset):
    """

    account: str
    side: LedgerSide
    amount: Money
    memo: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        account = self.account

        side: str = self.side

        amount = self.amount.to_dict()

        memo = self.memo

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "account": account,
                "side": side,
                "amount": amount,
            }
        )
        if memo is not UNSET:
            field_dict["memo"] = memo

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        account = d.pop("account")

        side = check_ledger_side(d.pop("side"))

        amount = Money.from_dict(d.pop("amount"))

        memo = d.pop("memo", UNSET)

        journal_leg_in = cls(
            account=account,
            side=side,
            amount=amount,
            memo=memo,
        )

        return journal_leg_in
