from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.preferences_schema_schema import PreferencesSchemaSchema


T = TypeVar("T", bound="PreferencesSchema")


@_attrs_define
class PreferencesSchema:
    """What preferences may hold.

    Attributes:
        schema (PreferencesSchemaSchema): A JSON Schema (2020-12).
    """

    schema: PreferencesSchemaSchema
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        schema = self.schema.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "schema": schema,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.preferences_schema_schema import PreferencesSchemaSchema  # noqa: PLC0415

        d = dict(src_dict)
        schema = PreferencesSchemaSchema.from_dict(d.pop("schema"))

        preferences_schema = cls(
            schema=schema,
        )

        preferences_schema.additional_properties = d
        return preferences_schema

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
