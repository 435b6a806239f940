from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.ledger_side import LedgerSide, check_ledger_side

if TYPE_CHECKING:
    from ..models.foreign_amount import ForeignAmount
    from ..models.money import Money


T = TypeVar("T", bound="JournalLeg")


@_attrs_define
class JournalLeg:
    """One side of an entry.

    Attributes:
        id (str):
        account (str):
        account_code (str):
        account_name (str):
        side (LedgerSide):
        amount (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        memo (str):
        foreign (ForeignAmount | None):
    """

    id: str
    account: str
    account_code: str
    account_name: str
    side: LedgerSide
    amount: Money
    memo: str
    foreign: ForeignAmount | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.foreign_amount import ForeignAmount  # noqa: PLC0415

        id = self.id

        account = self.account

        account_code = self.account_code

        account_name = self.account_name

        side: str = self.side

        amount = self.amount.to_dict()

        memo = self.memo

        foreign: dict[str, Any] | None
        if isinstance(self.foreign, ForeignAmount):
            foreign = self.foreign.to_dict()
        else:
            foreign = self.foreign

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "account": account,
                "account_code": account_code,
                "account_name": account_name,
                "side": side,
                "amount": amount,
                "memo": memo,
                "foreign": foreign,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.foreign_amount import ForeignAmount  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        account = d.pop("account")

        account_code = d.pop("account_code")

        account_name = d.pop("account_name")

        side = check_ledger_side(d.pop("side"))

        amount = Money.from_dict(d.pop("amount"))

        memo = d.pop("memo")

        def _parse_foreign(data: object) -> ForeignAmount | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                foreign_type_0 = ForeignAmount.from_dict(data)

                return foreign_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ForeignAmount | None, data)

        foreign = _parse_foreign(d.pop("foreign"))

        journal_leg = cls(
            id=id,
            account=account,
            account_code=account_code,
            account_name=account_name,
            side=side,
            amount=amount,
            memo=memo,
            foreign=foreign,
        )

        journal_leg.additional_properties = d
        return journal_leg

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
