from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.payment_warning_code import PaymentWarningCode, check_payment_warning_code

T = TypeVar("T", bound="PaymentWarning")


@_attrs_define
class PaymentWarning:
    """Something about a payment that somebody should look at; it refuses nothing.

    Attributes:
        code (PaymentWarningCode):
        payment (str): The earlier payment.
    """

    code: PaymentWarningCode
    payment: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code: str = self.code

        payment = self.payment

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "payment": payment,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = check_payment_warning_code(d.pop("code"))

        payment = d.pop("payment")

        payment_warning = cls(
            code=code,
            payment=payment,
        )

        payment_warning.additional_properties = d
        return payment_warning

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
