from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.legal_document_create_body import LegalDocumentCreateBody
    from ..models.legal_document_create_title import LegalDocumentCreateTitle


T = TypeVar("T", bound="LegalDocumentCreate")


@_attrs_define
class LegalDocumentCreate:
    """A draft of the next version.

    Attributes:
        code (str): privacy_policy, terms, data_processing, cookies …
        title (LegalDocumentCreateTitle):
        body (LegalDocumentCreateBody):
        acceptance_required (bool | Unset):
    """

    code: str
    title: LegalDocumentCreateTitle
    body: LegalDocumentCreateBody
    acceptance_required: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        title = self.title.to_dict()

        body = self.body.to_dict()

        acceptance_required = self.acceptance_required

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "title": title,
                "body": body,
            }
        )
        if acceptance_required is not UNSET:
            field_dict["acceptance_required"] = acceptance_required

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.legal_document_create_body import LegalDocumentCreateBody  # noqa: PLC0415
        from ..models.legal_document_create_title import LegalDocumentCreateTitle  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        title = LegalDocumentCreateTitle.from_dict(d.pop("title"))

        body = LegalDocumentCreateBody.from_dict(d.pop("body"))

        acceptance_required = d.pop("acceptance_required", UNSET)

        legal_document_create = cls(
            code=code,
            title=title,
            body=body,
            acceptance_required=acceptance_required,
        )

        return legal_document_create
