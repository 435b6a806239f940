from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.language import Language, check_language
from ..types import UNSET, Unset

T = TypeVar("T", bound="ConsentCreate")


@_attrs_define
class ConsentCreate:
    """A consent, or its withdrawal.

    Attributes:
        purpose (str): Not `document:…` or `cookies:…`: these are recorded where they are shown.
        number (int): The version of the words.
        granted (bool):
        customer (str | Unset):
        text (str | Unset): The words; only their digest is kept.
        language (Language | Unset):
        source (str | Unset):
    """

    purpose: str
    number: int
    granted: bool
    customer: str | Unset = UNSET
    text: str | Unset = UNSET
    language: Language | Unset = UNSET
    source: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        purpose = self.purpose

        number = self.number

        granted = self.granted

        customer = self.customer

        text = self.text

        language: str | Unset = UNSET
        if not isinstance(self.language, Unset):
            language = self.language

        source = self.source

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "purpose": purpose,
                "number": number,
                "granted": granted,
            }
        )
        if customer is not UNSET:
            field_dict["customer"] = customer
        if text is not UNSET:
            field_dict["text"] = text
        if language is not UNSET:
            field_dict["language"] = language
        if source is not UNSET:
            field_dict["source"] = source

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        purpose = d.pop("purpose")

        number = d.pop("number")

        granted = d.pop("granted")

        customer = d.pop("customer", UNSET)

        text = d.pop("text", UNSET)

        _language = d.pop("language", UNSET)
        language: Language | Unset
        if isinstance(_language, Unset):
            language = UNSET
        else:
            language = check_language(_language)

        source = d.pop("source", UNSET)

        consent_create = cls(
            purpose=purpose,
            number=number,
            granted=granted,
            customer=customer,
            text=text,
            language=language,
            source=source,
        )

        return consent_create
