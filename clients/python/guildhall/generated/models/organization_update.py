from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.address_in import AddressIn
    from ..models.legal_in import LegalIn
    from ..models.organization_update_name import OrganizationUpdateName
    from ..models.settings_in import SettingsIn


T = TypeVar("T", bound="OrganizationUpdate")


@_attrs_define
class OrganizationUpdate:
    """What changes of the profile.

    Attributes:
        name (OrganizationUpdateName | Unset):
        legal_name (str | Unset):
        tax_id (str | Unset):
        email (None | str | Unset):
        phone (None | str | Unset):
        website (None | str | Unset):
        address (AddressIn | Unset): A postal address; what is not known is left out.
        legal (LegalIn | Unset): The legal details that change; null takes one away.
        settings (SettingsIn | Unset): The settings that change.
    """

    name: OrganizationUpdateName | Unset = UNSET
    legal_name: str | Unset = UNSET
    tax_id: str | Unset = UNSET
    email: None | str | Unset = UNSET
    phone: None | str | Unset = UNSET
    website: None | str | Unset = UNSET
    address: AddressIn | Unset = UNSET
    legal: LegalIn | Unset = UNSET
    settings: SettingsIn | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name: dict[str, Any] | Unset = UNSET
        if not isinstance(self.name, Unset):
            name = self.name.to_dict()

        legal_name = self.legal_name

        tax_id = self.tax_id

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        phone: None | str | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        else:
            phone = self.phone

        website: None | str | Unset
        if isinstance(self.website, Unset):
            website = UNSET
        else:
            website = self.website

        address: dict[str, Any] | Unset = UNSET
        if not isinstance(self.address, Unset):
            address = self.address.to_dict()

        legal: dict[str, Any] | Unset = UNSET
        if not isinstance(self.legal, Unset):
            legal = self.legal.to_dict()

        settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.settings, Unset):
            settings = self.settings.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if legal_name is not UNSET:
            field_dict["legal_name"] = legal_name
        if tax_id is not UNSET:
            field_dict["tax_id"] = tax_id
        if email is not UNSET:
            field_dict["email"] = email
        if phone is not UNSET:
            field_dict["phone"] = phone
        if website is not UNSET:
            field_dict["website"] = website
        if address is not UNSET:
            field_dict["address"] = address
        if legal is not UNSET:
            field_dict["legal"] = legal
        if settings is not UNSET:
            field_dict["settings"] = settings

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.address_in import AddressIn  # noqa: PLC0415
        from ..models.legal_in import LegalIn  # noqa: PLC0415
        from ..models.organization_update_name import OrganizationUpdateName  # noqa: PLC0415
        from ..models.settings_in import SettingsIn  # noqa: PLC0415

        d = dict(src_dict)
        _name = d.pop("name", UNSET)
        name: OrganizationUpdateName | Unset
        if isinstance(_name, Unset):
            name = UNSET
        else:
            name = OrganizationUpdateName.from_dict(_name)

        legal_name = d.pop("legal_name", UNSET)

        tax_id = d.pop("tax_id", UNSET)

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        def _parse_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone = _parse_phone(d.pop("phone", UNSET))

        def _parse_website(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        website = _parse_website(d.pop("website", UNSET))

        _address = d.pop("address", UNSET)
        address: AddressIn | Unset
        if isinstance(_address, Unset):
            address = UNSET
        else:
            address = AddressIn.from_dict(_address)

        _legal = d.pop("legal", UNSET)
        legal: LegalIn | Unset
        if isinstance(_legal, Unset):
            legal = UNSET
        else:
            legal = LegalIn.from_dict(_legal)

        _settings = d.pop("settings", UNSET)
        settings: SettingsIn | Unset
        if isinstance(_settings, Unset):
            settings = UNSET
        else:
            settings = SettingsIn.from_dict(_settings)

        organization_update = cls(
            name=name,
            legal_name=legal_name,
            tax_id=tax_id,
            email=email,
            phone=phone,
            website=website,
            address=address,
            legal=legal,
            settings=settings,
        )

        return organization_update
