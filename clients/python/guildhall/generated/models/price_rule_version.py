from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.formula import Formula


T = TypeVar("T", bound="PriceRuleVersion")


@_attrs_define
class PriceRuleVersion:
    """A version of a price rule that was before the current one.

    Attributes:
        name (str):
        formula (Formula): How a rule makes its part of the price; members of other components are empty.
        effective_from (datetime.datetime):
        effective_until (datetime.datetime | None):
        version (int):
    """

    name: str
    formula: Formula
    effective_from: datetime.datetime
    effective_until: datetime.datetime | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        formula = self.formula.to_dict()

        effective_from = self.effective_from.isoformat()

        effective_until: None | str
        if isinstance(self.effective_until, datetime.datetime):
            effective_until = self.effective_until.isoformat()
        else:
            effective_until = self.effective_until

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "formula": formula,
                "effective_from": effective_from,
                "effective_until": effective_until,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.formula import Formula  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        formula = Formula.from_dict(d.pop("formula"))

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

        price_rule_version = cls(
            name=name,
            formula=formula,
            effective_from=effective_from,
            effective_until=effective_until,
            version=version,
        )

        price_rule_version.additional_properties = d
        return price_rule_version

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
