from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.document_type_create_name import DocumentTypeCreateName


T = TypeVar("T", bound="DocumentTypeCreate")


@_attrs_define
class DocumentTypeCreate:
    """A type of document that the business works on.

    Attributes:
        code (str):
        name (DocumentTypeCreateName):
        sort (int | Unset):
        active (bool | Unset):
    """

    code: str
    name: DocumentTypeCreateName
    sort: int | Unset = UNSET
    active: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        name = self.name.to_dict()

        sort = self.sort

        active = self.active

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "name": name,
            }
        )
        if sort is not UNSET:
            field_dict["sort"] = sort
        if active is not UNSET:
            field_dict["active"] = active

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.document_type_create_name import DocumentTypeCreateName  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        name = DocumentTypeCreateName.from_dict(d.pop("name"))

        sort = d.pop("sort", UNSET)

        active = d.pop("active", UNSET)

        document_type_create = cls(
            code=code,
            name=name,
            sort=sort,
            active=active,
        )

        return document_type_create
