"""The field types of the contract: strict on the way in, cheap on the way out.

Nothing is coerced: a number in quotes is not a number. Every text is normalised to NFC and refuses NUL
and lone surrogates, which PostgreSQL and JSON cannot hold. Each type knows its OpenAPI schema through
`schema`, from which `backend.kernel.api.openapi` builds the document.
"""

from __future__ import annotations

from backend.kernel.api.fields.base import INT_MAX, Field, clean_text
from backend.kernel.api.fields.composed import (
    AllowedActions,
    Choices,
    Computed,
    Ids,
    Json,
    ListOf,
    Localized,
    LocalizedIn,
    Metadata,
    Money,
    MoneyIn,
)
from backend.kernel.api.fields.scalars import Bool, Choice, Date, DateTime, DecimalText, Id, Int, iso
from backend.kernel.api.fields.texts import (
    Country,
    CurrencyCode,
    Email,
    Language,
    LongText,
    Phone,
    Text,
    TimeZone,
    Url,
)

__all__ = [
    "INT_MAX",
    "AllowedActions",
    "Bool",
    "Choice",
    "Choices",
    "Computed",
    "Country",
    "CurrencyCode",
    "Date",
    "DateTime",
    "DecimalText",
    "Email",
    "Field",
    "Id",
    "Ids",
    "Int",
    "Json",
    "Language",
    "ListOf",
    "Localized",
    "LocalizedIn",
    "LongText",
    "Metadata",
    "Money",
    "MoneyIn",
    "Phone",
    "Text",
    "TimeZone",
    "Url",
    "clean_text",
    "iso",
]
