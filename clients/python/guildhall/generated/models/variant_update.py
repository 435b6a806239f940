from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.media_in import MediaIn
    from ..models.variant_update_name import VariantUpdateName
    from ..models.variant_update_options import VariantUpdateOptions


T = TypeVar("T", bound="VariantUpdate")


@_attrs_define
class VariantUpdate:
    """What changes of a variant.

    Attributes:
        sku (str | Unset):
        name (VariantUpdateName | Unset):
        options (VariantUpdateOptions | Unset):
        barcode (None | str | Unset):
        media (list[MediaIn] | Unset): In the order of showing. A change names the whole list: what is left out belongs
            to nothing then. A variant may show what its product shows.
        active (bool | Unset):
    """

    sku: str | Unset = UNSET
    name: VariantUpdateName | Unset = UNSET
    options: VariantUpdateOptions | Unset = UNSET
    barcode: None | str | Unset = UNSET
    media: list[MediaIn] | Unset = UNSET
    active: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        sku = self.sku

        name: dict[str, Any] | Unset = UNSET
        if not isinstance(self.name, Unset):
            name = self.name.to_dict()

        options: dict[str, Any] | Unset = UNSET
        if not isinstance(self.options, Unset):
            options = self.options.to_dict()

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

        field_dict.update({})
        if sku is not UNSET:
            field_dict["sku"] = sku
        if name is not UNSET:
            field_dict["name"] = name
        if options is not UNSET:
            field_dict["options"] = options
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
        from ..models.variant_update_name import VariantUpdateName  # noqa: PLC0415
        from ..models.variant_update_options import VariantUpdateOptions  # noqa: PLC0415

        d = dict(src_dict)
        sku = d.pop("sku", UNSET)

        _name = d.pop("name", UNSET)
        name: VariantUpdateName | Unset
        if isinstance(_name, Unset):
            name = UNSET
        else:
            name = VariantUpdateName.from_dict(_name)

        _options = d.pop("options", UNSET)
        options: VariantUpdateOptions | Unset
        if isinstance(_options, Unset):
            options = UNSET
        else:
            options = VariantUpdateOptions.from_dict(_options)

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

        variant_update = cls(
            sku=sku,
            name=name,
            options=options,
            barcode=barcode,
            media=media,
            active=active,
        )

        return variant_update
