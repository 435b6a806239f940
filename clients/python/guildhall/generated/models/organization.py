from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.address import Address
    from ..models.legal import Legal
    from ..models.localized_text_type_1 import LocalizedTextType1
    from ..models.settings import Settings


T = TypeVar("T", bound="Organization")


@_attrs_define
class Organization:
    """The business's profile.

    Attributes:
        id (str):
        name (LocalizedTextType1 | str):
        legal_name (str):
        tax_id (str):
        email (None | str):
        phone (None | str): E.164.
        website (None | str):
        address (Address): A postal address.
        currency (str):
        languages (list[str]):
        timezone (str):
        country (str):
        legal (Legal): What the law asks a business to say of itself; null where it is not known.
        settings (Settings): The settings as they hold, defaults included.
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    name: LocalizedTextType1 | str
    legal_name: str
    tax_id: str
    email: None | str
    phone: None | str
    website: None | str
    address: Address
    currency: str
    languages: list[str]
    timezone: str
    country: str
    legal: Legal
    settings: Settings
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        id = self.id

        name: dict[str, Any] | str
        if isinstance(self.name, LocalizedTextType1):
            name = self.name.to_dict()
        else:
            name = self.name

        legal_name = self.legal_name

        tax_id = self.tax_id

        email: None | str
        email = self.email

        phone: None | str
        phone = self.phone

        website: None | str
        website = self.website

        address = self.address.to_dict()

        currency = self.currency

        languages = self.languages

        timezone = self.timezone

        country = self.country

        legal = self.legal.to_dict()

        settings = self.settings.to_dict()

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "legal_name": legal_name,
                "tax_id": tax_id,
                "email": email,
                "phone": phone,
                "website": website,
                "address": address,
                "currency": currency,
                "languages": languages,
                "timezone": timezone,
                "country": country,
                "legal": legal,
                "settings": settings,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.address import Address  # noqa: PLC0415
        from ..models.legal import Legal  # noqa: PLC0415
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415
        from ..models.settings import Settings  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        def _parse_name(data: object) -> LocalizedTextType1 | str:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_localized_text_type_1 = LocalizedTextType1.from_dict(data)

                return componentsschemas_localized_text_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LocalizedTextType1 | str, data)

        name = _parse_name(d.pop("name"))

        legal_name = d.pop("legal_name")

        tax_id = d.pop("tax_id")

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        def _parse_phone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        phone = _parse_phone(d.pop("phone"))

        def _parse_website(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        website = _parse_website(d.pop("website"))

        address = Address.from_dict(d.pop("address"))

        currency = d.pop("currency")

        languages = cast(list[str], d.pop("languages"))

        timezone = d.pop("timezone")

        country = d.pop("country")

        legal = Legal.from_dict(d.pop("legal"))

        settings = Settings.from_dict(d.pop("settings"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        organization = cls(
            id=id,
            name=name,
            legal_name=legal_name,
            tax_id=tax_id,
            email=email,
            phone=phone,
            website=website,
            address=address,
            currency=currency,
            languages=languages,
            timezone=timezone,
            country=country,
            legal=legal,
            settings=settings,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        organization.additional_properties = d
        return organization

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
