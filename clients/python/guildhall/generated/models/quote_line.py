from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.localized_text_type_1 import LocalizedTextType1
    from ..models.money import Money
    from ..models.quote_component import QuoteComponent
    from ..models.quote_line_options import QuoteLineOptions
    from ..models.quote_tax import QuoteTax


T = TypeVar("T", bound="QuoteLine")


@_attrs_define
class QuoteLine:
    """A priced line: net and tax make the total.

    Attributes:
        service (None | str):
        product (None | str):
        variant (None | str):
        code (str):
        name (LocalizedTextType1 | str):
        unit (str):
        source (None | str):
        target (None | str):
        document_type (None | str):
        pages (int | None):
        files (list[str]):
        copies (int):
        quantity (str):
        units (str): What the base price counted.
        options (QuoteLineOptions):
        components (list[QuoteComponent]):
        taxes (list[QuoteTax]):
        net (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        tax (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        total (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
    """

    service: None | str
    product: None | str
    variant: None | str
    code: str
    name: LocalizedTextType1 | str
    unit: str
    source: None | str
    target: None | str
    document_type: None | str
    pages: int | None
    files: list[str]
    copies: int
    quantity: str
    units: str
    options: QuoteLineOptions
    components: list[QuoteComponent]
    taxes: list[QuoteTax]
    net: Money
    tax: Money
    total: Money
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

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

        unit = self.unit

        source: None | str
        source = self.source

        target: None | str
        target = self.target

        document_type: None | str
        document_type = self.document_type

        pages: int | None
        pages = self.pages

        files = self.files

        copies = self.copies

        quantity = self.quantity

        units = self.units

        options = self.options.to_dict()

        components = []
        for components_item_data in self.components:
            components_item = components_item_data.to_dict()
            components.append(components_item)

        taxes = []
        for taxes_item_data in self.taxes:
            taxes_item = taxes_item_data.to_dict()
            taxes.append(taxes_item)

        net = self.net.to_dict()

        tax = self.tax.to_dict()

        total = self.total.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "service": service,
                "product": product,
                "variant": variant,
                "code": code,
                "name": name,
                "unit": unit,
                "source": source,
                "target": target,
                "document_type": document_type,
                "pages": pages,
                "files": files,
                "copies": copies,
                "quantity": quantity,
                "units": units,
                "options": options,
                "components": components,
                "taxes": taxes,
                "net": net,
                "tax": tax,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415
        from ..models.quote_component import QuoteComponent  # noqa: PLC0415
        from ..models.quote_line_options import QuoteLineOptions  # noqa: PLC0415
        from ..models.quote_tax import QuoteTax  # noqa: PLC0415

        d = dict(src_dict)

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

        unit = d.pop("unit")

        def _parse_source(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        source = _parse_source(d.pop("source"))

        def _parse_target(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        target = _parse_target(d.pop("target"))

        def _parse_document_type(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        document_type = _parse_document_type(d.pop("document_type"))

        def _parse_pages(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        pages = _parse_pages(d.pop("pages"))

        files = cast(list[str], d.pop("files"))

        copies = d.pop("copies")

        quantity = d.pop("quantity")

        units = d.pop("units")

        options = QuoteLineOptions.from_dict(d.pop("options"))

        components = []
        _components = d.pop("components")
        for components_item_data in _components:
            components_item = QuoteComponent.from_dict(components_item_data)

            components.append(components_item)

        taxes = []
        _taxes = d.pop("taxes")
        for taxes_item_data in _taxes:
            taxes_item = QuoteTax.from_dict(taxes_item_data)

            taxes.append(taxes_item)

        net = Money.from_dict(d.pop("net"))

        tax = Money.from_dict(d.pop("tax"))

        total = Money.from_dict(d.pop("total"))

        quote_line = cls(
            service=service,
            product=product,
            variant=variant,
            code=code,
            name=name,
            unit=unit,
            source=source,
            target=target,
            document_type=document_type,
            pages=pages,
            files=files,
            copies=copies,
            quantity=quantity,
            units=units,
            options=options,
            components=components,
            taxes=taxes,
            net=net,
            tax=tax,
            total=total,
        )

        quote_line.additional_properties = d
        return quote_line

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
