from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.receivable_state import ReceivableState, check_receivable_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="Receivable")


@_attrs_define
class Receivable:
    """What an order is owed.

    Attributes:
        id (str):
        order (str):
        number (str): The order's number.
        customer (None | str):
        branch (None | str):
        amount (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        paid (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        planned (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        outstanding (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        state (ReceivableState):
        earned_at (datetime.datetime | None):
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    order: str
    number: str
    customer: None | str
    branch: None | str
    amount: Money
    paid: Money
    planned: Money
    outstanding: Money
    state: ReceivableState
    earned_at: datetime.datetime | None
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        order = self.order

        number = self.number

        customer: None | str
        customer = self.customer

        branch: None | str
        branch = self.branch

        amount = self.amount.to_dict()

        paid = self.paid.to_dict()

        planned = self.planned.to_dict()

        outstanding = self.outstanding.to_dict()

        state: str = self.state

        earned_at: None | str
        if isinstance(self.earned_at, datetime.datetime):
            earned_at = self.earned_at.isoformat()
        else:
            earned_at = self.earned_at

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "order": order,
                "number": number,
                "customer": customer,
                "branch": branch,
                "amount": amount,
                "paid": paid,
                "planned": planned,
                "outstanding": outstanding,
                "state": state,
                "earned_at": earned_at,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        order = d.pop("order")

        number = d.pop("number")

        def _parse_customer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        customer = _parse_customer(d.pop("customer"))

        def _parse_branch(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        branch = _parse_branch(d.pop("branch"))

        amount = Money.from_dict(d.pop("amount"))

        paid = Money.from_dict(d.pop("paid"))

        planned = Money.from_dict(d.pop("planned"))

        outstanding = Money.from_dict(d.pop("outstanding"))

        state = check_receivable_state(d.pop("state"))

        def _parse_earned_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                earned_at_type_0 = datetime.datetime.fromisoformat(data)

                return earned_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        earned_at = _parse_earned_at(d.pop("earned_at"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        receivable = cls(
            id=id,
            order=order,
            number=number,
            customer=customer,
            branch=branch,
            amount=amount,
            paid=paid,
            planned=planned,
            outstanding=outstanding,
            state=state,
            earned_at=earned_at,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        receivable.additional_properties = d
        return receivable

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
