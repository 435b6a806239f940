from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.media_in import MediaIn
    from ..models.variant_create_name import VariantCreateName
    from ..models.variant_create_options import VariantCreateOptions


T = TypeVar("T", bound="VariantCreate")


@_attrs_define
class VariantCreate:
    """A variant to add. What it leaves open of its product's options, the buyer answers.

    Attributes:
        product (str):
        sku (str):
        options (VariantCreateOptions): Values by the codes of the product's options.
        name (VariantCreateName | Unset):
        barcode (None | str | Unset):
        media (list[MediaIn] | Unset): In the order of showing. A change names the whole list: what is left out belongs
            to nothing then. A variant may show what its product shows.
        active (bool | Unset):
    """

    product: str
    sku: str
    options: VariantCreateOptions
    name: VariantCreateName | Unset = UNSET
    barcode: None | str | Unset = UNSET
    media: list[MediaIn] | Unset = UNSET
    active: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        product = self.product

        sku = self.sku

        options = self.options.to_dict()

        name: dict[str, Any] | Unset = UNSET
        if not isinstance(self.name, Unset):
            name = self.name.to_dict()

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

        active = self.active

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "product": product,
                "sku": sku,
                "options": options,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name
        if barcode is not UNSET:
            field_dict["barcode"] = barcode
        if media is not UNSET:
            field_dict["media"] = media
        if active is not UNSET:
            field_dict["active"] = active

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.media_in import MediaIn  # noqa: PLC0415
        from ..models.variant_create_name import VariantCreateName  # noqa: PLC0415
        from ..models.variant_create_options import VariantCreateOptions  # noqa: PLC0415

        d = dict(src_dict)
        product = d.pop("product")

        sku = d.pop("sku")

        options = VariantCreateOptions.from_dict(d.pop("options"))

        _name = d.pop("name", UNSET)
        name: VariantCreateName | Unset
        if isinstance(_name, Unset):
            name = UNSET
        else:
            name = VariantCreateName.from_dict(_name)

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

        active = d.pop("active", UNSET)

        variant_create = cls(
            product=product,
            sku=sku,
            options=options,
            name=name,
            barcode=barcode,
            media=media,
            active=active,
        )

        return variant_create
