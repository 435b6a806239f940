from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Consent")


@_attrs_define
class Consent:
    """That somebody agreed to a purpose, or took it back.

    Attributes:
        id (str):
        customer (None | str):
        user (None | str):
        visitor (None | str):
        purpose (str): `document:<code>` for a legal document, `cookies:<category>` for cookies.
        number (int): The version of the words.
        granted (bool):
        text_sha256 (str): Of the words that were shown; empty where they were not sent.
        language (str):
        source (str):
        at (datetime.datetime):
        recorded_by (None | str):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    customer: None | str
    user: None | str
    visitor: None | str
    purpose: str
    number: int
    granted: bool
    text_sha256: str
    language: str
    source: str
    at: datetime.datetime
    recorded_by: None | str
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        customer: None | str
        customer = self.customer

        user: None | str
        user = self.user

        visitor: None | str
        visitor = self.visitor

        purpose = self.purpose

        number = self.number

        granted = self.granted

        text_sha256 = self.text_sha256

        language = self.language

        source = self.source

        at = self.at.isoformat()

        recorded_by: None | str
        recorded_by = self.recorded_by

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "customer": customer,
                "user": user,
                "visitor": visitor,
                "purpose": purpose,
                "number": number,
                "granted": granted,
                "text_sha256": text_sha256,
                "language": language,
                "source": source,
                "at": at,
                "recorded_by": recorded_by,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        def _parse_customer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        customer = _parse_customer(d.pop("customer"))

        def _parse_user(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        user = _parse_user(d.pop("user"))

        def _parse_visitor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        visitor = _parse_visitor(d.pop("visitor"))

        purpose = d.pop("purpose")

        number = d.pop("number")

        granted = d.pop("granted")

        text_sha256 = d.pop("text_sha256")

        language = d.pop("language")

        source = d.pop("source")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        def _parse_recorded_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        recorded_by = _parse_recorded_by(d.pop("recorded_by"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        consent = cls(
            id=id,
            customer=customer,
            user=user,
            visitor=visitor,
            purpose=purpose,
            number=number,
            granted=granted,
            text_sha256=text_sha256,
            language=language,
            source=source,
            at=at,
            recorded_by=recorded_by,
            allowed_actions=allowed_actions,
        )

        consent.additional_properties = d
        return consent

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
