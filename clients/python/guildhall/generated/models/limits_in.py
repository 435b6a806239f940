from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="LimitsIn")


@_attrs_define
class LimitsIn:
    """What a plan holds; null, or left out of a new plan, is as much as one likes.

    Attributes:
        seats (int | None | Unset):
        branches (int | None | Unset):
        items (int | None | Unset):
        orders_a_month (int | None | Unset):
        storage_bytes (int | None | Unset):
    """

    seats: int | None | Unset = UNSET
    branches: int | None | Unset = UNSET
    items: int | None | Unset = UNSET
    orders_a_month: int | None | Unset = UNSET
    storage_bytes: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        seats: int | None | Unset
        if isinstance(self.seats, Unset):
            seats = UNSET
        else:
            seats = self.seats

        branches: int | None | Unset
        if isinstance(self.branches, Unset):
            branches = UNSET
        else:
            branches = self.branches

        items: int | None | Unset
        if isinstance(self.items, Unset):
            items = UNSET
        else:
            items = self.items

        orders_a_month: int | None | Unset
        if isinstance(self.orders_a_month, Unset):
            orders_a_month = UNSET
        else:
            orders_a_month = self.orders_a_month

        storage_bytes: int | None | Unset
        if isinstance(self.storage_bytes, Unset):
            storage_bytes = UNSET
        else:
            storage_bytes = self.storage_bytes

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if seats is not UNSET:
            field_dict["seats"] = seats
        if branches is not UNSET:
            field_dict["branches"] = branches
        if items is not UNSET:
            field_dict["items"] = items
        if orders_a_month is not UNSET:
            field_dict["orders_a_month"] = orders_a_month
        if storage_bytes is not UNSET:
            field_dict["storage_bytes"] = storage_bytes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_seats(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        seats = _parse_seats(d.pop("seats", UNSET))

        def _parse_branches(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        branches = _parse_branches(d.pop("branches", UNSET))

        def _parse_items(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        items = _parse_items(d.pop("items", UNSET))

        def _parse_orders_a_month(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        orders_a_month = _parse_orders_a_month(d.pop("orders_a_month", UNSET))

        def _parse_storage_bytes(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        storage_bytes = _parse_storage_bytes(d.pop("storage_bytes", UNSET))

        limits_in = cls(
            seats=seats,
            branches=branches,
            items=items,
            orders_a_month=orders_a_month,
            storage_bytes=storage_bytes,
        )

        return limits_in
