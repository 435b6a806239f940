from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.event_type_schema import EventTypeSchema


T = TypeVar("T", bound="EventType")


@_attrs_define
class EventType:
    """An event that the product tells.

    Attributes:
        type_ (str):
        subject (str): The id prefix of the object that it is about.
        description (str):
        schema (EventTypeSchema): The JSON Schema (2020-12) of the body, as webhooks and the stream carry it.
        version (int):
    """

    type_: str
    subject: str
    description: str
    schema: EventTypeSchema
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        subject = self.subject

        description = self.description

        schema = self.schema.to_dict()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "subject": subject,
                "description": description,
                "schema": schema,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.event_type_schema import EventTypeSchema  # noqa: PLC0415

        d = dict(src_dict)
        type_ = d.pop("type")

        subject = d.pop("subject")

        description = d.pop("description")

        schema = EventTypeSchema.from_dict(d.pop("schema"))

        version = d.pop("version")

        event_type = cls(
            type_=type_,
            subject=subject,
            description=description,
            schema=schema,
            version=version,
        )

        event_type.additional_properties = d
        return event_type

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
