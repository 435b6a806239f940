from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.localized_text_type_1 import LocalizedTextType1
    from ..models.money import Money
    from ..models.order_line_component import OrderLineComponent
    from ..models.order_line_details import OrderLineDetails
    from ..models.order_line_tax import OrderLineTax


T = TypeVar("T", bound="OrderLine")


@_attrs_define
class OrderLine:
    """A line of an order, as it was quoted.

    Attributes:
        id (str):
        position (int):
        service (None | str):
        product (None | str):
        variant (None | str):
        code (str):
        name (LocalizedTextType1 | str):
        kind (str):
        unit (str):
        details (OrderLineDetails): The inputs: language pair, pages, copies, options, files.
        quantity (str):
        units (str): What the base price counted.
        net (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        tax (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        total (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        components (list[OrderLineComponent]):
        taxes (list[OrderLineTax]):
    """

    id: str
    position: int
    service: None | str
    product: None | str
    variant: None | str
    code: str
    name: LocalizedTextType1 | str
    kind: str
    unit: str
    details: OrderLineDetails
    quantity: str
    units: str
    net: Money
    tax: Money
    total: Money
    components: list[OrderLineComponent]
    taxes: list[OrderLineTax]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        id = self.id

        position = self.position

        service: None | str
        service = self.service

        product: None | str
        product = self.product

        variant: None | str
        variant = self.variant

        code = self.code

        name: dict[str, Any] | str
        if isinstance(self.name, LocalizedTextType1):
            name = self.name.to_dict()
        else:
            name = self.name

        kind = self.kind

        unit = self.unit

        details = self.details.to_dict()

        quantity = self.quantity

        units = self.units

        net = self.net.to_dict()

        tax = self.tax.to_dict()

        total = self.total.to_dict()

        components = []
        for components_item_data in self.components:
            components_item = components_item_data.to_dict()
            components.append(components_item)

        taxes = []
        for taxes_item_data in self.taxes:
            taxes_item = taxes_item_data.to_dict()
            taxes.append(taxes_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "position": position,
                "service": service,
                "product": product,
                "variant": variant,
                "code": code,
                "name": name,
                "kind": kind,
                "unit": unit,
                "details": details,
                "quantity": quantity,
                "units": units,
                "net": net,
                "tax": tax,
                "total": total,
                "components": components,
                "taxes": taxes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415
        from ..models.order_line_component import OrderLineComponent  # noqa: PLC0415
        from ..models.order_line_details import OrderLineDetails  # noqa: PLC0415
        from ..models.order_line_tax import OrderLineTax  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        position = d.pop("position")

        def _parse_service(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        service = _parse_service(d.pop("service"))

        def _parse_product(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        product = _parse_product(d.pop("product"))

        def _parse_variant(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        variant = _parse_variant(d.pop("variant"))

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

        details = OrderLineDetails.from_dict(d.pop("details"))

        quantity = d.pop("quantity")

        units = d.pop("units")

        net = Money.from_dict(d.pop("net"))

        tax = Money.from_dict(d.pop("tax"))

        total = Money.from_dict(d.pop("total"))

        components = []
        _components = d.pop("components")
        for components_item_data in _components:
            components_item = OrderLineComponent.from_dict(components_item_data)

            components.append(components_item)

        taxes = []
        _taxes = d.pop("taxes")
        for taxes_item_data in _taxes:
            taxes_item = OrderLineTax.from_dict(taxes_item_data)

            taxes.append(taxes_item)

        order_line = cls(
            id=id,
            position=position,
            service=service,
            product=product,
            variant=variant,
            code=code,
            name=name,
            kind=kind,
            unit=unit,
            details=details,
            quantity=quantity,
            units=units,
            net=net,
            tax=tax,
            total=total,
            components=components,
            taxes=taxes,
        )

        order_line.additional_properties = d
        return order_line

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
