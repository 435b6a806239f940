from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.language import Language, check_language
from ..types import UNSET, Unset

T = TypeVar("T", bound="AcceptanceIn")


@_attrs_define
class AcceptanceIn:
    """The document that the caller accepts.

    Attributes:
        code (str):
        number (int):
        language (Language | Unset):
        granted (bool | Unset): false takes an acceptance back; true where it is left out.
    """

    code: str
    number: int
    language: Language | Unset = UNSET
    granted: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        number = self.number

        language: str | Unset = UNSET
        if not isinstance(self.language, Unset):
            language = self.language

        granted = self.granted

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "number": number,
            }
        )
        if language is not UNSET:
            field_dict["language"] = language
        if granted is not UNSET:
            field_dict["granted"] = granted

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        number = d.pop("number")

        _language = d.pop("language", UNSET)
        language: Language | Unset
        if isinstance(_language, Unset):
            language = UNSET
        else:
            language = check_language(_language)

        granted = d.pop("granted", UNSET)

        acceptance_in = cls(
            code=code,
            number=number,
            language=language,
            granted=granted,
        )

        return acceptance_in
