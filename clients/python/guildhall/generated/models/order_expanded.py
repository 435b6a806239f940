from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.order_customer import OrderCustomer


T = TypeVar("T", bound="OrderExpanded")


@_attrs_define
class OrderExpanded:
    """What `expand` asked for.

    Attributes:
        customer (None | OrderCustomer | Unset):
    """

    customer: None | OrderCustomer | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.order_customer import OrderCustomer  # noqa: PLC0415

        customer: dict[str, Any] | None | Unset
        if isinstance(self.customer, Unset):
            customer = UNSET
        elif isinstance(self.customer, OrderCustomer):
            customer = self.customer.to_dict()
        else:
            customer = self.customer

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if customer is not UNSET:
            field_dict["customer"] = customer

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.order_customer import OrderCustomer  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_customer(data: object) -> None | OrderCustomer | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                customer_type_0 = OrderCustomer.from_dict(data)

                return customer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OrderCustomer | Unset, data)

        customer = _parse_customer(d.pop("customer", UNSET))

        order_expanded = cls(
            customer=customer,
        )

        return order_expanded
