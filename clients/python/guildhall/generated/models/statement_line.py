from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="StatementLine")


@_attrs_define
class StatementLine:
    """A line of a statement; without an account where it is computed, such as the earnings to date.

    Attributes:
        account (None | str):
        code (str):
        name (str):
        role (str):
        level (int): How deep the line stands beneath headings; else 1.
        heading (bool): Whether it sums up the deeper lines after it; it counts in no total.
        amount (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
    """

    account: None | str
    code: str
    name: str
    role: str
    level: int
    heading: bool
    amount: Money
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        account: None | str
        account = self.account

        code = self.code

        name = self.name

        role = self.role

        level = self.level

        heading = self.heading

        amount = self.amount.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "account": account,
                "code": code,
                "name": name,
                "role": role,
                "level": level,
                "heading": heading,
                "amount": amount,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_account(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        account = _parse_account(d.pop("account"))

        code = d.pop("code")

        name = d.pop("name")

        role = d.pop("role")

        level = d.pop("level")

        heading = d.pop("heading")

        amount = Money.from_dict(d.pop("amount"))

        statement_line = cls(
            account=account,
            code=code,
            name=name,
            role=role,
            level=level,
            heading=heading,
            amount=amount,
        )

        statement_line.additional_properties = d
        return statement_line

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
