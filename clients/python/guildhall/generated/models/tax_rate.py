from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.price_component import PriceComponent, check_price_component
from ..models.rounding_mode import RoundingMode, check_rounding_mode

if TYPE_CHECKING:
    from ..models.localized_text_type_1 import LocalizedTextType1


T = TypeVar("T", bound="TaxRate")


@_attrs_define
class TaxRate:
    """A rate of a tax class.

    Attributes:
        id (str):
        tax_class (str):
        code (str): Names the tax among those of its class, such as vat.
        name (LocalizedTextType1 | str):
        rate (str): A fraction: 0.12 is twelve per cent.
        inclusive (bool): Whether prices already hold the tax.
        applies_to (list[PriceComponent]): Empty: the whole price.
        rounding (RoundingMode):
        effective_from (datetime.datetime):
        effective_until (datetime.datetime | None):
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    tax_class: str
    code: str
    name: LocalizedTextType1 | str
    rate: str
    inclusive: bool
    applies_to: list[PriceComponent]
    rounding: RoundingMode
    effective_from: datetime.datetime
    effective_until: datetime.datetime | None
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        id = self.id

        tax_class = self.tax_class

        code = self.code

        name: dict[str, Any] | str
        if isinstance(self.name, LocalizedTextType1):
            name = self.name.to_dict()
        else:
            name = self.name

        rate = self.rate

        inclusive = self.inclusive

        applies_to = []
        for applies_to_item_data in self.applies_to:
            applies_to_item: str = applies_to_item_data
            applies_to.append(applies_to_item)

        rounding: str = self.rounding

        effective_from = self.effective_from.isoformat()

        effective_until: None | str
        if isinstance(self.effective_until, datetime.datetime):
            effective_until = self.effective_until.isoformat()
        else:
            effective_until = self.effective_until

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "tax_class": tax_class,
                "code": code,
                "name": name,
                "rate": rate,
                "inclusive": inclusive,
                "applies_to": applies_to,
                "rounding": rounding,
                "effective_from": effective_from,
                "effective_until": effective_until,
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

        d = dict(src_dict)
        id = d.pop("id")

        tax_class = d.pop("tax_class")

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

        rate = d.pop("rate")

        inclusive = d.pop("inclusive")

        applies_to = []
        _applies_to = d.pop("applies_to")
        for applies_to_item_data in _applies_to:
            applies_to_item = check_price_component(applies_to_item_data)

            applies_to.append(applies_to_item)

        rounding = check_rounding_mode(d.pop("rounding"))

        effective_from = datetime.datetime.fromisoformat(d.pop("effective_from"))

        def _parse_effective_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                effective_until_type_0 = datetime.datetime.fromisoformat(data)

                return effective_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        effective_until = _parse_effective_until(d.pop("effective_until"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        tax_rate = cls(
            id=id,
            tax_class=tax_class,
            code=code,
            name=name,
            rate=rate,
            inclusive=inclusive,
            applies_to=applies_to,
            rounding=rounding,
            effective_from=effective_from,
            effective_until=effective_until,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        tax_rate.additional_properties = d
        return tax_rate

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
