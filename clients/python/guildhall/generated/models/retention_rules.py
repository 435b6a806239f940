from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RetentionRules")


@_attrs_define
class RetentionRules:
    """After how many days data is deleted that nothing keeps; null for never.

    Attributes:
        quotes_days (int | None): Quotes without an order, after they expired.
        sessions_days (int | None): Sessions, after they ended.
        customers_days (int | None): Customers without an order for so long, with nothing owed: forgotten.
        visitors_days (int | None): What visitors chose about cookies, with their addresses.
    """

    quotes_days: int | None
    sessions_days: int | None
    customers_days: int | None
    visitors_days: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        quotes_days: int | None
        quotes_days = self.quotes_days

        sessions_days: int | None
        sessions_days = self.sessions_days

        customers_days: int | None
        customers_days = self.customers_days

        visitors_days: int | None
        visitors_days = self.visitors_days

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "quotes_days": quotes_days,
                "sessions_days": sessions_days,
                "customers_days": customers_days,
                "visitors_days": visitors_days,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_quotes_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        quotes_days = _parse_quotes_days(d.pop("quotes_days"))

        def _parse_sessions_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        sessions_days = _parse_sessions_days(d.pop("sessions_days"))

        def _parse_customers_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        customers_days = _parse_customers_days(d.pop("customers_days"))

        def _parse_visitors_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        visitors_days = _parse_visitors_days(d.pop("visitors_days"))

        retention_rules = cls(
            quotes_days=quotes_days,
            sessions_days=sessions_days,
            customers_days=customers_days,
            visitors_days=visitors_days,
        )

        retention_rules.additional_properties = d
        return retention_rules

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
