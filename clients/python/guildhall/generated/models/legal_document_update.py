from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.legal_document_update_body import LegalDocumentUpdateBody
    from ..models.legal_document_update_title import LegalDocumentUpdateTitle


T = TypeVar("T", bound="LegalDocumentUpdate")


@_attrs_define
class LegalDocumentUpdate:
    """Changes of a draft.

    Attributes:
        title (LegalDocumentUpdateTitle | Unset):
        body (LegalDocumentUpdateBody | Unset):
        acceptance_required (bool | Unset):
    """

    title: LegalDocumentUpdateTitle | Unset = UNSET
    body: LegalDocumentUpdateBody | Unset = UNSET
    acceptance_required: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        title: dict[str, Any] | Unset = UNSET
        if not isinstance(self.title, Unset):
            title = self.title.to_dict()

        body: dict[str, Any] | Unset = UNSET
        if not isinstance(self.body, Unset):
            body = self.body.to_dict()

        acceptance_required = self.acceptance_required

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if title is not UNSET:
            field_dict["title"] = title
        if body is not UNSET:
            field_dict["body"] = body
        if acceptance_required is not UNSET:
            field_dict["acceptance_required"] = acceptance_required

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.legal_document_update_body import LegalDocumentUpdateBody  # noqa: PLC0415
        from ..models.legal_document_update_title import LegalDocumentUpdateTitle  # noqa: PLC0415

        d = dict(src_dict)
        _title = d.pop("title", UNSET)
        title: LegalDocumentUpdateTitle | Unset
        if isinstance(_title, Unset):
            title = UNSET
        else:
            title = LegalDocumentUpdateTitle.from_dict(_title)

        _body = d.pop("body", UNSET)
        body: LegalDocumentUpdateBody | Unset
        if isinstance(_body, Unset):
            body = UNSET
        else:
            body = LegalDocumentUpdateBody.from_dict(_body)

        acceptance_required = d.pop("acceptance_required", UNSET)

        legal_document_update = cls(
            title=title,
            body=body,
            acceptance_required=acceptance_required,
        )

        return legal_document_update
