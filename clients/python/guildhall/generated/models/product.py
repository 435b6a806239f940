from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.unit import Unit, check_unit

if TYPE_CHECKING:
    from ..models.localized_text_type_1 import LocalizedTextType1
    from ..models.media import Media
    from ..models.option import Option
    from ..models.product_attributes import ProductAttributes
    from ..models.product_variant import ProductVariant


T = TypeVar("T", bound="Product")


@_attrs_define
class Product:
    """A thing that the business sells.

    Attributes:
        id (str):
        sku (str):
        name (LocalizedTextType1 | str):
        description (LocalizedTextType1 | str):
        unit (Unit):
        category (None | str):
        option_schema (list[Option]):
        attributes (ProductAttributes):
        barcode (None | str):
        media (list[Media]):
        workflow (None | str): The code of the workflow that its orders follow by default.
        tax_class (None | str): Of `/tax-rates`; null where no tax is due. A class without a rate in force is not priced
            (`tax_rate_missing`).
        revenue_account (None | str): The code of the account that earns.
        active (bool):
        variants (list[ProductVariant]):
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    sku: str
    name: LocalizedTextType1 | str
    description: LocalizedTextType1 | str
    unit: Unit
    category: None | str
    option_schema: list[Option]
    attributes: ProductAttributes
    barcode: None | str
    media: list[Media]
    workflow: None | str
    tax_class: None | str
    revenue_account: None | str
    active: bool
    variants: list[ProductVariant]
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        id = self.id

        sku = self.sku

        name: dict[str, Any] | str
        if isinstance(self.name, LocalizedTextType1):
            name = self.name.to_dict()
        else:
            name = self.name

        description: dict[str, Any] | str
        if isinstance(self.description, LocalizedTextType1):
            description = self.description.to_dict()
        else:
            description = self.description

        unit: str = self.unit

        category: None | str
        category = self.category

        option_schema = []
        for option_schema_item_data in self.option_schema:
            option_schema_item = option_schema_item_data.to_dict()
            option_schema.append(option_schema_item)

        attributes = self.attributes.to_dict()

        barcode: None | str
        barcode = self.barcode

        media = []
        for media_item_data in self.media:
            media_item = media_item_data.to_dict()
            media.append(media_item)

        workflow: None | str
        workflow = self.workflow

        tax_class: None | str
        tax_class = self.tax_class

        revenue_account: None | str
        revenue_account = self.revenue_account

        active = self.active

        variants = []
        for variants_item_data in self.variants:
            variants_item = variants_item_data.to_dict()
            variants.append(variants_item)

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "sku": sku,
                "name": name,
                "description": description,
                "unit": unit,
                "category": category,
                "option_schema": option_schema,
                "attributes": attributes,
                "barcode": barcode,
                "media": media,
                "workflow": workflow,
                "tax_class": tax_class,
                "revenue_account": revenue_account,
                "active": active,
                "variants": variants,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415
        from ..models.media import Media  # noqa: PLC0415
        from ..models.option import Option  # noqa: PLC0415
        from ..models.product_attributes import ProductAttributes  # noqa: PLC0415
        from ..models.product_variant import ProductVariant  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        sku = d.pop("sku")

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

        def _parse_description(data: object) -> LocalizedTextType1 | str:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_localized_text_type_1 = LocalizedTextType1.from_dict(data)

                return componentsschemas_localized_text_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LocalizedTextType1 | str, data)

        description = _parse_description(d.pop("description"))

        unit = check_unit(d.pop("unit"))

        def _parse_category(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        category = _parse_category(d.pop("category"))

        option_schema = []
        _option_schema = d.pop("option_schema")
        for option_schema_item_data in _option_schema:
            option_schema_item = Option.from_dict(option_schema_item_data)

            option_schema.append(option_schema_item)

        attributes = ProductAttributes.from_dict(d.pop("attributes"))

        def _parse_barcode(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        barcode = _parse_barcode(d.pop("barcode"))

        media = []
        _media = d.pop("media")
        for media_item_data in _media:
            media_item = Media.from_dict(media_item_data)

            media.append(media_item)

        def _parse_workflow(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        workflow = _parse_workflow(d.pop("workflow"))

        def _parse_tax_class(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tax_class = _parse_tax_class(d.pop("tax_class"))

        def _parse_revenue_account(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        revenue_account = _parse_revenue_account(d.pop("revenue_account"))

        active = d.pop("active")

        variants = []
        _variants = d.pop("variants")
        for variants_item_data in _variants:
            variants_item = ProductVariant.from_dict(variants_item_data)

            variants.append(variants_item)

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        product = cls(
            id=id,
            sku=sku,
            name=name,
            description=description,
            unit=unit,
            category=category,
            option_schema=option_schema,
            attributes=attributes,
            barcode=barcode,
            media=media,
            workflow=workflow,
            tax_class=tax_class,
            revenue_account=revenue_account,
            active=active,
            variants=variants,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        product.additional_properties = d
        return product

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
