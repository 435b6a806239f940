from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="LoyaltyPromotionCreateNames")


@_attrs_define
class LoyaltyPromotionCreateNames:
    """
    Attributes:
        en (str | Unset):
        ru (str | Unset):
        uz (str | Unset):
        fa (str | Unset):
        uk (str | Unset):
    """

    en: str | Unset = UNSET
    ru: str | Unset = UNSET
    uz: str | Unset = UNSET
    fa: str | Unset = UNSET
    uk: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        en = self.en

        ru = self.ru

        uz = self.uz

        fa = self.fa

        uk = self.uk

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if en is not UNSET:
            field_dict["en"] = en
        if ru is not UNSET:
            field_dict["ru"] = ru
        if uz is not UNSET:
            field_dict["uz"] = uz
        if fa is not UNSET:
            field_dict["fa"] = fa
        if uk is not UNSET:
            field_dict["uk"] = uk

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        en = d.pop("en", UNSET)

        ru = d.pop("ru", UNSET)

        uz = d.pop("uz", UNSET)

        fa = d.pop("fa", UNSET)

        uk = d.pop("uk", UNSET)

        loyalty_promotion_create_names = cls(
            en=en,
            ru=ru,
            uz=uz,
            fa=fa,
            uk=uk,
        )

        return loyalty_promotion_create_names
