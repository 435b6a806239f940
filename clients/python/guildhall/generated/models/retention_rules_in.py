from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="RetentionRulesIn")


@_attrs_define
class RetentionRulesIn:
    """Changes of how long data is kept.

    Attributes:
        quotes_days (int | None | Unset):
        sessions_days (int | None | Unset):
        customers_days (int | None | Unset):
        visitors_days (int | None | Unset):
    """

    quotes_days: int | None | Unset = UNSET
    sessions_days: int | None | Unset = UNSET
    customers_days: int | None | Unset = UNSET
    visitors_days: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        quotes_days: int | None | Unset
        if isinstance(self.quotes_days, Unset):
            quotes_days = UNSET
        else:
            quotes_days = self.quotes_days

        sessions_days: int | None | Unset
        if isinstance(self.sessions_days, Unset):
            sessions_days = UNSET
        else:
            sessions_days = self.sessions_days

        customers_days: int | None | Unset
        if isinstance(self.customers_days, Unset):
            customers_days = UNSET
        else:
            customers_days = self.customers_days

        visitors_days: int | None | Unset
        if isinstance(self.visitors_days, Unset):
            visitors_days = UNSET
        else:
            visitors_days = self.visitors_days

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if quotes_days is not UNSET:
            field_dict["quotes_days"] = quotes_days
        if sessions_days is not UNSET:
            field_dict["sessions_days"] = sessions_days
        if customers_days is not UNSET:
            field_dict["customers_days"] = customers_days
        if visitors_days is not UNSET:
            field_dict["visitors_days"] = visitors_days

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_quotes_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        quotes_days = _parse_quotes_days(d.pop("quotes_days", UNSET))

        def _parse_sessions_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        sessions_days = _parse_sessions_days(d.pop("sessions_days", UNSET))

        def _parse_customers_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        customers_days = _parse_customers_days(d.pop("customers_days", UNSET))

        def _parse_visitors_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        visitors_days = _parse_visitors_days(d.pop("visitors_days", UNSET))

        retention_rules_in = cls(
            quotes_days=quotes_days,
            sessions_days=sessions_days,
            customers_days=customers_days,
            visitors_days=visitors_days,
        )

        return retention_rules_in
