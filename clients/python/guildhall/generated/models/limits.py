from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Limits")


@_attrs_define
class Limits:
    """What a plan holds; null is as much as one likes.

    Attributes:
        seats (int | None): Members of the staff who can sign in or are invited.
        branches (int | None): Open branches.
        items (int | None): Active services, products and variants together.
        orders_a_month (int | None): Orders placed in a calendar month of the business.
        storage_bytes (int | None): Bytes of stored files.
    """

    seats: int | None
    branches: int | None
    items: int | None
    orders_a_month: int | None
    storage_bytes: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        seats: int | None
        seats = self.seats

        branches: int | None
        branches = self.branches

        items: int | None
        items = self.items

        orders_a_month: int | None
        orders_a_month = self.orders_a_month

        storage_bytes: int | None
        storage_bytes = self.storage_bytes

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "seats": seats,
                "branches": branches,
                "items": items,
                "orders_a_month": orders_a_month,
                "storage_bytes": storage_bytes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_seats(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        seats = _parse_seats(d.pop("seats"))

        def _parse_branches(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        branches = _parse_branches(d.pop("branches"))

        def _parse_items(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        items = _parse_items(d.pop("items"))

        def _parse_orders_a_month(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        orders_a_month = _parse_orders_a_month(d.pop("orders_a_month"))

        def _parse_storage_bytes(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        storage_bytes = _parse_storage_bytes(d.pop("storage_bytes"))

        limits = cls(
            seats=seats,
            branches=branches,
            items=items,
            orders_a_month=orders_a_month,
            storage_bytes=storage_bytes,
        )

        limits.additional_properties = d
        return limits

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
