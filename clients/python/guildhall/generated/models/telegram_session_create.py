from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.language import Language, check_language
from ..types import UNSET, Unset

T = TypeVar("T", bound="TelegramSessionCreate")


@_attrs_define
class TelegramSessionCreate:
    """Who writes to the bot, as Telegram says it.

    Attributes:
        telegram_user_id (int):
        first_name (str):
        last_name (str | Unset):
        language (Language | Unset):
    """

    telegram_user_id: int
    first_name: str
    last_name: str | Unset = UNSET
    language: Language | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        telegram_user_id = self.telegram_user_id

        first_name = self.first_name

        last_name = self.last_name

        language: str | Unset = UNSET
        if not isinstance(self.language, Unset):
            language = self.language

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "telegram_user_id": telegram_user_id,
                "first_name": first_name,
            }
        )
        if last_name is not UNSET:
            field_dict["last_name"] = last_name
        if language is not UNSET:
            field_dict["language"] = language

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        telegram_user_id = d.pop("telegram_user_id")

        first_name = d.pop("first_name")

        last_name = d.pop("last_name", UNSET)

        _language = d.pop("language", UNSET)
        language: Language | Unset
        if isinstance(_language, Unset):
            language = UNSET
        else:
            language = check_language(_language)

        telegram_session_create = cls(
            telegram_user_id=telegram_user_id,
            first_name=first_name,
            last_name=last_name,
            language=language,
        )

        return telegram_session_create
