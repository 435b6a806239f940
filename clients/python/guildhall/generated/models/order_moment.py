from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.order_moment_kind import OrderMomentKind, check_order_moment_kind

if TYPE_CHECKING:
    from ..models.order_moment_data import OrderMomentData


T = TypeVar("T", bound="OrderMoment")


@_attrs_define
class OrderMoment:
    """One thing that happened to an order.

    Attributes:
        at (datetime.datetime):
        kind (OrderMomentKind):
        title (str): A number, a name or a text; of a transition its code.
        label (None | str):
        actor (None | str):
        data (OrderMomentData):
    """

    at: datetime.datetime
    kind: OrderMomentKind
    title: str
    label: None | str
    actor: None | str
    data: OrderMomentData
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        kind: str = self.kind

        title = self.title

        label: None | str
        label = self.label

        actor: None | str
        actor = self.actor

        data = self.data.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "kind": kind,
                "title": title,
                "label": label,
                "actor": actor,
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.order_moment_data import OrderMomentData  # noqa: PLC0415

        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        kind = check_order_moment_kind(d.pop("kind"))

        title = d.pop("title")

        def _parse_label(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        label = _parse_label(d.pop("label"))

        def _parse_actor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        actor = _parse_actor(d.pop("actor"))

        data = OrderMomentData.from_dict(d.pop("data"))

        order_moment = cls(
            at=at,
            kind=kind,
            title=title,
            label=label,
            actor=actor,
            data=data,
        )

        order_moment.additional_properties = d
        return order_moment

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
