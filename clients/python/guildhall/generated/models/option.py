from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.option_kind import OptionKind, check_option_kind

if TYPE_CHECKING:
    from ..models.localized_text_type_1 import LocalizedTextType1
    from ..models.option_value import OptionValue


T = TypeVar("T", bound="Option")


@_attrs_define
class Option:
    """An option that a buyer answers.

    Attributes:
        code (str):
        kind (OptionKind):
        name (LocalizedTextType1 | str):
        required (bool):
        values (list[OptionValue]):
        max_length (int | None): The longest answer to a text option.
    """

    code: str
    kind: OptionKind
    name: LocalizedTextType1 | str
    required: bool
    values: list[OptionValue]
    max_length: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        code = self.code

        kind: str = self.kind

        name: dict[str, Any] | str
        if isinstance(self.name, LocalizedTextType1):
            name = self.name.to_dict()
        else:
            name = self.name

        required = self.required

        values = []
        for values_item_data in self.values:
            values_item = values_item_data.to_dict()
            values.append(values_item)

        max_length: int | None
        max_length = self.max_length

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "kind": kind,
                "name": name,
                "required": required,
                "values": values,
                "max_length": max_length,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415
        from ..models.option_value import OptionValue  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        kind = check_option_kind(d.pop("kind"))

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

        required = d.pop("required")

        values = []
        _values = d.pop("values")
        for values_item_data in _values:
            values_item = OptionValue.from_dict(values_item_data)

            values.append(values_item)

        def _parse_max_length(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        max_length = _parse_max_length(d.pop("max_length"))

        option = cls(
            code=code,
            kind=kind,
            name=name,
            required=required,
            values=values,
            max_length=max_length,
        )

        option.additional_properties = d
        return option

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
