from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.chart_kind import ChartKind


T = TypeVar("T", bound="ChartTree")


@_attrs_define
class ChartTree:
    """The chart of accounts as a tree, with what stands on it when the day `end` begins.

    Attributes:
        currency (str):
        end (datetime.date): The first day that no longer counts.
        branch (None | str):
        kinds (list[ChartKind]):
    """

    currency: str
    end: datetime.date
    branch: None | str
    kinds: list[ChartKind]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        currency = self.currency

        end = self.end.isoformat()

        branch: None | str
        branch = self.branch

        kinds = []
        for kinds_item_data in self.kinds:
            kinds_item = kinds_item_data.to_dict()
            kinds.append(kinds_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "currency": currency,
                "end": end,
                "branch": branch,
                "kinds": kinds,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.chart_kind import ChartKind  # noqa: PLC0415

        d = dict(src_dict)
        currency = d.pop("currency")

        end = datetime.date.fromisoformat(d.pop("end"))

        def _parse_branch(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        branch = _parse_branch(d.pop("branch"))

        kinds = []
        _kinds = d.pop("kinds")
        for kinds_item_data in _kinds:
            kinds_item = ChartKind.from_dict(kinds_item_data)

            kinds.append(kinds_item)

        chart_tree = cls(
            currency=currency,
            end=end,
            branch=branch,
            kinds=kinds,
        )

        chart_tree.additional_properties = d
        return chart_tree

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
