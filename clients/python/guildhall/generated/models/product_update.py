from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.unit import Unit, check_unit
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.media_in import MediaIn
    from ..models.option_in import OptionIn
    from ..models.product_update_attributes import ProductUpdateAttributes
    from ..models.product_update_description import ProductUpdateDescription
    from ..models.product_update_name import ProductUpdateName


T = TypeVar("T", bound="ProductUpdate")


@_attrs_define
class ProductUpdate:
    """What changes of a product.

    Attributes:
        sku (str | Unset):
        name (ProductUpdateName | Unset):
        description (ProductUpdateDescription | Unset):
        unit (Unit | Unset):
        category (None | str | Unset):
        option_schema (list[OptionIn] | Unset):
        attributes (ProductUpdateAttributes | Unset): Weight, material and the like.
        barcode (None | str | Unset):
        media (list[MediaIn] | Unset): In the order of showing. A change names the whole list: what is left out belongs
            to nothing then. A variant may show what its product shows.
        workflow (None | str | Unset):
        tax_class (None | str | Unset):
        revenue_account (None | str | Unset): The code of an account of income, or of deferred revenue, that takes
            entries.
        active (bool | Unset):
    """

    sku: str | Unset = UNSET
    name: ProductUpdateName | Unset = UNSET
    description: ProductUpdateDescription | Unset = UNSET
    unit: Unit | Unset = UNSET
    category: None | str | Unset = UNSET
    option_schema: list[OptionIn] | Unset = UNSET
    attributes: ProductUpdateAttributes | Unset = UNSET
    barcode: None | str | Unset = UNSET
    media: list[MediaIn] | Unset = UNSET
    workflow: None | str | Unset = UNSET
    tax_class: None | str | Unset = UNSET
    revenue_account: None | str | Unset = UNSET
    active: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        sku = self.sku

        name: dict[str, Any] | Unset = UNSET
        if not isinstance(self.name, Unset):
            name = self.name.to_dict()

        description: dict[str, Any] | Unset = UNSET
        if not isinstance(self.description, Unset):
            description = self.description.to_dict()

        unit: str | Unset = UNSET
        if not isinstance(self.unit, Unset):
            unit = self.unit

        category: None | str | Unset
        if isinstance(self.category, Unset):
            category = UNSET
        else:
            category = self.category

        option_schema: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.option_schema, Unset):
            option_schema = []
            for option_schema_item_data in self.option_schema:
                option_schema_item = option_schema_item_data.to_dict()
                option_schema.append(option_schema_item)

        attributes: dict[str, Any] | Unset = UNSET
        if not isinstance(self.attributes, Unset):
            attributes = self.attributes.to_dict()

        barcode: None | str | Unset
        if isinstance(self.barcode, Unset):
            barcode = UNSET
        else:
            barcode = self.barcode

        media: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.media, Unset):
            media = []
            for media_item_data in self.media:
                media_item = media_item_data.to_dict()
                media.append(media_item)

        workflow: None | str | Unset
        if isinstance(self.workflow, Unset):
            workflow = UNSET
        else:
            workflow = self.workflow

        tax_class: None | str | Unset
        if isinstance(self.tax_class, Unset):
            tax_class = UNSET
        else:
            tax_class = self.tax_class

        revenue_account: None | str | Unset
        if isinstance(self.revenue_account, Unset):
            revenue_account = UNSET
        else:
            revenue_account = self.revenue_account

        active = self.active

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if sku is not UNSET:
            field_dict["sku"] = sku
        if name is not UNSET:
            field_dict["name"] = name
        if description is not UNSET:
            field_dict["description"] = description
        if unit is not UNSET:
            field_dict["unit"] = unit
        if category is not UNSET:
            field_dict["category"] = category
        if option_schema is not UNSET:
            field_dict["option_schema"] = option_schema
        if attributes is not UNSET:
            field_dict["attributes"] = attributes
        if barcode is not UNSET:
            field_dict["barcode"] = barcode
        if media is not UNSET:
            field_dict["media"] = media
        if workflow is not UNSET:
            field_dict["workflow"] = workflow
        if tax_class is not UNSET:
            field_dict["tax_class"] = tax_class
        if revenue_account is not UNSET:
            field_dict["revenue_account"] = revenue_account
        if active is not UNSET:
            field_dict["active"] = active

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.media_in import MediaIn  # noqa: PLC0415
        from ..models.option_in import OptionIn  # noqa: PLC0415
        from ..models.product_update_attributes import ProductUpdateAttributes  # noqa: PLC0415
        from ..models.product_update_description import ProductUpdateDescription  # noqa: PLC0415
        from ..models.product_update_name import ProductUpdateName  # noqa: PLC0415

        d = dict(src_dict)
        sku = d.pop("sku", UNSET)

        _name = d.pop("name", UNSET)
        name: ProductUpdateName | Unset
        if isinstance(_name, Unset):
            name = UNSET
        else:
            name = ProductUpdateName.from_dict(_name)

        _description = d.pop("description", UNSET)
        description: ProductUpdateDescription | Unset
        if isinstance(_description, Unset):
            description = UNSET
        else:
            description = ProductUpdateDescription.from_dict(_description)

        _unit = d.pop("unit", UNSET)
        unit: Unit | Unset
        if isinstance(_unit, Unset):
            unit = UNSET
        else:
            unit = check_unit(_unit)

        def _parse_category(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        category = _parse_category(d.pop("category", UNSET))

        _option_schema = d.pop("option_schema", UNSET)
        option_schema: list[OptionIn] | Unset = UNSET
        if _option_schema is not UNSET:
            option_schema = []
            for option_schema_item_data in _option_schema:
                option_schema_item = OptionIn.from_dict(option_schema_item_data)

                option_schema.append(option_schema_item)

        _attributes = d.pop("attributes", UNSET)
        attributes: ProductUpdateAttributes | Unset
        if isinstance(_attributes, Unset):
            attributes = UNSET
        else:
            attributes = ProductUpdateAttributes.from_dict(_attributes)

        def _parse_barcode(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        barcode = _parse_barcode(d.pop("barcode", UNSET))

        _media = d.pop("media", UNSET)
        media: list[MediaIn] | Unset = UNSET
        if _media is not UNSET:
            media = []
            for media_item_data in _media:
                media_item = MediaIn.from_dict(media_item_data)

                media.append(media_item)

        def _parse_workflow(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        workflow = _parse_workflow(d.pop("workflow", UNSET))

        def _parse_tax_class(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        tax_class = _parse_tax_class(d.pop("tax_class", UNSET))

        def _parse_revenue_account(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        revenue_account = _parse_revenue_account(d.pop("revenue_account", UNSET))

        active = d.pop("active", UNSET)

        product_update = cls(
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
        )

        return product_update
