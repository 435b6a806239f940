from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="TelegramContactCreate")


@_attrs_define
class TelegramContactCreate:
    """A contact that somebody shared with the bot, as Telegram says it.

    Attributes:
        telegram_user_id (int): Who sent it.
        contact_user_id (int): Whose the contact is: `user_id` of Telegram's `contact`.
        phone (str):
    """

    telegram_user_id: int
    contact_user_id: int
    phone: str

    def to_dict(self) -> dict[str, Any]:
        telegram_user_id = self.telegram_user_id

        contact_user_id = self.contact_user_id

        phone = self.phone

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "telegram_user_id": telegram_user_id,
                "contact_user_id": contact_user_id,
                "phone": phone,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        telegram_user_id = d.pop("telegram_user_id")

        contact_user_id = d.pop("contact_user_id")

        phone = d.pop("phone")

        telegram_contact_create = cls(
            telegram_user_id=telegram_user_id,
            contact_user_id=contact_user_id,
            phone=phone,
        )

        return telegram_contact_create
