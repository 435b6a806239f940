from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.localized_text_type_1 import LocalizedTextType1


T = TypeVar("T", bound="OrderHandOverLine")


@_attrs_define
class OrderHandOverLine:
    """What is to be done: a line without its price.

    Attributes:
        code (str):
        name (LocalizedTextType1 | str):
        kind (str):
        unit (str):
        quantity (str):
    """

    code: str
    name: LocalizedTextType1 | str
    kind: str
    unit: str
    quantity: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        code = self.code

        name: dict[str, Any] | str
        if isinstance(self.name, LocalizedTextType1):
            name = self.name.to_dict()
        else:
            name = self.name

        kind = self.kind

        unit = self.unit

        quantity = self.quantity

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "name": name,
                "kind": kind,
                "unit": unit,
                "quantity": quantity,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        def _parse_name(data: object) -> LocalizedTextType1 | str:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_localized_text_type_1 = LocalizedTextType1.from_dict(data)

                return componentsschemas_localized_text_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LocalizedTextType1 | str, data)

        name = _parse_name(d.pop("name"))

        kind = d.pop("kind")

        unit = d.pop("unit")

        quantity = d.pop("quantity")

        order_hand_over_line = cls(
            code=code,
            name=name,
            kind=kind,
            unit=unit,
            quantity=quantity,
        )

        order_hand_over_line.additional_properties = d
        return order_hand_over_line

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
