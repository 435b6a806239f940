from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.file_kind import FileKind, check_file_kind

T = TypeVar("T", bound="FileType")


@_attrs_define
class FileType:
    """A type that may be uploaded.

    Attributes:
        kind (FileKind):
        content_type (str):
        extensions (list[str]):
    """

    kind: FileKind
    content_type: str
    extensions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        content_type = self.content_type

        extensions = self.extensions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "content_type": content_type,
                "extensions": extensions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_file_kind(d.pop("kind"))

        content_type = d.pop("content_type")

        extensions = cast(list[str], d.pop("extensions"))

        file_type = cls(
            kind=kind,
            content_type=content_type,
            extensions=extensions,
        )

        file_type.additional_properties = d
        return file_type

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
