from typing import Literal

LegalDocumentField = Literal[
    "acceptance_required",
    "allowed_actions",
    "body",
    "code",
    "created_at",
    "id",
    "number",
    "published_at",
    "title",
    "updated_at",
    "version",
]

LEGAL_DOCUMENT_FIELD_VALUES: set[LegalDocumentField] = {
    "acceptance_required",
    "allowed_actions",
    "body",
    "code",
    "created_at",
    "id",
    "number",
    "published_at",
    "title",
    "updated_at",
    "version",
}


def check_legal_document_field(value: str) -> LegalDocumentField:
    if value in LEGAL_DOCUMENT_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEGAL_DOCUMENT_FIELD_VALUES!r}")
